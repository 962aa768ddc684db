using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Testing;

namespace PropertyCloud.Identity.Tests.Http;

public abstract class LinkTests(IdentityApp fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task Link_IsMadeFromConfiguration()
    {
        var link = await NewLinkAsync();
        link.GetLeftPart(UriPartial.Authority).ShouldBe("http://standard.localhost:5000");
        link.Segments[^1].Length.ShouldBe(22);
    }

    [Fact]
    public async Task Link_Looking_DoesNotUseItUp()
    {
        var link = await NewLinkAsync();
        for (var i = 0; i < 3; i++) (await App.Anonymous("standard").GetAsync(link.AbsolutePath)).Ok();
        (await UseAsync(link)).IsSignedIn().ShouldBeTrue();
    }

    [Fact]
    public async Task Link_Used_IsGone()
    {
        var link = await NewLinkAsync();
        var kept = await App.Anonymous("standard").GetAsync(link.AbsolutePath);
        (await UseAsync(link)).IsSignedIn().ShouldBeTrue();
        (await App.Anonymous("standard").GetAsync(link.AbsolutePath)).Status.ShouldBe(HttpStatusCode.Gone);
        (await kept.SubmitAsync("main form", Passwords())).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Link_After72Hours_IsGone()
    {
        var link = await NewLinkAsync();
        await App.AdvanceAsync(TimeSpan.FromHours(72));
        (await App.Anonymous("standard").GetAsync(link.AbsolutePath)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Link_IssuedAgain_WithdrawsTheEarlier()
    {
        var admin = await AdminAsync();
        var id = await admin.CreateAsync(People.Input(People.NewName()));
        var first = await admin.LinkAsync(id);
        var second = await admin.LinkAsync(id);
        (await App.Anonymous("standard").GetAsync(first.AbsolutePath)).Status.ShouldBe(HttpStatusCode.Gone);
        (await App.Anonymous("standard").GetAsync(second.AbsolutePath)).Ok();
    }

    [Fact]
    public async Task Link_Unknown_AndOnAnotherCompanysAddress_IsGone()
    {
        var link = await NewLinkAsync();
        (await App.Anonymous("considerate").GetAsync(link.AbsolutePath)).Status.ShouldBe(HttpStatusCode.Gone);
        (await App.Anonymous("standard").GetAsync("/link/AAAAAAAAAAAAAAAAAAAAAA")).Status.ShouldBe(HttpStatusCode.Gone);
        (await App.Anonymous("standard").GetAsync(link.AbsolutePath)).Ok();
    }

    [Fact]
    public async Task Link_OfDeactivatedStaff_IsGone()
    {
        var admin = await AdminAsync();
        var id = await admin.CreateAsync(People.Input(People.NewName()));
        var link = await admin.LinkAsync(id);
        (await admin.PostAsync($"/api/identity/staff/{id}/deactivate")).EnsureSuccessStatusCode();
        (await App.Anonymous("standard").GetAsync(link.AbsolutePath)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Link_WithAWeakPassword_StaysUsable()
    {
        var link = await NewLinkAsync();
        var page = await App.Anonymous("standard").GetAsync(link.AbsolutePath);
        (await page.SubmitAsync("main form", new() { ["newPassword"] = "short", ["repeat"] = "short" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await UseAsync(link)).IsSignedIn().ShouldBeTrue();
    }

    [Fact]
    public async Task Link_UsedTwiceAtOnce_LetsInOnce()
    {
        var link = await NewLinkAsync();
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => App.Anonymous("standard").GetAsync(link.AbsolutePath)));
        var results = await Task.WhenAll(pages.Select(p => p.SubmitAsync("main form", Passwords())));
        results.Count(r => r.IsSignedIn()).ShouldBe(1, string.Join(" ", results.Select(r => r.Status)));
    }

    [Fact]
    public async Task ResidentsLink_ConfirmsAndSignsIn_WithoutAPassword()
    {
        var (partyId, link) = await ResidentLinkAsync();
        var client = App.Anonymous("standard");
        var page = (await client.GetAsync(link.AbsolutePath)).Ok();
        page.Document.QuerySelector(".plate").ShouldNotBeNull();
        (await page.SubmitAsync("main form")).Url.AbsolutePath.ShouldBe("/home");
        (await client.StillInAsync()).ShouldBeTrue();
        var users = await App.In("standard", s => s.GetRequiredService<IResidentAccounts>().GetUserIdsAsync([partyId, Ids.New(App.Clock)]));
        users.Keys.ShouldBe([partyId]);
    }

    [Fact]
    public async Task ResidentsLink_ForSomebodyElsesUnit_IsGone()
    {
        var (partyId, _) = await ResidentLinkAsync();
        var address = await App.In("standard", s => s.GetRequiredService<IResidentAccounts>().IssueLinkAsync(partyId, Ids.New(App.Clock), "沈一诺", null));
        (await App.Anonymous("standard").GetAsync(new Uri(address).AbsolutePath)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    private async Task<(Guid PartyId, Uri Link)> ResidentLinkAsync()
    {
        return await App.In("standard", async services =>
        {
            await People.BecomeAdministratorAsync(services);
            var hits = await services.GetRequiredService<IUnitLookup>().SearchAsync("2-", 40);
            var hit = hits.First(h => h.Contact is not null);
            var address = await services.GetRequiredService<IResidentAccounts>().IssueLinkAsync(hit.Contact!.Id, hit.Unit.Id, hit.Contact.Name, hit.Contact.Phone);
            return (hit.Contact.Id, new Uri(address));
        });
    }

    private async Task<Uri> NewLinkAsync()
    {
        var admin = await AdminAsync();
        return await admin.LinkAsync(await admin.CreateAsync(People.Input(People.NewName())));
    }

    private Task<TestClient> AdminAsync() => App.AdministratorAsync("standard");

    private async Task<TestPage> UseAsync(Uri link) => await (await App.Anonymous("standard").GetAsync(link.AbsolutePath)).SubmitAsync("main form", Passwords());

    private static Dictionary<string, string> Passwords() => new() { ["newPassword"] = People.Password, ["repeat"] = People.Password };
}

public sealed class LinkOnSqliteTests(SqliteIdentityApp app) : LinkTests(app), IClassFixture<SqliteIdentityApp>;

public sealed class LinkOnMariaDbTests(MariaDbIdentityApp app) : LinkTests(app), IClassFixture<MariaDbIdentityApp>;
