using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Notifications.Notices;

/// <summary>Finds the users of an audience. People who left are not told; by role and department only those are whose data scope
/// covers where it happened.</summary>
internal sealed class Recipients(IStaffLookup staff, IResidentAccounts residents)
{
    private static readonly string[] Working = [SeededRoles.Staff, SeededRoles.DepartmentHead];

    /// <summary>Who is told where nobody of the wanted roles covers the place: a matter that nobody hears of is lost.</summary>
    private static readonly string[] WholeCompany = [SeededRoles.CentreDirector, SeededRoles.CompanyAdministrator];

    public async Task<IReadOnlyList<Guid>> FindAsync(Audience audience, CancellationToken cancellation)
    {
        var found = new HashSet<Guid>();
        if (audience.User is { } user) found.Add(user);
        if (audience.Party is { } party) found.UnionWith((await residents.GetUserIdsAsync([party], cancellation)).Values);
        if (audience.Roles is { Count: > 0 } roles) found.UnionWith(await OfRolesAsync(roles, audience.At, cancellation));
        if (audience.Department is { } department) found.UnionWith(await OfDepartmentAsync(department, audience.At, cancellation));
        if (audience.Except is { } left) found.Remove(left);
        return [.. found];
    }

    private async Task<IReadOnlyList<Guid>> OfRolesAsync(IReadOnlyList<string> roles, IReadOnlyList<NoticePlace>? at, CancellationToken cancellation)
    {
        var people = await staff.ListAsync(cancellation: cancellation);
        var near = await CoveringAsync([.. people.Where(p => p.Roles.Any(roles.Contains)).Select(p => p.UserId)], at, null, cancellation);
        return near.Count > 0 ? near : [.. people.Where(p => p.Roles.Any(WholeCompany.Contains)).Select(p => p.UserId)];
    }

    /// <summary>A department works as one: where it has nobody for the place, all of it hear, and whoever is free takes it.</summary>
    private async Task<IReadOnlyList<Guid>> OfDepartmentAsync(string department, IReadOnlyList<NoticePlace>? at, CancellationToken cancellation)
    {
        var people = await staff.ListAsync(department: department, cancellation: cancellation);
        var working = people.Where(p => p.Roles.Any(Working.Contains)).Select(p => p.UserId).ToList();
        var near = await CoveringAsync(working, at, department, cancellation);
        return near.Count > 0 ? near : working;
    }

    private async Task<IReadOnlyList<Guid>> CoveringAsync(IReadOnlyList<Guid> users, IReadOnlyList<NoticePlace>? at, string? department, CancellationToken cancellation)
    {
        if (at is null || users.Count == 0) return users;
        var scopes = await staff.GetScopesAsync(users, cancellation);
        return [.. users.Where(u => at.Any(place => scopes[u].Covers(place.CommunityId, place.ClusterId, department)))];
    }
}
