using System.Security.Cryptography;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Identity.Users;

/// <summary>Names to sign in by. Never digits alone: so a name is never taken for a phone of somebody else.</summary>
internal static class UserNames
{
    public const int MaxLength = 32;
    private const string Readable = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string Normalize(string name) => name.Trim().ToUpperInvariant();

    public static bool IsValid(string? name) =>
        name is { Length: >= 2 and <= MaxLength } && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-') && !name.All(c => char.IsDigit(c) || c is '.' or '_' or '-');

    public static void Check(string? name)
    {
        if (!IsValid(name))
            throw new DomainException("identity.user-name", "用户名用 2 到 32 个字母、数字、汉字或 . _ -，至少一个字母或汉字") { Status = 422, Field = "userName" };
    }

    /// <summary>For residents: eight letters and digits that cannot be mistaken for each other.</summary>
    public static string Generate() => "r-" + RandomNumberGenerator.GetString(Readable, 8);
}
