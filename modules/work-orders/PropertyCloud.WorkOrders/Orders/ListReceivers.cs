using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Security;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>Who can be given orders: the four departments with their people and what each has in hand.</summary>
internal sealed class ListReceivers(IStaffLookup staff, IWorkOrderLookup orders) : IUseCase
{
    private static readonly string[] Working = [SeededRoles.Staff, SeededRoles.DepartmentHead, SeededRoles.Butler];

    internal sealed record Person(Guid Id, string Name, int InHand);

    internal sealed record Receiver(string Department, IReadOnlyList<Person> People);

    public async Task<IReadOnlyList<Receiver>> HandleAsync(CancellationToken cancellation)
    {
        var people = await staff.ListAsync(cancellation: cancellation);
        var inHand = await orders.CountOpenByAssigneeAsync(cancellation);
        return [.. Departments.All.Select(department => new Receiver(department,
            [.. people.Where(p => p.Department == department && p.Roles.Any(Working.Contains))
                .Select(p => new Person(p.UserId, p.Name, inHand.GetValueOrDefault(p.UserId)))
                .OrderBy(p => p.InHand).ThenBy(p => p.Name, StringComparer.Ordinal)]))];
    }
}
