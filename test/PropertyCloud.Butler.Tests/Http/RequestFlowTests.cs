using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Butler.CallBacks;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Testing;

namespace PropertyCloud.Butler.Tests.Http;

public abstract class RequestFlowTests(AppFixture fixture)
{
    private const string Company = "standard";
    private TestApp App => fixture.App;

    [Fact, Trait("Requirement", "R4"), Trait("Requirement", "R12"), Trait("Requirement", "R20"), Trait("Requirement", "R43")]
    public async Task OneRequest_FromTheResidentsPageToTheArchive()
    {
        var id = await App.AskAsync(Company, "repair", "厨房水槽下方漏水，柜子泡湿了");
        var butler = await App.ButlerOfAsync(Company, id);
        // The day shows what is due first; what other tests left behind may be due before it.
        (await butler.GetAsync("/today")).Ok().Document.QuerySelectorAll("a[href^='/requests/']").ShouldNotBeEmpty();
        (await butler.GetAsync($"/requests?segment=new&mine=true&q={(await App.FindAsync(Company, id)).Number}")).Ok().Text.ShouldContain("厨房水槽下方漏水");

        var view = (await butler.GetAsync($"/requests/{id}")).Ok();
        view = (await view.SubmitAsync("form[action$='handler=Accept']")).Ok();
        view.Text.ShouldContain("已受理");
        (await App.FindAsync(Company, id)).Face(ClockKind.Respond).State.ShouldBe(ClockState.Kept);

        view = (await view.SubmitAsync("#dispatch form", new() { ["departments"] = "engineering" })).Ok();
        view.Text.ShouldContain("已派单");
        await App.SettleAsync();
        await WorkAsync(id);

        var resident = await App.FreshAsync(Company, "resident1");
        var page = (await resident.GetAsync($"/home/requests/{id}")).Ok();
        (await App.FindAsync(Company, id)).Status.ShouldBe(RequestStatus.AwaitingConfirmation, page.Text);
        await resident.JsonAsync(HttpMethod.Post, $"/api/butler/my-requests/{id}/confirm", new { rating = 5, comment = "很快" });
        (await App.FindAsync(Company, id)).Status.ShouldBe(RequestStatus.CallBack);

        await butler.DoAsync(id, "call-back", new { reached = true, satisfaction = 5, remark = "满意" });
        var end = await App.FindAsync(Company, id);
        end.Status.ShouldBe(RequestStatus.Archived);
        end.Facts.ShouldContain(f => f.Kind == ClockFactKind.CalledBack);
        (await App.In(Company, s => s.GetRequiredService<ButlerDbContext>().CallBacks.AsNoTracking().FirstAsync(c => c.RequestId == id))).Status.ShouldBe(CallBackStatus.Reached);
    }

    /// <summary>The department's part, by its own interface.</summary>
    private async Task WorkAsync(Guid id)
    {
        var order = (await App.FindAsync(Company, id)).Orders.Single();
        var engineer = await App.FreshAsync(Company, "eng1");
        foreach (var act in new[] { "take", "arrive", "start", "complete" })
        {
            App.Clock.Advance(TimeSpan.FromMinutes(2));
            using var answer = await engineer.PostAsync($"/api/work-orders/orders/{order.Id}/{act}", act == "complete" ? new { note = "换了密封圈" } : null);
            ((int)answer.StatusCode).ShouldBeLessThan(300, $"{act}: {await answer.Content.ReadAsStringAsync()}");
            await App.SettleAsync();
        }
    }

