using PropertyCloud.Identity.Roles;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Staff;

/// <summary>What the form of a staff member says.</summary>
/// <param name="Version">The state that was shown when editing, or null when new.</param>
internal sealed record StaffInput(string? UserName, string? Name, string? Phone, string? Department, string? Title, string? EmployeeNumber, string? Portrait,
    IReadOnlyList<string> Roles, IReadOnlyList<Guid> CommunityIds, string? Version = null)
{
    /// <summary>Valid once <see cref="Validate"/> passed. A method, so that it is no part of the input as JSON.</summary>
    public StaffProfile ToProfile() => new(Name!.Trim(), Blank(Phone), Blank(Department), Title, EmployeeNumber, Portrait, CommunityIds);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Everything that can be said without the database, at once.</summary>
    /// <param name="isNew">The user name is chosen once and never changes.</param>
    /// <param name="isPlatform">The platform's own people are operators and nothing else.</param>
    public void Validate(bool isNew, bool isPlatform)
    {
        IReadOnlyList<string> allowed = isPlatform ? [SeededRoles.PlatformOperator] : RoleNames.ForStaff;
        var needsDepartment = Roles.Any(r => r is SeededRoles.DepartmentHead or SeededRoles.Staff);
        new Check()
            .That(!isNew || UserNames.IsValid(UserName), "userName", "identity.user-name", "用户名用 2 到 32 个字母、数字、汉字或 . _ -，至少一个字母或汉字")
            .Required(Name, "name", "填写姓名").Max(Name, 50, "name")
            .That(string.IsNullOrWhiteSpace(Phone) || PhoneNumbers.TryNormalize(Phone) is not null, "phone", "identity.phone", "手机号不对，核对后再填")
            .Max(Title, 50, "title").Max(EmployeeNumber, 32, "employeeNumber")
            .That(string.IsNullOrEmpty(Portrait) || Portrait is { Length: <= 32 } && Portrait.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'), "portrait", "identity.portrait", "从列出的头像里选一个")
            .That(Roles.Count > 0, "roles", "identity.role-required", "至少选一个角色")
            .That(Roles.All(allowed.Contains), "roles", "identity.role-unknown", "从列出的角色里选")
            .That(Blank(Department) is not { } department || Departments.All.Contains(department), "department", "identity.department-unknown", "从列出的部门里选")
            .That(!needsDepartment || Blank(Department) is not null, "department", "identity.department-required", "部门主管和部门员工要选所在部门")
            .That(CommunityIds.Count <= 100, "communityIds", "identity.too-many-communities", "最多选 100 个小区")
            .ThrowIfAny();
    }
}
