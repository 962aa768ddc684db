using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Organisation;

/// <param name="Post">The title, else the role.</param>
internal sealed record Member(Guid Id, string Name, string? Title, IReadOnlyList<string> Roles, string? Portrait);

/// <param name="Butlers">The butler team; only in the department that is the hub.</param>
/// <param name="IsHub">Customer service: every request goes through it, the others support it.</param>
internal sealed record DepartmentChart(string Code, bool IsHub, IReadOnlyList<Member> Heads, IReadOnlyList<Member> Butlers, IReadOnlyList<Member> Members)
{
    public int Count => Heads.Count + Butlers.Count + Members.Count;
}

/// <summary>A director over four departments that exist already; customer service is their hub. Drawn from who works where: no
/// organisation has to be set up for it.</summary>
internal sealed record OrganisationChart(IReadOnlyList<Member> Directors, IReadOnlyList<DepartmentChart> Departments, IReadOnlyList<Member> Others)
{
    public static OrganisationChart Of(IReadOnlyList<StaffSummary> staff)
    {
        var directors = staff.Where(s => s.Roles.Contains(SeededRoles.CentreDirector)).ToList();
        var rest = staff.Except(directors).ToLookup(DepartmentOf);
        return new([.. directors.Select(Of)], [.. Kernel.Security.Departments.All.Select(code => Department(code, [.. rest[code]]))], [.. rest[null].Select(Of)]);
    }

    private static DepartmentChart Department(string code, IReadOnlyList<StaffSummary> staff)
    {
        bool IsHead(StaffSummary s) => s.Roles.Any(r => r is SeededRoles.DepartmentHead or SeededRoles.Supervisor);
        bool IsButler(StaffSummary s) => !IsHead(s) && s.Roles.Contains(SeededRoles.Butler);
        return new(code, code == Kernel.Security.Departments.CustomerService, [.. staff.Where(IsHead).Select(Of)], [.. staff.Where(IsButler).Select(Of)],
            [.. staff.Where(s => !IsHead(s) && !IsButler(s)).Select(Of)]);
    }

    // Butlers belong to the hub, also where nobody wrote it down.
    private static string? DepartmentOf(StaffSummary s) => s.Department ?? (s.Roles.Contains(SeededRoles.Butler) ? Kernel.Security.Departments.CustomerService : null);

    private static Member Of(StaffSummary s) => new(s.UserId, s.Name, s.Title, s.Roles, s.Portrait);
}

internal sealed class GetOrganisation(IStaffLookup staff) : IUseCase
{
    public async Task<OrganisationChart> HandleAsync(CancellationToken cancellation) => OrganisationChart.Of(await staff.ListAsync(cancellation: cancellation));
}
