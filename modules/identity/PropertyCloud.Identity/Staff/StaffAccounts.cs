using PropertyCloud.Identity.Contracts;
using PropertyCloud.Identity.Roles;
using PropertyCloud.Identity.Users;

namespace PropertyCloud.Identity.Staff;

internal sealed class StaffAccounts(RegisterStaff register, IssueStaffLink issue, SeedRoles seed, DemoPasswords passwords) : IStaffAccounts
{
    public Task<Guid> CreateAsync(NewStaff staff, CancellationToken cancellation = default)
    {
        var input = new StaffInput(staff.UserName, staff.Name, staff.Phone, staff.Department, staff.Title, staff.EmployeeNumber, staff.Portrait, [staff.Role], staff.CommunityIds ?? []);
        return register.CreateAsync(input, staff.Password is null ? null : passwords.Hash(staff.Password), cancellation);
    }

    public Task<string> IssueLinkAsync(Guid userId, CancellationToken cancellation = default) => issue.HandleAsync(userId, cancellation);

    public Task SeedRolesAsync(CancellationToken cancellation = default) => seed.HandleAsync(cancellation);
}
