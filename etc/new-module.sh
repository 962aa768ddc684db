#!/usr/bin/env bash
# Makes a module that builds, migrates on both engines and shows an empty page.
#   etc/new-module.sh NAME [TITLE]     as in: etc/new-module.sh key-safe 钥匙柜
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:-} title=${2:-新模块}
[[ $name =~ ^[a-z][a-z0-9]*(-[a-z0-9]+)*$ ]] || { sed -n '2,3p' "$0" >&2; exit 2; }
[ ! -e "modules/$name" ] || { echo "modules/$name is there already." >&2; exit 1; }
pascal=$(sed -E 's/(^|-)([a-z0-9])/\U\2/g' <<<"$name")
english=$(sed -E 's/-/ /g; s/^./\U&/' <<<"$name")
module="modules/$name/PropertyCloud.$pascal" tests="test/PropertyCloud.$pascal.Tests"
[ ! -e "$tests" ] || { echo "$tests is there already." >&2; exit 1; }
mkdir -p "$module"/{Entries/Pages,Data,Localization} "$tests/Entries"

put() { sed -e "s/@NAME@/$name/g; s/@PASCAL@/$pascal/g; s/@TITLE@/$title/g; s/@ENGLISH@/$english/g" >"$1"; }

put "modules/$name/README.md" <<'X'
# @ENGLISH@

**Owns** `Entry`. **Publishes** nothing yet. **Hears** nothing yet.

Page `/@NAME@`; the same under `/api/@NAME@/entries`.
X
put "$module/PropertyCloud.$pascal.csproj" <<'X'
<Project Sdk="Microsoft.NET.Sdk.Razor">
  <ItemGroup>
    <FrameworkReference Include="Microsoft.AspNetCore.App" />
    <ProjectReference Include="$(RepositoryRoot)modules/kernel/PropertyCloud.Kernel/PropertyCloud.Kernel.csproj" />
    <ProjectReference Include="$(RepositoryRoot)modules/theme/PropertyCloud.Theme/PropertyCloud.Theme.csproj" />
  </ItemGroup>
  <ItemGroup>
    <InternalsVisibleTo Include="PropertyCloud.@PASCAL@.Tests" />
  </ItemGroup>
</Project>
X
put "$module/${pascal}Module.cs" <<'X'
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.@PASCAL@.Data;
using PropertyCloud.@PASCAL@.Entries;

namespace PropertyCloud.@PASCAL@;

/// <summary>@TITLE@.</summary>
[Module("@NAME@", DependsOn = ["identity"])]
public sealed class @PASCAL@Module : PropertyCloudModule
{
    public override IEnumerable<PermissionDefinition> Permissions => @PASCAL@Permissions.All;
    public override IEnumerable<MenuEntry> Menu => [new(MenuPlace.Rail, 90, "@TITLE@", "list-details", "/@NAME@", @PASCAL@Permissions.See)];

    public override void ConfigureServices(ModuleContext context) => context.AddDbContext<@PASCAL@DbContext, Sqlite@PASCAL@DbContext, MySql@PASCAL@DbContext>();

    public override void MapEndpoints(IEndpointRouteBuilder api) => EntryEndpoints.Map(api);
}
X
put "$module/${pascal}Permissions.cs" <<'X'
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.@PASCAL@;

internal static class @PASCAL@Permissions
{
    public const string See = "@NAME@.see";

    public static readonly IReadOnlyList<PermissionDefinition> All = [new(See, "看@TITLE@", SeededRoles.Supervisor, SeededRoles.CentreDirector, SeededRoles.CompanyAdministrator)];
}
X
put "$module/_ViewImports.cshtml" <<'X'
@using PropertyCloud.Theme.Components
@using PropertyCloud.Kernel.Localization
@addTagHelper *, Microsoft.AspNetCore.Mvc.TagHelpers
@addTagHelper *, PropertyCloud.Theme
@inject PropertyCloud.Kernel.Localization.Texts L
@inject PropertyCloud.Kernel.Localization.Display Show
X
put "$module/Entries/Entry.cs" <<'X'
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.@PASCAL@.Entries;

/// <summary>What this module keeps: name it after what it is, and put its rules here.</summary>
[Audited]
internal sealed class Entry : AggregateRoot
{
    private Entry() { }

    public string Title { get; private set; } = "";

