using Microsoft.AspNetCore.Identity;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Accounts;

/// <param name="Current">Null for who never had a password.</param>
internal sealed record ChangePasswordRequest(string? Current, string? NewPassword, string? Repeat);

/// <summary>Changes the signed-in user's password; all their other sessions end.</summary>
internal sealed class ChangePassword(IdentityDbContext db, IPasswordHasher<User> hasher, ICurrentUser me, TimeProvider clock) : IUseCase
{
    /// <returns>The new session, to be signed in with at once.</returns>
    public async Task<SessionOf> HandleAsync(ChangePasswordRequest request, CancellationToken cancellation)
    {
        var user = await db.GetAsync<User>(me.RequireId(), cancellation);
        if (user.PasswordHash is not null) await CheckCurrentAsync(user, request.Current, cancellation);
        if (PasswordPolicy.Refuses(request.NewPassword, user) is { } problem) throw problem;
        if (request.NewPassword != request.Repeat) throw NewPasswords.Differ();
        user.SetPassword(hasher.HashPassword(user, request.NewPassword!));
        db.Audit("identity.password-changed", user.Id);
        await db.SaveChangesAsync(cancellation);
        return SessionOf.User(user);
    }

    // Guesses here count like guesses at sign-in: a session that was left open is no way to find the password out.
    private async Task CheckCurrentAsync(User user, string? current, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(current)) throw new DomainException("kernel.required", "填写现在的密码") { Status = 422, Field = "current" };
        var now = clock.Now();
        if (!user.IsLockedAt(now) && hasher.VerifyHashedPassword(user, user.PasswordHash!, current) != PasswordVerificationResult.Failed) return;
        if (user.Failed(now)) db.Audit("identity.locked", user.Id);
        await db.SaveChangesAsync(cancellation);
        throw new DomainException("identity.wrong-password", "现在的密码不对。连错 {0} 次要等 {1} 分钟", User.FailuresUntilLocked, (int)User.LockedFor.TotalMinutes) { Status = 422, Field = "current" };
    }
}
