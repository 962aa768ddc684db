using Microsoft.AspNetCore.Http;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Theme.Layout;

/// <summary>The menus as this reader may see them: by permission, and by what the company's edition includes. Scoped.</summary>
public sealed class Navigation(ModuleCatalog catalog, ICurrentUser me, ICurrentTenant tenant, IHttpContextAccessor http)
{
    public const int MostInRail = 11;

    public IReadOnlyList<MenuEntry> Entries(MenuPlace place) =>
    [
        .. catalog.Menu
            .Where(x => x.Entry.Place == place && (x.Module.AlwaysOn || Includes(x.Module.Name)) && (x.Entry.Permission is null || me.Has(x.Entry.Permission)))
            .Select(x => x.Entry)
            .DistinctBy(x => x.Url),
    ];

    /// <summary>The rail without the settings, which stand at its end.</summary>
    public IReadOnlyList<MenuEntry> Rail => [.. Entries(MenuPlace.Rail).Take(MostInRail)];

    /// <summary>At most five, the centre one in the middle.</summary>
    public IReadOnlyList<MenuEntry> StaffTabs
    {
        get
        {
            var all = Entries(MenuPlace.StaffTab);
            var centre = all.FirstOrDefault(x => x.Centre);
            var sides = all.Where(x => !x.Centre).Take(centre is null ? 5 : 4).ToList();
            if (centre is not null) sides.Insert(Math.Min(2, sides.Count), centre);
            return sides;
        }
    }

    /// <summary>What a page may be told to look at again: the modules' names; the server leaves out what the reader may not hear.</summary>
    public IEnumerable<string> Topics => catalog.Modules.Select(x => x.Name).Where(x => x != "theme");

    public MenuEntry? NewOne => Entries(MenuPlace.StaffTab).FirstOrDefault(x => x.Centre);

    public bool HasSettings => Entries(MenuPlace.Setting).Count > 0;

    /// <summary>True where the reader has a list that the search could land in.</summary>
    public bool CanSearch => Entries(MenuPlace.Rail).Concat(Entries(MenuPlace.StaffTab)).Any(x => x.Url.StartsWith("/requests", StringComparison.Ordinal) && !x.Centre);

    /// <summary>Where a reader lands: the first entry that they may open.</summary>
    public string HomeUrl
    {
        get
        {
            if (tenant.Info?.IsPlatform == true) return Entries(MenuPlace.Platform).FirstOrDefault()?.Url ?? "/preferences";
            if (me.Access?.IsResident == true) return Entries(MenuPlace.ResidentTab).FirstOrDefault()?.Url ?? "/preferences";
            var staff = Entries(MenuPlace.StaffTab).Where(x => !x.Centre).Concat(Entries(MenuPlace.Rail)).OrderBy(x => x.Order);
            return staff.FirstOrDefault()?.Url ?? (HasSettings ? "/settings" : "/preferences");
        }
    }

    /// <summary>The entry among these that the present address belongs to: the longest that it begins with.</summary>
    public MenuEntry? Current(IEnumerable<MenuEntry> entries)
    {
        var path = http.HttpContext?.Request.Path ?? default;
        return entries.Where(x => path.StartsWithSegments(x.Url)).MaxBy(x => x.Url.Length);
    }

    /// <summary>The frame of pages that every audience opens: account, preferences, errors.</summary>
    public Frame FrameOfReader =>
        !me.IsAuthenticated ? Frame.Plain
        : me.Access!.IsResident ? Frame.Resident
        : tenant.Info?.IsPlatform == true ? Frame.Platform
        : Frame.Staff;

    private bool Includes(string module) => tenant.Info?.Features.Contains(module) == true;
}
