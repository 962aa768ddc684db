using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Notifications.Notices;

/// <summary>Finds the users of an audience. People who left are not told.</summary>
internal sealed class Recipients(IStaffLookup staff, IResidentAccounts residents)
{
    private static readonly string[] Working = [SeededRoles.Staff, SeededRoles.DepartmentHead];

    public async Task<IReadOnlyList<Guid>> FindAsync(Audience audience, CancellationToken cancellation)
    {
        var found = new HashSet<Guid>();
        if (audience.User is { } user) found.Add(user);
        if (audience.Party is { } party) found.UnionWith((await residents.GetUserIdsAsync([party], cancellation)).Values);
        if (audience.Roles is { Count: > 0 } roles)
        {
            var people = await staff.ListAsync(cancellation: cancellation);
            found.UnionWith(people.Where(p => p.Roles.Any(roles.Contains)).Select(p => p.UserId));
        }

        if (audience.Department is { } department)
        {
            var people = await staff.ListAsync(department: department, cancellation: cancellation);
            found.UnionWith(people.Where(p => p.Roles.Any(Working.Contains)).Select(p => p.UserId));
        }

        if (audience.Except is { } left) found.Remove(left);
        return [.. found];
    }
}
