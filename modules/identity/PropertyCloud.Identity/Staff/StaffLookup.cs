using PropertyCloud.Identity.Access;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Staff;

/// <summary>Answers from memory: a company's staff is small and read by every list.</summary>
internal sealed class StaffLookup(AccessLoader loader) : IStaffLookup
{
    public async Task<IReadOnlyDictionary<Guid, StaffSummary>> GetAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellation = default)
    {
        var directory = await loader.StaffAsync(cancellation);
        var found = new Dictionary<Guid, StaffSummary>(userIds.Count);
        foreach (var id in userIds)
            if (directory.ById.TryGetValue(id, out var staff)) found[id] = staff;
        return found;
    }

    public async Task<IReadOnlyDictionary<Guid, DataScope>> GetScopesAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellation = default)
    {
        var directory = await loader.StaffAsync(cancellation);
        var active = userIds.Distinct().Select(id => directory.ById.GetValueOrDefault(id)).OfType<StaffSummary>().Where(s => s.IsActive).ToDictionary(s => s.UserId);
        var clusters = await loader.ClustersAsync([.. active.Values.Where(s => DataScopes.NeedsClusters(s.Roles)).Select(s => s.UserId)], cancellation);
        return userIds.Distinct().ToDictionary(id => id, id => active.TryGetValue(id, out var s)
            ? DataScopes.Of(s.Roles, directory.CommunitiesOf(id), s.Department, [.. clusters[id]])
            : DataScope.Nothing);
    }

    public async Task<IReadOnlyList<StaffSummary>> ListAsync(string? role = null, string? department = null, CancellationToken cancellation = default)
    {
        var directory = await loader.StaffAsync(cancellation);
        return [.. directory.ByName.Where(s => s.IsActive && (role is null || s.Roles.Contains(role)) && (department is null || s.Department == department))];
    }
}
