using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Requests.Pages;

/// <summary>调度台: everything open by stage, what needs attention, who is there; looks again by itself.</summary>
[Permission(ButlerPermissions.Board)]
public sealed class DispatchBoardModel : ButlerPage
{
    public override string Title => L.Say("调度台");

    [BindProperty(SupportsGet = true)] public string? Department { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Community { get; set; }
    [BindProperty(SupportsGet = true)] public string? Attention { get; set; }
    [BindProperty(SupportsGet = true)] public string? View { get; set; }

    internal BoardView Board { get; private set; } = null!;
    internal IReadOnlyList<CommunitySummary> Communities { get; private set; } = [];
    internal bool AsList => View == "list";

    public async Task OnGetAsync()
    {
        Communities = await Use<ICommunityLookup>().ListAsync(Cancel);
        if (Me.Scope.Kind == DataScopeKind.Community) Communities = [.. Communities.Where(c => Me.Scope.Ids.Contains(c.Id))];
        await LoadAsync(Cancel);
    }

    public async Task<IActionResult> OnGetCardsAsync()
    {
        await LoadAsync(Cancel);
        return Partial("/Requests/Pages/_BoardPart.cshtml", this);
    }

    protected override async Task LoadAsync(CancellationToken cancellation) =>
        Board = await Use<Board>().HandleAsync(new(Department, Community, Attention), cancellation);

    /// <summary>This page with one choice changed; null takes it away.</summary>
    internal string With(string name, string? value)
    {
        var query = new Microsoft.AspNetCore.Http.Extensions.QueryBuilder();
        foreach (var (key, kept) in new[] { ("department", Department), ("community", Community?.ToString()), ("attention", Attention), ("view", View) })
        {
            var now = key == name ? value : kept;
            if (!string.IsNullOrEmpty(now)) query.Add(key, now);
        }

        var text = query.ToString();
        return text.Length == 0 ? "/board" : $"/board{text}";
    }

    internal string CardsUrl => With("handler", null) is var here && here.Contains('?', StringComparison.Ordinal) ? $"{here}&handler=Cards" : $"{here}?handler=Cards";
}