    [Fact]
    public async Task Accept_Twice_TheSecondReadsWhoWasFaster()
    {
        var id = await App.AskAsync(Company, "enquiry", "装修押金什么时候退");
        var butler = await App.ButlerOfAsync(Company, id);
        var desk = await App.FreshAsync(Company, "supervisor");
        await butler.DoAsync(id, "accept");
        using var late = await desk.PostAsync($"/api/butler/requests/{id}/accept");
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await late.Content.ReadAsStringAsync()).ShouldContain("butler.moved-on");
        var page = await (await desk.GetAsync($"/requests/{id}")).SubmitAsync("form[action$='handler=Urge']");
        page.Ok();
    }

    [Fact]
    public async Task InternalNote_IsNeverOnTheResidentsPage()
    {
        var id = await App.AskAsync(Company, "complaint", "楼上装修噪音，午休时段");
        var butler = await App.ButlerOfAsync(Company, id);
        var view = (await butler.GetAsync($"/requests/{id}")).Ok();
        view = (await view.SubmitAsync("#answer", new() { ["mode"] = "note", ["text"] = "住户情绪激动，注意措辞" })).Ok();
        view.Text.ShouldContain("住户情绪激动");
        view = (await view.SubmitAsync("#answer", new() { ["mode"] = "message", ["text"] = "马上去看" })).Ok();
        var resident = await App.FreshAsync(Company, "resident1");
        var page = (await resident.GetAsync($"/home/requests/{id}")).Ok();
        page.Text.ShouldContain("马上去看");
        page.Html.ShouldNotContain("住户情绪激动");
        (await resident.SendAsync(HttpMethod.Get, $"/api/butler/requests/{id}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await resident.SendAsync(HttpMethod.Get, $"/api/butler/my-requests/{id}")).Content.ReadAsStringAsync()).ShouldNotContain("住户情绪激动");
    }

    [Fact]
    public async Task AnotherHouseholdsRequest_IsNotFound()
    {
        var id = await App.AskAsync(Company, "repair", "阳台推拉门脱轨");
        var stranger = await App.FreshAsync(Company, "resident2");
        (await stranger.GetAsync($"/home/requests/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.SendAsync(HttpMethod.Get, $"/api/butler/my-requests/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync($"/api/butler/my-requests/{id}/cancel", new { reason = "x" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AnotherCompanysRequest_IsNotFound()
    {
        var id = await App.AskAsync(Company, "repair", "客厅插座没电");
        var stranger = await App.FreshAsync("considerate", "supervisor");
        (await stranger.GetAsync($"/requests/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync($"/api/butler/requests/{id}/accept")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Trait("Requirement", "R42")]
    public async Task NewRequest_ByTheButlerOnThePhone_IsAcceptedAtOnce()
    {
        var butler = await App.FreshAsync(Company, "supervisor");
        var search = (await butler.GetAsync("/requests/new?find=7-2-1502")).Ok();
        var link = search.Document.QuerySelector("a[href*='unitId']")?.GetAttribute("href");
        link.ShouldNotBeNull(search.Text);
        var form = (await butler.GetAsync(link!)).Ok();
        var after = (await form.SubmitAsync("form[enctype]", new() { ["Description"] = "卫生间地漏返臭" })).Ok();
        after.Text.ShouldContain("已记下并受理");
        var request = await App.FindAsync(Company, Guid.Parse(after.Url.AbsolutePath.Split('/')[2]));
        request.Status.ShouldBe(RequestStatus.Accepted);
        request.Number.ShouldStartWith($"BX{App.Now.AddHours(8):yyMMdd}");
        request.Channel.ShouldBe(RequestChannel.Phone);
    }

    [Fact]
    public async Task NewRequest_WithoutText_ShowsTheErrorAndWhatWasTyped()
    {
        var butler = await App.FreshAsync(Company, "supervisor");
        var link = (await butler.GetAsync("/requests/new?find=7-2-1502")).Ok().Document.QuerySelector("a[href*='unitId']")!.GetAttribute("href")!;
        var refused = await (await butler.GetAsync(link)).SubmitAsync("form[enctype]", new() { ["Description"] = "" });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("写一下是什么事");
    }

    [Fact, Trait("Requirement", "R77")]
    public async Task Board_ListAndCsv_ShowOpenWork()
    {
        var id = await App.AskAsync(Company, "report", "楼道感应灯不亮");
        var supervisor = await App.FreshAsync(Company, "supervisor");
        (await supervisor.GetAsync("/board")).Ok().Text.ShouldContain("楼道感应灯不亮");
        (await supervisor.GetAsync("/board?handler=Cards")).Ok().Document.QuerySelectorAll("h1").ShouldBeEmpty();
        (await supervisor.GetAsync("/board?view=list&attention=unassigned")).Ok();
        var number = (await App.FindAsync(Company, id)).Number;
        (await supervisor.GetAsync($"/requests?q={number}")).Ok().Text.ShouldContain("楼道感应灯不亮");
        (await supervisor.GetAsync("/requests?q=7-2-15&segment=all")).Ok();
        using var file = await supervisor.SendAsync(HttpMethod.Get, $"/requests?handler=Export&q={number}");
        var csv = await file.Content.ReadAsStringAsync();
        csv.ShouldContain("楼道感应灯不亮");
        csv.ShouldNotContain("13601090001");
    }

    [Fact]
    public async Task StaleIfMatch_Is412()
    {
        var id = await App.AskAsync(Company, "suggestion", "建议加一盏灯");
        var butler = await App.ButlerOfAsync(Company, id);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/butler/requests/{id}/accept") { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "\"99\"");
        request.Headers.Add("RequestVerificationToken", await butler.TokenAsync());
        request.Headers.Add("Origin", butler.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        (await butler.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Silence_IsRemindedThenConfirmedAutomatically()
    {
        var id = await App.AskAsync(Company, "errand", "代取快递");
        var butler = await App.ButlerOfAsync(Company, id);
        await butler.DoAsync(id, "accept");
        await butler.DoAsync(id, "complete", new { text = "放门口柜了" });
        await App.AdvanceAsync(TimeSpan.FromDays(8));
        var request = await App.FindAsync(Company, id);
        request.RemindedCount.ShouldBe(1);
        request.ConfirmedHow.ShouldBe(ConfirmedHow.Automatically);
        request.Status.ShouldBe(RequestStatus.CallBack);
    }

    [Fact]
    public async Task RevealPhone_NeedsAReason_AndGivesTheWholeNumber()
    {
        var id = await App.AskAsync(Company, "repair", "龙头关不紧");
        var butler = await App.ButlerOfAsync(Company, id);
        (await butler.GetAsync($"/requests/{id}")).Html.ShouldNotContain("13601090001");
        using var refused = await butler.PostAsync($"/api/butler/requests/{id}/reveal-phone", new { reason = "" });
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await butler.DoAsync(id, "reveal-phone", new { reason = "联系上门" })).GetProperty("phone").GetString().ShouldBe("13601090001");
    }
}

public sealed class SqliteRequestFlowTests(SqliteApp fixture) : RequestFlowTests(fixture), IClassFixture<SqliteApp>;

[Trait("Engine", "MariaDb")]
public sealed class MariaDbRequestFlowTests(MariaDbApp fixture) : RequestFlowTests(fixture), IClassFixture<MariaDbApp>;
