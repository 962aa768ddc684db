using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.WorkOrders.Demonstration;

/// <summary>Lets the departments of a demonstration company work: what is dispatched is taken, visited, sometimes held, and
/// completed by their people, mostly in time. Everything goes through the use cases, in their names.</summary>
internal sealed class WorkOrdersDemo(IStaffLookup staff) : IDemoContributor
{
    private static readonly string[] Working = [SeededRoles.Staff, SeededRoles.DepartmentHead];

    public int Order => 40;

    public async Task SeedAsync(DemoCompany company, CancellationToken cancellation)
    {
        var people = await staff.ListAsync(cancellation: cancellation);
        var crews = people.Where(p => p.Department is not null && p.Roles.Any(Working.Contains)).ToLookup(p => p.Department!);
        company.OnEvent<OrderChanged>(happened =>
        {
            if (happened.Change is not (OrderChange.Dispatched or OrderChange.Transferred or OrderChange.Reworked)) return;
            if (Choose(crews, happened, company.Random) is not { } worker) return;
            company.At(company.Clock.GetUtcNow().AddSeconds(company.Random.Next(15, 60)), (services, token) =>
                new DemoWorker(services, company, worker, happened.OrderId, happened.Sequence).SeeAsync(token));
        });
    }

    private static Guid? Choose(ILookup<string, StaffSummary> crews, OrderChanged happened, Random random)
    {
        if (happened.AssigneeId is { } named) return named;
        // The staff do the work; a head steps in where there is nobody else.
        var crew = crews[happened.Department].ToList();
        var staff = crew.Where(p => p.Roles.Contains(SeededRoles.Staff)).ToList();
        var among = staff.Count > 0 ? staff : crew;
        return among.Count == 0 ? null : among[random.Next(among.Count)].UserId;
    }
}
