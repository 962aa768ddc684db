using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Butler.CallBacks;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.HandOvers;
using PropertyCloud.Testing;

namespace PropertyCloud.Butler.Tests.Http;

/// <summary>Call-backs, the month's hand-over, assignments, duty and catalogue, by their pages.</summary>
public abstract class OfficeFlowTests(AppFixture fixture)
{
    private const string Company = "standard";
    private TestApp App => fixture.App;

    private async Task<(Guid Id, TestClient Butler, string User)> ClosedAsync()
    {
        var id = await App.AskAsync(Company, "errand", "帮忙订一束花");
        var (butler, user) = await App.HolderOfAsync(Company, id);
        await butler.DoAsync(id, "accept");
        await butler.DoAsync(id, "complete", new { text = "订好了" });
        var resident = await App.FreshAsync(Company, "resident1");
        await resident.JsonAsync(HttpMethod.Post, $"/api/butler/my-requests/{id}/confirm", new { rating = 4 });
        return (id, butler, user);
    }

    [Fact, Trait("Requirement", "R44"), Trait("Requirement", "R80")]
    public async Task HandOver_WaitsForTheLastCallBack_ThenIsReturnedAndAccepted()
    {
        var (id, butler, user) = await ClosedAsync();
        var month = App.Now.AddHours(8);
        var page = (await butler.GetAsync("/call-backs")).Ok();
        page.Text.ShouldContain("帮忙订一束花");

        await App.AdvanceAsync(TimeSpan.FromDays(DateTime.DaysInMonth(month.Year, month.Month) - month.Day + 1));
        // Sessions end with the days: signed in anew.
        butler = await App.FreshAsync(Company, user);
        (await butler.GetAsync("/hand-over")).Ok().Text.ShouldContain("先回访");

        await App.In(Company, async services =>
        {
            // Others' call-backs of this month are done as well, each through the use case.
            var open = await services.GetRequiredService<ButlerDbContext>().CallBacks.AsNoTracking().Where(c => c.Status == CallBackStatus.Open).Select(c => c.RequestId).ToListAsync();
            foreach (var request in open.Where(r => r != id)) await butler.PostAsync($"/api/butler/requests/{request}/call-back", new { reached = true, satisfaction = 5 });
        });
        page = (await butler.GetAsync($"/call-backs?request={id}")).Ok();
        page = (await page.SubmitAsync("form[action$='handler=Reached']", new() { ["satisfaction"] = "5", ["remark"] = "满意" })).Ok();
        page.Text.ShouldContain("回访已记下");

        var list = (await butler.GetAsync("/hand-over")).Ok();
        var one = (await list.SubmitAsync("form[action='/hand-over']")).Ok();
        one.Url.AbsolutePath.ShouldStartWith("/hand-over/", Case.Insensitive, one.Text);
        var supervisor = await App.FreshAsync(Company, "supervisor");
        var seen = (await supervisor.GetAsync(one.Url.AbsolutePath)).Ok();
        seen = (await seen.SubmitAsync("form[action$='handler=Return']", new() { ["reason"] = "少一张服务卡" })).Ok();
        seen.Text.ShouldContain("少一张服务卡");
        one = (await (await butler.GetAsync(one.Url.AbsolutePath)).SubmitAsync("form[action='/hand-over']")).Ok();
        seen = (await (await supervisor.GetAsync(one.Url.AbsolutePath)).SubmitAsync("form[action$='handler=Accept']")).Ok();
        seen.Text.ShouldContain("已接收");
        var handOver = Guid.Parse(one.Url.AbsolutePath.Split('/')[^1]);
        var accepted = await App.In(Company, s => s.GetRequiredService<ButlerDbContext>().HandOvers.AsNoTracking().FirstAsync(h => h.Id == handOver));
        accepted.Status.ShouldBe(HandOverStatus.Accepted);
        accepted.Figures!.Reached.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Pages_OfTheSupervisor_Open()
    {
        var supervisor = await App.FreshAsync(Company, "supervisor");
        foreach (var address in new[] { "/today", "/requests", "/requests/new", "/board", "/call-backs", "/hand-over", "/assignments", "/duty", "/catalogue" })
        {
            var page = (await supervisor.GetAsync(address)).Ok();
            page.Document.QuerySelectorAll("h1").Length.ShouldBe(1, address);
        }
    }

    [Fact, Trait("Requirement", "R85")]
    public async Task Duty_AbsenceOfTheButler_IsShownAndTaken()
    {
        var supervisor = await App.FreshAsync(Company, "supervisor");
        var page = (await supervisor.GetAsync("/duty")).Ok();
        page = (await page.SubmitAsync("form[action$='handler=Away']", new() { ["reason"] = "培训" })).Ok();
        page.Text.ShouldContain("培训");
        page = (await page.SubmitAsync("form[action$='handler=Back']")).Ok();
        page.Text.ShouldContain("已销假");
    }

    [Fact]
    public async Task Catalogue_NewItem_IsOfferedAndRetired()
    {
        var supervisor = await App.FreshAsync(Company, "supervisor");
        var page = (await supervisor.GetAsync("/catalogue")).Ok();
        var code = $"test-{App.Now.Ticks % 100000}";
        page = (await page.SubmitAsync("#edit", new() { ["code"] = code, ["kind"] = "errand", ["name"] = "代缴水费", ["order"] = "9000" })).Ok();
        page.Text.ShouldContain("代缴水费");
        var again = await page.SubmitAsync("#edit", new() { ["code"] = code, ["kind"] = "errand", ["name"] = "代缴水费", ["order"] = "9000" });
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact, Trait("Requirement", "R153")]
    public async Task Catalogue_SeverityAndIcon_AreChosenInTheForm_AndLimitsLeadToThePlan()
    {
        var supervisor = await App.FreshAsync(Company, "supervisor");
        var page = (await supervisor.GetAsync("/catalogue")).Ok();
        page.Document.QuerySelectorAll(".icons input[name=icon]").Length.ShouldBeGreaterThan(40);
        var row = page.Document.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("lamp", StringComparison.Ordinal));
        row.QuerySelector("a[href='/plan']")!.TextContent.ShouldContain("响应 10 分钟");
        var form = (await supervisor.GetAsync(row.QuerySelector("a[href*='edit=']")!.GetAttribute("href")!.Split('#')[0])).Ok();
        form.Text.ShouldContain("现在的时限");
        (await form.SubmitAsync("#edit", new() { ["severity"] = "emergency", ["icon"] = "bolt" })).Ok().Text.ShouldContain("已保存");
        var again = (await supervisor.GetAsync(form.Url.PathAndQuery)).Ok();
        again.Document.QuerySelector("#Severity option[selected]")!.GetAttribute("value").ShouldBe("emergency");
        again.Document.QuerySelector(".icons input[checked]")!.GetAttribute("value").ShouldBe("bolt");
        (await again.SubmitAsync("#edit", new() { ["severity"] = "", ["icon"] = "no-such-picture" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await again.SubmitAsync("#edit", new() { ["severity"] = "", ["icon"] = "bulb" })).Ok();
    }

    [Fact]
    public async Task StaffOfADepartment_DoNotSeeTheButlersPages()
    {
        var engineer = await App.FreshAsync(Company, "eng1");
        foreach (var address in new[] { "/today", "/board", "/assignments", "/catalogue" })
            (await engineer.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden, address);
    }
}

public sealed class SqliteOfficeFlowTests(SqliteApp fixture) : OfficeFlowTests(fixture), IClassFixture<SqliteApp>;

[Trait("Engine", "MariaDb")]
public sealed class MariaDbOfficeFlowTests(MariaDbApp fixture) : OfficeFlowTests(fixture), IClassFixture<MariaDbApp>;
