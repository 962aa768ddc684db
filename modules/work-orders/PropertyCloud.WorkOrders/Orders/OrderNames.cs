using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>People and departments as readers call them; one lookup for a whole page.</summary>
internal sealed class OrderNames(IStaffLookup staff, Texts texts)
{
    public async Task<IReadOnlyDictionary<Guid, string>> PeopleAsync(IEnumerable<Guid?> ids, CancellationToken cancellation)
    {
        var wanted = ids.OfType<Guid>().Distinct().ToList();
        if (wanted.Count == 0) return new Dictionary<Guid, string>();
        var found = await staff.GetAsync(wanted, cancellation);
        return found.ToDictionary(p => p.Key, p => p.Value.Name);
    }

    /// <summary>Who is first on an order that two people wanted.</summary>
    public async Task<string> PersonAsync(Guid id, CancellationToken cancellation) =>
        (await PeopleAsync([id], cancellation)).GetValueOrDefault(id) ?? texts.Say("同事");

    public string Department(string code) => code switch
    {
        Departments.CustomerService => texts.Say("客服部"),
        Departments.OrderKeeping => texts.Say("秩序部"),
        Departments.Environment => texts.Say("环境部"),
        Departments.Engineering => texts.Say("工程部"),
        _ => code,
    };

    /// <summary>Refuses a person who has left or works elsewhere.</summary>
    public async Task RequireMemberAsync(Guid userId, string department, CancellationToken cancellation)
    {
        var found = (await staff.GetAsync([userId], cancellation)).GetValueOrDefault(userId);
        if (found is not { IsActive: true } || found.Department != department)
            throw new DomainException("work-orders.not-a-member", "选{0}在职的人", Department(department)) { Status = 422, Field = "assignee" };
    }
}
