using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Identity.Accounts;

/// <summary>What a session's cookie needs.</summary>
internal sealed record SessionOf(Guid UserId, string SecurityStamp, bool IsResident)
{
    public static SessionOf User(User user) => new(user.Id, user.SecurityStamp!, user.IsResident);
}

internal static class NewPasswords
{
    public static DomainException Differ() => new("identity.passwords-differ", "两次填写的新密码不一样") { Status = 422, Field = "repeat" };
}
