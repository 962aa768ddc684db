using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Data;
using PropertyCloud.ServiceLevels.Plans;
using PropertyCloud.Testing;

namespace PropertyCloud.ServiceLevels.Tests.Http;

public abstract class PlanPagesTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Theory]
    [InlineData("/plan", "服务方案")]
    [InlineData("/plan/versions", "方案版本")]
    [InlineData("/plan/overrides", "各小区的方案")]
    [InlineData("/calendar", "服务日历")]
    [InlineData("/calendar?year=2025", "服务日历")]
    [InlineData("/breaches", "超时")]
    public async Task Get_EachPage_HasItsHeading(string url, string heading)
    {
        var page = (await (await App.SignInAsync("standard", "admin")).GetAsync(url)).Ok();
        page.Document.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.Document.QuerySelector("h1")!.TextContent.ShouldContain(heading);
        page.Document.QuerySelectorAll("[style], script:not([src])").ShouldBeEmpty();
    }

    [Fact, Trait("Requirement", "R196"), Trait("Content", "R196")]
    public async Task Plan_OfLandscape_SaysNoPromiseInEveryCell()
    {
        var page = (await (await App.SignInAsync("landscape", "admin")).GetAsync("/plan")).Ok();
        var cells = page.Document.QuerySelectorAll("table.mx td .un").Length;
        cells.ShouldBe(5);
        page.Document.QuerySelectorAll("table.mx td b").ShouldBeEmpty();
    }

    [Fact, Trait("Requirement", "R54")]
    public async Task Plan_OfStandard_ShowsTenMinutesAndADay()
    {
        var text = (await (await App.SignInAsync("standard", "butler1")).GetAsync("/plan")).Ok().Text;
        text.ShouldContain("10 分钟");
        text.ShouldContain("24 小时");
        text.ShouldContain("任何请求，10 分钟内有人回应");
    }

    [Fact, Trait("Requirement", "R19"), Trait("Content", "R19")]
    public async Task Promises_SignedOut_SayWhatIsPromisedAndWhatNot()
    {
        var page = (await App.Anonymous("considerate").GetAsync("/promises")).Ok();
        page.Text.ShouldContain("任何请求，15 分钟内有人回应");
        page.Text.ShouldContain("任何请求，24 小时内解决或反馈");
        page.Text.ShouldContain("报修，15 分钟内到场");
        page.Text.ShouldContain("这些没有承诺");
        (await App.Anonymous("landscape").GetAsync("/promises")).Ok().Text.ShouldContain("到场时间不承诺");
    }

    [Fact]
    public async Task Edit_ByAButler_IsRefused()
    {
        var butler = await App.SignInAsync("standard", "butler1");
        (await butler.GetAsync("/plan/edit")).Status.ShouldNotBe(HttpStatusCode.OK);
        (await butler.SendAsync(HttpMethod.Get, "/api/service-levels/plans")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await butler.PostAsync("/api/service-levels/plans", new { grade = "高档" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact, Trait("Requirement", "R107"), Trait("Requirement", "R22")]
    public async Task Publish_WhileARequestRuns_LeavesItItsVersion()
    {
        var admin = await App.SignInAsync("standard", "admin");
        var running = new Subject(App, "standard", RequestKinds.Enquiry);
        await running.ReportAsync();
        var before = await PlanAsync("standard");

        await OpenDraftAsync(admin);
        var cell = $"/plan/edit?step=2&cell={Uri.EscapeDataString("*|*||1")}";
        var edited = await (await admin.GetAsync(cell)).Ok().SubmitAsync("#cell form", new() { ["amount"] = "5", ["unit"] = "minutes", ["act"] = "set" });
        edited.Ok().Text.ShouldContain($"v{before.LastNumber} 为 10 分钟");
        edited.Text.ShouldContain("5 分钟");
        var check = (await admin.GetAsync("/plan/check")).Ok();
        check.Text.ShouldContain($"单仍按 v{before.LastNumber}");
        var published = await check.SubmitAsync("#publish form");
        published.Ok().Text.ShouldContain($"已发布 v{before.LastNumber + 1}");

        var later = new Subject(App, "standard", RequestKinds.Enquiry);
        await later.ReportAsync();
        later.VersionId.ShouldNotBe(running.VersionId);
        later.Face(ClockKind.Respond).LimitMinutes.ShouldBe(5);
        await running.HappenAsync(ClockFactKind.HoldStarted);
        running.Face(ClockKind.Respond).LimitMinutes.ShouldBe(10);

        var versions = (await admin.GetAsync($"/plan/versions?number={before.LastNumber + 1}")).Ok();
        versions.Text.ShouldContain("任何请求，响应");

        // Back to ten minutes, so that the other tests find the template's plan.
        await OpenDraftAsync(admin);
        await (await admin.GetAsync(cell)).Ok().SubmitAsync("#cell form", new() { ["amount"] = "10", ["unit"] = "minutes", ["act"] = "set" });
        (await (await admin.GetAsync("/plan/check")).Ok().SubmitAsync("#publish form")).Ok();
    }

    [Fact]
    public async Task Edit_EveryStep_IsSavedAndComesBack()
    {
        var admin = await App.SignInAsync("landscape", "admin");
        await OpenDraftAsync(admin);
        for (var step = 1; step <= 8; step++)
        {
            var page = (await admin.GetAsync($"/plan/edit?step={step}")).Ok();
            page.Document.QuerySelectorAll("h1").Length.ShouldBe(1);
            (await page.SubmitAsync("#step", new() { ["go"] = "stay" })).Ok().Text.ShouldContain("草稿已保存");
        }

        var draft = (await PlanAsync("landscape")).DraftContent()!;
        var version = await App.In("landscape", s => s.GetRequiredService<PlanStore>().InForceAsync(null, null, default));
        PlanDiff.Between(version.Content, draft).ShouldBeEmpty("saving a step without a change changes nothing");
        (await (await admin.GetAsync("/plan/edit?step=4")).SubmitAsync("#step", new() { ["warnPercent"] = "150" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await (await admin.GetAsync("/plan/edit?step=3")).SubmitAsync("#step", new() { ["from-1-1"] = "10:00", ["to-1-1"] = "" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await (await admin.GetAsync("/plan/edit")).SubmitAsync("#discard form")).Ok().Text.ShouldContain("草稿已丢弃");
        (await PlanAsync("landscape")).HasDraft.ShouldBeFalse();
    }

    [Fact]
    public async Task Edit_OfADraftThatSomebodyChanged_IsRefusedAndSaysSo()
    {
        var admin = await App.SignInAsync("considerate", "admin");
        await OpenDraftAsync(admin);
        var stale = (await admin.GetAsync("/plan/edit?step=4")).Ok();
        (await (await admin.GetAsync("/plan/edit?step=4")).SubmitAsync("#step", new() { ["warnPercent"] = "60" })).Ok();
        var refused = await stale.SubmitAsync("#step", new() { ["warnPercent"] = "50" });
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text.ShouldContain("别人刚刚改过这份草稿");
        (await PlanAsync("considerate")).DraftContent()!.WarnPercent.ShouldBe(60);
        var plan = await PlanAsync("considerate");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/service-levels/plans/{plan.Id}/publish");
        request.Headers.Add("If-Match", "\"1\"");
        request.Headers.Add("RequestVerificationToken", await admin.TokenAsync());
        request.Headers.Add("Origin", TestApp.Address("considerate"));
        (await admin.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await (await admin.GetAsync("/plan/edit")).SubmitAsync("#discard form")).Ok();
    }

    [Fact, Trait("Requirement", "R190"), Trait("Requirement", "R188")]
    public async Task FiveStar_WithoutItsIndicators_RunsUnderVersionZeroAndSaysWhatIsMissing()
    {
        await App.In("five-star", async services =>
        {
            var db = services.GetRequiredService<ServiceLevelsDbContext>();
            var plan = await db.Plans.SingleAsync(p => p.Scope == ServicePlan.ScopeOfDefault);
            var draft = (await services.GetRequiredService<PlanStore>().GetAsync(plan.InForceId!.Value, default)).Content;
            plan.OpenDraft(draft with { Indicators = [.. draft.Indicators.Select(i => i with { TargetPercent = null })] }, App.Clock, null);
            await db.SaveChangesAsync();
        });
        var admin = await App.SignInAsync("five-star", "admin");
        var check = (await admin.GetAsync("/plan/check")).Ok();
        check.Text.ShouldContain("填写「设备设施完好率」的目标");
        check.Document.QuerySelector("#publish").ShouldBeNull();
        var step = (await admin.GetAsync("/plan/edit?step=7")).Ok();
        step.Text.ShouldContain("还差 5 项");
        (await step.SubmitAsync("#discard form, form[action*='Discard']")).Ok();
    }

    [Fact, Trait("Requirement", "R1")]
    public async Task Override_ForACommunity_AppliesThereOnlyAndCanBeEnded()
    {
        var admin = await App.SignInAsync("little-butler", "admin");
        var communities = await App.In("little-butler", s => s.GetRequiredService<Registry.Contracts.ICommunityLookup>().ListAsync());
        var community = communities[0];
        var page = (await admin.GetAsync("/plan/overrides")).Ok();
        var edit = await page.SubmitAsync("form[action='/plan/overrides']", new() { ["CommunityId"] = community.Id.ToString(), ["Grade"] = "" });
        edit.Ok().Url.AbsolutePath.ShouldBe("/plan/edit");
        var plan = edit.Url.Query.Split("plan=")[1][..36];
        (await (await admin.GetAsync($"/plan/edit?plan={plan}&step=2&cell={Uri.EscapeDataString("*|*||5")}")).Ok()
            .SubmitAsync("#cell form", new() { ["amount"] = "1", ["unit"] = "hours", ["act"] = "set" })).Ok();
        (await (await admin.GetAsync($"/plan/check?plan={plan}")).Ok().SubmitAsync("#publish form")).Status.ShouldBe(HttpStatusCode.OK);

        var (there, elsewhere) = await App.In("little-butler", async s => (await s.GetRequiredService<IPlanLookup>().GetInForceAsync(community.Id), await s.GetRequiredService<IPlanLookup>().GetInForceAsync(Guid.Empty)));
        there.VersionId.ShouldNotBe(elsewhere.VersionId);
        (await App.Anonymous("little-butler").GetAsync($"/promises?community={community.Id}")).Ok().Text.ShouldContain("验收后 1 小时内回访");
        (await (await admin.GetAsync($"/plan?plan={plan}")).Ok().SubmitAsync("#end-override form")).Ok();
        (await App.In("little-butler", s => s.GetRequiredService<IPlanLookup>().GetInForceAsync(community.Id))).VersionId.ShouldBe(elsewhere.VersionId);
    }

    [Fact]
    public async Task Plan_OfAnotherCompany_IsNotFound()
    {
        var foreign = await PlanAsync("considerate");
        var admin = await App.SignInAsync("standard", "admin");
        (await admin.GetAsync($"/plan?plan={foreign.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.SendAsync(HttpMethod.Get, $"/api/service-levels/plans/{foreign.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await admin.PostAsync($"/api/service-levels/plans/{foreign.Id}/draft")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Template_AppliedAgain_ChangesNothing()
    {
        var before = await PlanAsync("standard");
        await App.In("standard", async services =>
        {
            var section = services.GetServices<ITemplateSection>().Single(s => s.Section == "plan");
            await section.ApplyAsync(System.Text.Json.JsonDocument.Parse("""{ "name": "另一份" }""").RootElement, default);
        });
        var after = await PlanAsync("standard");
        (after.Version, after.InForceId, after.Name).ShouldBe((before.Version, before.InForceId, before.Name));
    }

    [Fact, Trait("Requirement", "R19")]
    public async Task Promises_InEnglish_AreEnglish()
    {
        var client = App.Anonymous("standard");
        client.Http.DefaultRequestHeaders.Add("Accept-Language", "en");
        var text = (await client.GetAsync("/promises")).Ok().Text;
        text.ShouldContain("Any request: a person answers within 10 min");
        text.ShouldContain("Complaint: fed back within 24 h");
    }

    /// <summary>The refusal names cells, lengths, groups and indicators; an English reader reads no Chinese in it, a Chinese one no English.</summary>
    [Fact]
    public async Task Publish_OfAContradiction_IsRefusedInTheReadersLanguage()
    {
        var id = await App.In("considerate", async services =>
        {
            var db = services.GetRequiredService<ServiceLevelsDbContext>();
            var basis = await services.GetRequiredService<PlanStore>().InForceAsync(null, null, default);
            var urgent = basis.Content.Severities[^1];
            var plan = ServicePlan.CreateForGrade("矛盾", basis.Content with
            {
                Limits = [new(RequestKinds.Repair, urgent.Code, null, ClockKind.Respond, 120, CalendarKind.AllHours), new(RequestKinds.Repair, urgent.Code, null, ClockKind.Arrive, 2880, CalendarKind.AllHours),
                    new(RequestKinds.Repair, urgent.Code, null, ClockKind.Resolve, 30, CalendarKind.AllHours)],
                Groups = [],
            }, App.Clock, null);
            db.Plans.Add(plan);
            await db.SaveChangesAsync();
            return plan.Id;
        });
        var admin = await App.SignInAsync("considerate", "admin");
        (await RefusalAsync(admin, id, "en")).ShouldBe("Cannot be published yet: Repair (Emergency): arrival (2 days) takes longer than solving (30 min)");
        (await RefusalAsync(admin, id, "zh-CN")).ShouldBe("还不能发布：报修（紧急）的到场（2 天）比解决（30 分钟）还长");
    }

    /// <summary>What a draft changes names severities and groups; an English reader reads no Chinese in it.</summary>
    [Fact, Trait("Requirement", "R106")]
    public async Task Differences_AreToldInTheReadersLanguage()
    {
        var id = await App.In("considerate", async services =>
        {
            var db = services.GetRequiredService<ServiceLevelsDbContext>();
            var plan = ServicePlan.CreateForGrade("比较", (await services.GetRequiredService<PlanStore>().InForceAsync(null, null, default)).Content, App.Clock, null);
            var draft = plan.DraftContent()!;
            db.Versions.Add(plan.Publish(plan.Version, App.Clock, null));
            plan.OpenDraft(draft with { Severities = [.. draft.Severities, new("slow", "缓办", "Can wait", null, null, false)], Groups = [] }, App.Clock, null);
            db.Plans.Add(plan);
            await db.SaveChangesAsync();
            return plan.Id;
        });
        // A client of its own: others keep the language that they began with.
        var admin = App.Anonymous("considerate");
        await admin.SignInAsync("admin", TestApp.Password);
        async Task<string> DifferencesAsync(string language)
        {
            admin.Http.DefaultRequestHeaders.AcceptLanguage.Clear();
            admin.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            return (await admin.GetAsync($"/plan/check?plan={id}")).Ok().Document.QuerySelector(".diff")!.TextContent;
        }

        (await DifferencesAsync("zh-CN")).ShouldContain("缓办");
        var english = await DifferencesAsync("en");
        english.ShouldContain("Can wait");
        english.ShouldContain("Resolve or Feedback");
        english.Any(c => c >= '\u4e00' && c <= '\u9fff').ShouldBeFalse(english);
    }

    private static async Task<string> RefusalAsync(TestClient admin, Guid plan, string language)
    {
        var version = (await admin.JsonAsync(HttpMethod.Get, $"/api/service-levels/plans/{plan}")).GetProperty("version").GetInt64();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/service-levels/plans/{plan}/publish");
        request.Headers.Add("If-Match", $"\"{version}\"");
        request.Headers.Add("Accept-Language", language);
        request.Headers.Add("RequestVerificationToken", await admin.TokenAsync());
        request.Headers.Add("Origin", TestApp.Address("considerate"));
        using var answer = await admin.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        return System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("title").GetString()!;
    }

    private static async Task OpenDraftAsync(TestClient admin)
    {
        var page = (await admin.GetAsync("/plan/edit")).Ok();
        if (page.Document.QuerySelector("form[action*='handler=Open']") is not null) (await page.SubmitAsync("form[action*='handler=Open']")).Ok();
    }

    private Task<ServicePlan> PlanAsync(string company) => App.In(company, s => s.GetRequiredService<ServiceLevelsDbContext>().Plans.AsNoTracking().SingleAsync(p => p.Scope == ServicePlan.ScopeOfDefault));
}

public sealed class SqlitePlanPagesTests(SqliteApp app) : PlanPagesTests(app), IClassFixture<SqliteApp>;

[Trait("Engine", "MariaDb")]
public sealed class MariaDbPlanPagesTests(MariaDbApp app) : PlanPagesTests(app), IClassFixture<MariaDbApp>;
