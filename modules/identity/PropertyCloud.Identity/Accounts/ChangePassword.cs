using Microsoft.AspNetCore.Identity;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Accounts;

/// <param name="Current">Null for who never had a password.</param>
internal sealed record ChangePasswordRequest(string? Current, string? NewPassword, string? Repeat);

/// <summary>Changes the signed-in user's password; all their other sessions end.</summary>
internal sealed class ChangePassword(IdentityDbContext db, IPasswordHasher<User> hasher, PasswordProof proof, ICurrentUser me) : IUseCase
{
    /// <returns>The new session, to be signed in with at once.</returns>
    public async Task<SessionOf> HandleAsync(ChangePasswordRequest request, CancellationToken cancellation)
    {
        var user = await db.GetAsync<User>(me.RequireId(), cancellation);
        if (user.PasswordHash is not null) await proof.RequireAsync(user, request.Current, cancellation);
        if (PasswordPolicy.Refuses(request.NewPassword, user) is { } problem) throw problem;
        if (request.NewPassword != request.Repeat) throw NewPasswords.Differ();
        user.SetPassword(hasher.HashPassword(user, request.NewPassword!));
        db.Audit("identity.password-changed", user.Id);
        await db.SaveChangesAsync(cancellation);
        return SessionOf.User(user);
    }
}
