using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Registry.Data;
using PropertyCloud.Testing;

namespace PropertyCloud.Registry.Tests.Http;

/// <summary>One card for every household (R56, R83): it leads to the company and to the butler.</summary>
public abstract class ServiceCardRequirementTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Theory, Trait("Requirement", "R56"), Trait("Requirement", "R83")]
    [InlineData("standard")]
    [InlineData("considerate")]
    public async Task EveryUnit_HasExactlyOneCardThatLeads(string company)
    {
        var (units, cards, distinct) = await App.In(company, async services =>
        {
            var db = services.GetRequiredService<RegistryDbContext>();
            var active = await db.Cards.AsNoTracking().Where(c => c.ActiveUnitId != null).Select(c => c.Code).ToListAsync();
            return (await db.Units.CountAsync(), active.Count, active.Distinct().Count());
        });
        units.ShouldBeGreaterThan(0);
        (cards, distinct).ShouldBe((units, units));
    }

    [Fact, Trait("Requirement", "R56")]
    public async Task Card_IsForAllHours_AndLeadsToTheResidentsHome()
    {
        var resident = App.Anonymous("standard");
        await resident.SignInAsync("resident1", TestApp.Password);
        var card = (await resident.JsonAsync(HttpMethod.Get, "/api/registry/own-cards")).EnumerateArray().First();
        var page = (await resident.GetAsync("/home/card")).Ok();
        page.Text.ShouldContain("24 小时服务卡");
        page.Text.ShouldContain(card.GetProperty("plate").GetString()!);
        var home = (await resident.GetAsync(new Uri(card.GetProperty("address").GetString()!).PathAndQuery)).Ok();
        home.Url.AbsolutePath.ShouldBe("/home");
        home.Document.QuerySelector(".scard a[href^='tel:'], .scard a[href*='call']").ShouldNotBeNull("whoever scans it can call the butler");
    }

    [Fact, Trait("Requirement", "R83")]
    public async Task Card_OfTheConsiderateButler_NamesTheCentreBesideTheButler()
    {
        var admin = App.Anonymous("considerate");
        await admin.SignInAsync("admin", TestApp.Password);
        (await (await admin.GetAsync("/registry")).Ok().SubmitAsync("form[action*='Hotline']", new() { ["hotline"] = "400-860-0001" })).Ok();
        var resident = App.Anonymous("considerate");
        await resident.SignInAsync("resident1", TestApp.Password);
        var card = (await resident.GetAsync("/home/card")).Ok();
        card.Document.QuerySelector("a[href='tel:400-860-0001']").ShouldNotBeNull("the centre");
        (await resident.GetAsync("/home")).Ok().Document.QuerySelector(".scard").ShouldNotBeNull().TextContent.ShouldContain("您的贴心管家");
    }
}

public sealed class SqliteServiceCardRequirementTests(SqliteApp fixture) : ServiceCardRequirementTests(fixture), IClassFixture<SqliteApp>;

[Trait("Engine", "MariaDb")]
public sealed class MariaDbServiceCardRequirementTests(MariaDbApp fixture) : ServiceCardRequirementTests(fixture), IClassFixture<MariaDbApp>;
