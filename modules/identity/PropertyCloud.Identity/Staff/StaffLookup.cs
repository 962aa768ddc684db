using PropertyCloud.Identity.Access;
using PropertyCloud.Identity.Contracts;

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

    public async Task<IReadOnlyList<StaffSummary>> ListAsync(string? role = null, string? department = null, CancellationToken cancellation = default)
    {
        var directory = await loader.StaffAsync(cancellation);
        return [.. directory.ByName.Where(s => s.IsActive && (role is null || s.Roles.Contains(role)) && (department is null || s.Department == department))];
    }
}