    public static Entry Write(Guid id, string title)
    {
        new Check().Required(title, "Title", "填写标题").Max(title, 80, "Title").ThrowIfAny();
        return new() { Id = id, Title = title.Trim() };
    }
}
X
put "$module/Entries/EntryConfiguration.cs" <<'X'
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.@PASCAL@.Entries;

internal sealed class EntryConfiguration : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> b)
    {
        b.Property(x => x.Title).HasMaxLength(80);
        b.HasIndex(x => x.CreatedAt);
    }
}
X
put "$module/Entries/ListEntries.cs" <<'X'
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Web;
using PropertyCloud.@PASCAL@.Data;

namespace PropertyCloud.@PASCAL@.Entries;

/// <summary>The newest first, a page at a time.</summary>
internal sealed class ListEntries(@PASCAL@DbContext db) : IUseCase
{
    private const int Size = 20;

    /// <param name="page">1 is the first page.</param>
    public async Task<PageOf<Entry>> HandleAsync(int page, CancellationToken cancellation)
    {
        var number = Math.Max(1, page);
        var rows = await db.Entries.AsNoTracking().OrderByDescending(e => e.CreatedAt).Skip((number - 1) * Size).Take(Size).ToListAsync(cancellation);
        return new(rows, number, Size, await db.Entries.CountAsync(cancellation));
    }
}
X
put "$module/Entries/EntryEndpoints.cs" <<'X'
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.@PASCAL@.Entries;

internal sealed record EntryResource(Guid Id, string Title, DateTime CreatedAt);

/// <summary>/api/@NAME@/entries</summary>
internal static class EntryEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/entries", async (ListEntries list, int? page, CancellationToken cancellation) =>
            (await list.HandleAsync(page ?? 1, cancellation)).Items.Select(e => new EntryResource(e.Id, e.Title, e.CreatedAt))).RequirePermission(@PASCAL@Permissions.See);
}
X
put "$module/Entries/Pages/${pascal}Entries.cshtml" <<'X'
@page "/@NAME@"
@model PropertyCloud.@PASCAL@.Entries.Pages.@PASCAL@EntriesModel
<div class="phd"><h1>@L["@TITLE@"]</h1></div>
@if (Model.Result.Items.Count == 0)
{
  <pc-empty state="@(new EmptyState(L["这里还没有"], L["有了以后会出现在这里"], null, null, "list-details"))" />
}
else
{
  <ul class="settings">
    @foreach (var entry in Model.Result.Items)
    {
      <li>@entry.Title <small>@Show.When(entry.CreatedAt)</small></li>
    }
  </ul>
  <pc-pager page="@Model.Result" />
}
X
put "$module/Entries/Pages/${pascal}Entries.cshtml.cs" <<'X'
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.@PASCAL@.Entries.Pages;

/// <summary>@TITLE@: what is kept, the newest first.</summary>
[Permission(@PASCAL@Permissions.See)]
public sealed class @PASCAL@EntriesModel : ModulePage
{
    public override string Title => L.Say("@TITLE@");

    internal PageOf<Entry> Result { get; private set; } = new([], 1, 1, 0);

    // `page` is a route value of Razor Pages: the query's own is read by hand.
    public async Task OnGetAsync() => Result = await HttpContext.RequestServices.GetRequiredService<ListEntries>()
        .HandleAsync(int.TryParse(Request.Query["page"], out var page) ? page : 1, HttpContext.RequestAborted);
}
X
put "$module/Data/${pascal}DbContext.cs" <<'X'
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Data;
using PropertyCloud.@PASCAL@.Entries;

namespace PropertyCloud.@PASCAL@.Data;

internal abstract class @PASCAL@DbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<Entry> Entries => Set<Entry>();
}

internal sealed class Sqlite@PASCAL@DbContext(DbContextOptions<Sqlite@PASCAL@DbContext> options) : @PASCAL@DbContext(options);

internal sealed class MySql@PASCAL@DbContext(DbContextOptions<MySql@PASCAL@DbContext> options) : @PASCAL@DbContext(options);
X
put "$module/Localization/en.json" <<'X'
{
  "@TITLE@": "@ENGLISH@",
  "看@TITLE@": "See @ENGLISH@",
  "填写标题": "Fill in a title",
  "这里还没有": "Nothing here yet",
  "有了以后会出现在这里": "It will appear here"
}
X
put "$tests/PropertyCloud.$pascal.Tests.csproj" <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <ItemGroup>
    <PackageReference Include="Microsoft.NET.Test.Sdk" />
    <PackageReference Include="xunit" />
    <PackageReference Include="xunit.runner.visualstudio" />
    <PackageReference Include="Shouldly" />
    <ProjectReference Include="../PropertyCloud.Testing/PropertyCloud.Testing.csproj" />
  </ItemGroup>
  <ItemGroup>
    <Using Include="Shouldly" />
    <Using Include="Xunit" />
  </ItemGroup>
