using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Households;

/// <param name="Text">Plate, name, or the last four digits of a phone.</param>
/// <param name="Living"><c>with</c> or <c>without</c> a current party; else all.</param>
internal sealed record HouseholdFilter(string? Text = null, Guid? CommunityId = null, Guid? ClusterId = null, string? Living = null)
{
    public const string With = "with";
    public const string Without = "without";
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && CommunityId is null && ClusterId is null && Living is not (With or Without);
}

/// <param name="Phone">Masked, unless it was asked for whole.</param>
/// <param name="State">有住户, 已出租, 空置.</param>
internal sealed record HouseholdRow(Guid UnitId, string Plate, string Spoken, string Community, string? Cluster, string Use, string? Contact, string? Phone, string State);

/// <summary>Units as the list and the export show them, within the reader's data scope.</summary>
internal sealed class HouseholdQuery(RegistryDbContext db, ICommunityLookup communities, ICurrentUser user, Display display, Texts texts)
{
    public const int PageSize = 30;

    public async Task<PageOf<HouseholdRow>> PageAsync(HouseholdFilter filter, int page, CancellationToken cancellation = default)
    {
        var units = await FilterAsync(filter, cancellation);
        var number = Math.Max(1, page);
        var total = await units.CountAsync(cancellation);
        return new(await RowsAsync(units, (number - 1) * PageSize, PageSize, false, cancellation), number, PageSize, total);
    }

    public async Task<int> CountAsync(HouseholdFilter filter, CancellationToken cancellation = default) =>
        await (await FilterAsync(filter, cancellation)).CountAsync(cancellation);

    /// <summary>All rows of a filter, read in portions.</summary>
    public async IAsyncEnumerable<HouseholdRow> AllAsync(HouseholdFilter filter, bool wholePhones, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        const int portion = 500;
        var units = await FilterAsync(filter, cancellation);
        for (var skip = 0; ; skip += portion)
        {
            var rows = await RowsAsync(units, skip, portion, wholePhones, cancellation);
            foreach (var row in rows) yield return row;
            if (rows.Count < portion) yield break;
        }
    }

    /// <summary>Clusters to choose from, without the counts that the lookup adds up.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> ClustersAsync(Guid? communityId, CancellationToken cancellation = default) =>
        [.. (await db.Clusters.AsNoTracking().Where(c => communityId == null || c.CommunityId == communityId).OrderBy(c => c.Name).Take(500)
            .Select(c => new { c.Id, c.Name }).ToListAsync(cancellation)).Select(c => (c.Id, c.Name))];

    /// <summary>The unit with its relations, to be changed; outside the reader's scope it is not there.</summary>
    public async Task<Unit> RequireUnitAsync(Guid unitId, CancellationToken cancellation = default)
    {
        var unit = await db.Units.InScope(user.Scope).FirstOrDefaultAsync(u => u.Id == unitId, cancellation) ?? throw DomainException.NotFound();
        await db.Relations.Where(r => r.UnitId == unitId).LoadAsync(cancellation);
        return unit;
    }

    private async Task<IQueryable<Unit>> FilterAsync(HouseholdFilter filter, CancellationToken cancellation)
    {
        var today = display.Today;
        var units = db.Units.AsNoTracking().InScope(user.Scope);
        if (filter.CommunityId is { } community) units = units.Where(u => u.CommunityId == community);
        if (filter.ClusterId is { } cluster) units = units.Where(u => u.ClusterId == cluster);
        if (filter.Living == HouseholdFilter.With) units = units.Where(u => db.Relations.Any(r => r.UnitId == u.Id && r.From <= today && (r.To == null || r.To >= today)));
        if (filter.Living == HouseholdFilter.Without) units = units.Where(u => !db.Relations.Any(r => r.UnitId == u.Id && r.From <= today && (r.To == null || r.To >= today)));
        return string.IsNullOrWhiteSpace(filter.Text) ? units : units.Search(await db.SearchAsync(filter.Text, today, cancellation));
    }

    private async Task<IReadOnlyList<HouseholdRow>> RowsAsync(IQueryable<Unit> filtered, int skip, int take, bool wholePhones, CancellationToken cancellation)
    {
        var units = await filtered.OrderBy(u => u.CommunityId).ThenBy(u => u.SortKey).Skip(skip).Take(take)
            .Select(u => new { u.Id, u.Plate, u.Spoken, u.CommunityId, u.ClusterId, u.Kind }).ToListAsync(cancellation);
        if (units.Count == 0) return [];
        var ids = units.Select(u => u.Id).ToList();
        var contacts = await db.ContactsOfAsync(ids, cancellation);
        var today = display.Today;
        var roles = (await db.Relations.Where(r => ids.Contains(r.UnitId) && r.From <= today && (r.To == null || r.To >= today))
            .Select(r => new { r.UnitId, r.Role }).ToListAsync(cancellation)).ToLookup(r => r.UnitId, r => r.Role);
        var names = (await communities.ListAsync(cancellation)).ToDictionary(c => c.Id, c => c.Name);
        var clusterIds = units.Select(u => u.ClusterId).OfType<Guid>().Distinct().ToList();
        var clusters = await db.Clusters.AsNoTracking().Where(c => clusterIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, cancellation);
        return [.. units.Select(u =>
        {
            var contact = contacts.GetValueOrDefault(u.Id);
            return new HouseholdRow(u.Id, u.Plate, u.Spoken, names.GetValueOrDefault(u.CommunityId, ""), u.ClusterId is { } c ? clusters.GetValueOrDefault(c) : null,
                texts.Say(UnitKinds.Text(u.Kind)), contact?.Name, wholePhones ? contact?.Phone : Display.Phone(contact?.Phone), StateOf([.. roles[u.Id]]));
        })];
    }

    private string StateOf(IReadOnlyList<UnitRole> roles) =>
        texts.Say(roles.Count == 0 ? "空置" : roles.Contains(UnitRole.Tenant) ? "已出租" : "有住户");
}
