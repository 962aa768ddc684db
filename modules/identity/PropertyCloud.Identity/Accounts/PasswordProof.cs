using Microsoft.AspNetCore.Identity;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Identity.Accounts;

/// <summary>Makes sure that who sits at an open session knows its password.</summary>
internal sealed class PasswordProof(IdentityDbContext db, IPasswordHasher<User> hasher, TimeProvider clock)
{
    /// <summary>Refused with 422 at the field <c>current</c>. Guesses here count like guesses at sign-in and are saved: a session
    /// that was left open is no way to find the password out.</summary>
    public async Task RequireAsync(User user, string? current, CancellationToken cancellation)
    {
        if (user.PasswordHash is null) throw new DomainException("identity.no-password", "先设一个密码，再改手机号") { Status = 422, Field = "current" };
        if (string.IsNullOrEmpty(current)) throw new DomainException("kernel.required", "填写现在的密码") { Status = 422, Field = "current" };
        var now = clock.Now();
        if (!user.IsLockedAt(now) && hasher.VerifyHashedPassword(user, user.PasswordHash, current) != PasswordVerificationResult.Failed) return;
        if (user.Failed(now)) db.Audit("identity.locked", user.Id);
        await db.SaveChangesAsync(cancellation);
        throw new DomainException("identity.wrong-password", "现在的密码不对。连错 {0} 次要等 {1} 分钟", User.FailuresUntilLocked, (int)User.LockedFor.TotalMinutes) { Status = 422, Field = "current" };
    }
}
