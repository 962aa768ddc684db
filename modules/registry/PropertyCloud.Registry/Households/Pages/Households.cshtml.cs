using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Registry.Households.Pages;

[Permission(RegistryPermissions.View)]
public sealed class HouseholdsModel : RegistryPage
{
    [BindProperty(SupportsGet = true, Name = "q")] public string? Text { get; set; }
    [BindProperty(SupportsGet = true, Name = "community")] public Guid? CommunityId { get; set; }
    [BindProperty(SupportsGet = true, Name = "cluster")] public Guid? ClusterId { get; set; }
    [BindProperty(SupportsGet = true, Name = "living")] public string? Living { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public override string Title => L["住户"];
    internal PageOf<HouseholdRow> Result { get; private set; } = new([], 1, HouseholdQuery.PageSize, 0);
    internal IReadOnlyList<CommunitySummary> Communities { get; private set; } = [];
    internal IReadOnlyList<(Guid Id, string Name)> Clusters { get; private set; } = [];
    internal HouseholdFilter Filter => new(Text, CommunityId, ClusterId, Living);

    /// <summary>The filter as a query, for links and forms that keep it.</summary>
    internal string Query(string? handler = null) => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["handler"] = handler, ["q"] = Text, ["community"] = CommunityId?.ToString(), ["cluster"] = ClusterId?.ToString(), ["living"] = Living,
    }.Where(x => !string.IsNullOrEmpty(x.Value)).ToDictionary(x => x.Key, x => x.Value)) is { Length: > 0 } query ? query : "?";

    public Task OnGetAsync() => LoadAsync(Cancelled);

    public async Task<IActionResult> OnGetExportAsync()
    {
        await UseCase<ExportHouseholds>().MaskedAsync(Filter, Response, Cancelled);
        return new EmptyResult();
    }

    public Task<IActionResult> OnPostExportUnmaskedAsync(string? reason) => DoAsync(async () =>
    {
        if (!Me.Has(RegistryPermissions.ExportUnmasked)) return Forbid();
        await UseCase<ExportHouseholds>().UnmaskedAsync(Filter, reason, Response, Cancelled);
        return new EmptyResult();
    });

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        var households = UseCase<HouseholdQuery>();
        Communities = await UseCase<ICommunityLookup>().ListAsync(cancellation);
        Clusters = await households.ClustersAsync(CommunityId, cancellation);
        Result = await households.PageAsync(Filter, Number, cancellation);
    }
}