</Project>
X
put "$tests/Assembly.cs" <<'X'
// The tests of an assembly share one host for each engine, and its clock.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
X
put "$tests/Entries/EntryTests.cs" <<'X'
using PropertyCloud.Kernel.Errors;
using PropertyCloud.@PASCAL@.Entries;

namespace PropertyCloud.@PASCAL@.Tests.Entries;

public sealed class EntryTests
{
    [Theory]
    [InlineData(" ", "kernel.required")]
    [InlineData("a\u0001", "kernel.control-characters")]
    public void Write_WithABadTitle_IsRefused(string title, string code) =>
        Should.Throw<InvalidInputException>(() => Entry.Write(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), title)).Errors.ShouldContain(e => e.Field == "Title" && e.Code == code);

    [Fact]
    public void Write_KeepsWhatWasSaid() => Entry.Write(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), " 一 ").Title.ShouldBe("一");
}
X
put "$tests/Entries/EntryPageTests.cs" <<'X'
using System.Net;
using PropertyCloud.Testing;

namespace PropertyCloud.@PASCAL@.Tests.Entries;

public abstract class EntryPageTests(AppFixture fixture)
{
    [Fact]
    public async Task Page_ShowsThatNothingIsThere_InBothLanguages()
    {
        var supervisor = await fixture.App.SignInAsync("standard", "supervisor");
        (await supervisor.Http.GetStringAsync("/@NAME@")).ShouldContain("<h1>@TITLE@</h1>");
        var english = fixture.App.Anonymous("standard");
        english.Http.DefaultRequestHeaders.Add("Accept-Language", "en");
        await english.SignInAsync("supervisor", TestApp.Password);
        (await english.Http.GetStringAsync("/@NAME@")).ShouldContain("<h1>@ENGLISH@</h1>");
    }

    [Fact]
    public async Task List_IsForWhoMay()
    {
        (await (await fixture.App.SignInAsync("standard", "supervisor")).JsonAsync(HttpMethod.Get, "/api/@NAME@/entries")).GetArrayLength().ShouldBe(0);
        using var refused = await (await fixture.App.SignInAsync("standard", "eng1")).Http.GetAsync("/api/@NAME@/entries");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}

public sealed class EntryPageOnSqliteTests(SqliteApp app) : EntryPageTests(app), IClassFixture<SqliteApp>;

public sealed class EntryPageOnMariaDbTests(MariaDbApp app) : EntryPageTests(app), IClassFixture<MariaDbApp>;
X

# The host's list and its reference; both stay in the order in which they grew.
sed -i "s#^    \];#        new ${pascal}Module(),\n    ];#; s#^using PropertyCloud.Kernel.Modularity;#&\nusing PropertyCloud.$pascal;#" host/PropertyCloud.Host/Modules.cs
sed -i "s#^    <ProjectReference Include=\"\$(RepositoryRoot)tenants/#    <ProjectReference Include=\"\$(RepositoryRoot)$module/PropertyCloud.$pascal.csproj\" />\n&#" host/PropertyCloud.Host/PropertyCloud.Host.csproj
dotnet sln PropertyCloud.sln add --solution-folder "modules/$name" "$module" >/dev/null
dotnet sln PropertyCloud.sln add --solution-folder test "$tests" >/dev/null
dotnet restore PropertyCloud.sln -v q --force-evaluate
bash etc/migration.sh "$name" Initial

cat <<X

$module is there: it builds, migrates on both engines and shows an empty page at /$name.
Next:
  1. Name Entry after what the module keeps and put its rules into it; then: bash etc/migration.sh $name NAME
  2. Contracts, only when another module calls or hears it: modules/$name/PropertyCloud.$pascal.Contracts
  3. Say in modules/$name/README.md what it owns, publishes, hears and promises
  4. bash etc/test.sh --only $pascal, then --only Architecture and --only Isolation: they find the module by themselves
X
