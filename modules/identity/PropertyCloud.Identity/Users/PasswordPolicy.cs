using Microsoft.AspNetCore.Identity;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Identity.Users;

/// <summary>Ten characters of any kind, or eight with three of: lower case, upper case, digits, others. Never the user's name or
/// phone, never one of fewer than four different characters.</summary>
internal static class PasswordPolicy
{
    public const int MaxLength = 128;
    public const string Says = "至少 10 个字符；或 8 个字符，含大写、小写、数字、符号中的三种";

    public static DomainException? Refuses(string? password, User user)
    {
        if (string.IsNullOrEmpty(password)) return Problem("填写新密码");
        if (password.Length > MaxLength) return Problem("密码不能超过 128 个字符");
        if (password.Length < 8 || (password.Length < 10 && Classes(password) < 3)) return Problem(Says);
        if (password.Distinct().Count() < 4) return Problem("密码太简单，多用几种字符");
        var personal = new[] { user.UserName, user.PhoneNumber };
        return personal.Any(p => p is { Length: > 0 } && password.Equals(p, StringComparison.OrdinalIgnoreCase)) ? Problem("密码不能与用户名或手机号相同") : null;
    }

    private static int Classes(string password) =>
        (password.Any(char.IsLower) ? 1 : 0) + (password.Any(char.IsUpper) ? 1 : 0) + (password.Any(char.IsDigit) ? 1 : 0) + (password.Any(c => !char.IsLetterOrDigit(c)) ? 1 : 0);

    private static DomainException Problem(string text) => new("identity.weak-password", text) { Status = 422, Field = "newPassword" };
}

/// <summary>Hands the policy to ASP.NET Core Identity, so that no way around it exists.</summary>
internal sealed class PasswordPolicyValidator : IPasswordValidator<User>
{
    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        PasswordPolicy.Refuses(password, user) is { } problem ? throw problem : Task.FromResult(IdentityResult.Success);
}
