using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Accounts;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Identity.SignIn;

/// <param name="UserName">User name or phone.</param>
internal sealed record SignInRequest(string? UserName, string? Password);

/// <summary>Checks who signs in. Unknown, inactive, locked and wrong get the same answer in about the same time; five
/// failures in a row lock for ten minutes.</summary>
internal sealed class SignInUser(IdentityDbContext db, IPasswordHasher<User> hasher, TimeProvider clock) : IUseCase
{
    private static string? _nobodysHash;

    public async Task<SessionOf> HandleAsync(SignInRequest request, CancellationToken cancellation)
    {
        new Check().Required(request.UserName, "userName", "填写用户名或手机号").Required(request.Password, "password", "填写密码")
            .That(request.UserName is not { Length: > 100 }, "userName", "kernel.too-long", "不能超过 {0} 个字", 100)
            .That(request.Password is not { Length: > PasswordPolicy.MaxLength }, "password", "kernel.too-long", "不能超过 {0} 个字", PasswordPolicy.MaxLength)
            .ThrowIfAny();
        var session = await db.RetryAsync(() => TryAsync(request.UserName!.Trim(), request.Password!, cancellation));
        return session ?? throw new DomainException("identity.sign-in-refused", "用户名、手机号或密码不对。连错 {0} 次要等 {1} 分钟再试",
            User.FailuresUntilLocked, (int)User.LockedFor.TotalMinutes) { Status = 422, Field = "userName" };
    }

    private async Task<SessionOf?> TryAsync(string login, string password, CancellationToken cancellation)
    {
        var user = await FindAsync(login, cancellation);
        var now = clock.Now();
        var isRight = Verify(user, password);
        if (user is null || !user.IsActive || user.IsLockedAt(now)) return null;
        if (isRight) user.SignedIn(now);
        else if (user.Failed(now)) db.Audit("identity.locked", user.Id);
        await db.SaveChangesAsync(cancellation);
        return isRight ? SessionOf.User(user) : null;
    }

    private async Task<User?> FindAsync(string login, CancellationToken cancellation)
    {
        var phone = PhoneNumbers.TryNormalize(login);
        var name = UserNames.Normalize(login);
        return phone is not null
            ? await db.Users.FirstOrDefaultAsync(u => u.PhoneNumber == phone, cancellation)
            : await db.Users.FirstOrDefaultAsync(u => u.NormalizedUserName == name, cancellation);
    }

    // Who is unknown or has no password costs as much time as who has one.
    private bool Verify(User? user, string password)
    {
        var stranger = user ?? User.Nobody;
        var hash = user?.PasswordHash ?? (_nobodysHash ??= hasher.HashPassword(stranger, "nobody"));
        var result = hasher.VerifyHashedPassword(stranger, hash, password);
        return user?.PasswordHash is not null && result != PasswordVerificationResult.Failed;
    }
}
