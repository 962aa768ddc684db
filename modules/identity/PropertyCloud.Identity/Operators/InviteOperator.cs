using PropertyCloud.Identity.Staff;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Identity.Operators;

/// <param name="Phone">May be empty: operators sign in by user name.</param>
internal sealed record OperatorInput(string? UserName, string? Name, string? Phone);

/// <param name="Link">The whole address. It cannot be shown again.</param>
internal sealed record InvitedOperator(Guid Id, string Link);

/// <summary>Creates another operator of the platform, who comes in by the one-time link that is given back. Repeating under one key creates
/// one account; its earlier link then no longer works.</summary>
internal sealed class InviteOperator(RegisterStaff register, IssueStaffLink issue, ICurrentTenant tenant) : IUseCase
{
    public async Task<InvitedOperator> HandleAsync(OperatorInput input, CancellationToken cancellation)
    {
        tenant.RequirePlatform();
        var id = await register.HandleAsync(new(input.UserName, input.Name, input.Phone, null, null, null, null, [SeededRoles.PlatformOperator], []), cancellation);
        return new(id, await issue.HandleAsync(id, cancellation));
    }
}
