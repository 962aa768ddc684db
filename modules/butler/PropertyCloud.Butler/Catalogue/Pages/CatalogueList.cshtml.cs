using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.Catalogue.Pages;

/// <summary>服务目录: what residents can choose from, by kind.</summary>
[Permission(ButlerPermissions.Catalogue)]
public sealed class CatalogueListModel : ButlerPage
{
    public override string Title => L.Say("服务目录");

    /// <summary>The item that is edited.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Edit { get; set; }

    internal IReadOnlyList<CatalogueItem> Items { get; private set; } = [];
    internal CatalogueItem? Editing => Edit is { } id ? Items.FirstOrDefault(i => i.Id == id) : null;

    public Task OnGetAsync() => LoadAsync(Cancel);

    public Task<IActionResult> OnPostAsync(string? code, string? kind, string? name, string? nameEn, string? department, string? severity, string? icon, int order) => DoAsync(async () =>
    {
        var facts = new CatalogueFacts(kind ?? "", name ?? "", Empty(nameEn), Empty(department), Empty(severity), Empty(icon), order);
        if (Edit is { } id) await Use<SaveItem>().ChangeAsync(id, facts, Cancel);
        else await Use<SaveItem>().AddAsync((code ?? "").Trim(), facts, Cancel);
        Notice = L.Say("已保存");
        return Redirect("/catalogue");
    });

    public Task<IActionResult> OnPostOfferAsync(Guid id, bool offered) => DoAsync(async () =>
    {
        await Use<SaveItem>().OfferAsync(id, offered, Cancel);
        Notice = offered ? L.Say("已恢复") : L.Say("已停用");
        return Redirect("/catalogue");
    });

    protected override async Task LoadAsync(CancellationToken cancellation) =>
        Items = await Use<ButlerDbContext>().Catalogue.AsNoTracking().OrderBy(i => i.Kind).ThenBy(i => i.Order).Take(500).ToListAsync(cancellation);

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
