using PropertyCloud.Butler.Contracts;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Testing;

namespace PropertyCloud.Butler.Tests.Http;

/// <summary>What the five service plans ask of the butler's work, as residents and staff of their companies meet it.</summary>
public abstract class PlanRequirementTests(AppFixture fixture)
{
    private static int _number;
    private TestApp App => fixture.App;

    private static string Mark() => $"#{Interlocked.Increment(ref _number)}#";

    private static async Task<string[]> OrdersAsync(TestClient worker) =>
        [.. (await worker.JsonAsync(HttpMethod.Get, "/api/work-orders/orders?view=All")).GetProperty("items").EnumerateArray().Select(o => o.GetProperty("title").GetString()!)];

    private async Task<(Guid Id, TestClient Butler)> AcceptedAsync(string company, string kind, string text)
    {
        var id = await App.AskAsync(company, kind, text);
        var butler = await App.ButlerOfAsync(company, id);
        await butler.DoAsync(id, "accept");
        return (id, butler);
    }

    /// <summary>Repair, safety, environment: each reaches its own department through the one butler; an emergency is told before the form.</summary>
    [Fact, Trait("Requirement", "R48"), Trait("Requirement", "R51"), Trait("Requirement", "R52"), Trait("Requirement", "R148")]
    public async Task OneButler_SendsRepairSafetyAndEnvironment_ToTheirDepartments()
    {
        var mark = Mark();
        var wanted = new[] { ("repair", "engineering", "eng1", "水管接口渗水"), ("report", "order-keeping", "order1", "消防通道被占"), ("report", "environment", "env1", "楼道垃圾没有清") };
        var butlers = new HashSet<Guid?>();
        foreach (var (kind, department, worker, words) in wanted)
        {
            var (id, butler) = await AcceptedAsync("standard", kind, $"{words}{mark}");
            await butler.DoAsync(id, "dispatch", new { targets = new[] { new { department } } });
            await App.SettleAsync();
            butlers.Add((await App.FindAsync("standard", id)).ResponsibleId);
            (await OrdersAsync(await App.FreshAsync("standard", worker))).ShouldContain($"{words}{mark}");
            var other = wanted.First(w => w.Item2 != department).Item3;
            (await OrdersAsync(await App.FreshAsync("standard", other))).ShouldNotContain($"{words}{mark}", "each department has its own work");
        }

        butlers.Count.ShouldBe(1, "one household, one butler, whatever it needs");
    }

    [Fact, Trait("Requirement", "R48")]
    public async Task Emergency_ShowsWhomToCall_AndIsTakenAsOne()
    {
        var resident = await App.FreshAsync("little-butler", "resident1");
        var form = (await resident.GetAsync("/home/ask/repair?emergency=true")).Ok();
        foreach (var number in new[] { "tel:110", "tel:119", "tel:120" }) form.Document.QuerySelector($"a[href='{number}']").ShouldNotBeNull();
        form.Html.IndexOf("tel:120", StringComparison.Ordinal).ShouldBeLessThan(form.Html.IndexOf("name=\"Description\"", StringComparison.Ordinal), "the numbers come before the form");
        var after = (await form.SubmitAsync("main form[enctype]", new() { ["Description"] = "跑水，楼下也漏了" })).Ok();
        var request = await App.FindAsync("little-butler", Guid.Parse(after.Url.AbsolutePath.Split('/')[3]));
        request.Severity.ShouldBe("emergency");
        request.Face(ClockKind.Arrive).LimitMinutes.ShouldBe(3);
    }

    /// <summary>A colleague's cluster: its butler's backup sees the request and takes it, and the resident's own butler stays.</summary>
    [Fact, Trait("Requirement", "R48"), Trait("Requirement", "R85")]
    public async Task AnotherClustersButler_StandsIn_AndTheOwnButlerStays()
    {
        var id = await App.AskAsync("standard", "repair", "门锁打不开");
        var own = (await App.FindAsync("standard", id)).ResponsibleId;
        var stoodIn = false;
        for (var n = 1; n <= 12 && !stoodIn; n++)
        {
            TestClient butler;
            try { butler = await App.FreshAsync("standard", $"butler{n}"); } catch (ShouldAssertException) { break; }
            var me = (await butler.JsonAsync(HttpMethod.Get, "/api/identity/me")).GetProperty("id").GetGuid();
            using var seen = await butler.SendAsync(HttpMethod.Get, $"/api/butler/requests/{id}");
            if (me == own || !seen.IsSuccessStatusCode) continue;
            await butler.DoAsync(id, "accept");
            stoodIn = true;
        }

        stoodIn.ShouldBeTrue("no other butler reaches this cluster");
        var request = await App.FindAsync("standard", id);
        (request.Status, request.ResponsibleId).ShouldBe((RequestStatus.Accepted, own));
        request.AcceptedBy.ShouldNotBe(own);
    }

    [Theory, Trait("Requirement", "R51"), Trait("Requirement", "R179"), Trait("Requirement", "R132"), Trait("Requirement", "R20")]
    [InlineData("standard", "客服管家")]
    [InlineData("considerate", "贴心管家")]
    [InlineData("little-butler", "小管家")]
    public async Task Home_NamesTheHouseholdsOwnButler_WithFaceAndPhone_AndTheRequestGoesToThatOne(string company, string word)
    {
        var resident = await App.FreshAsync(company, "resident1");
        var home = (await resident.GetAsync("/home")).Ok();
        var card = home.Document.QuerySelector(".scard").ShouldNotBeNull();
        card.TextContent.ShouldContain($"您的{word}");
        var name = card.QuerySelector("#butler-name")!.TextContent.Trim();
        card.QuerySelector("img[src]").ShouldNotBeNull("the butler has a face");
        card.QuerySelector("a[href^='tel:'], a[href*='call']").ShouldNotBeNull("the butler can be called");
        var id = await App.AskAsync(company, "enquiry", "请问您负责我家吗");
        var butler = await App.ButlerOfAsync(company, id);
        (await butler.GetAsync("/account")).Text.ShouldContain(name);
    }

    [Theory, Trait("Requirement", "R50"), Trait("Requirement", "R126"), Trait("Requirement", "R136")]
    [InlineData("standard")]
    [InlineData("five-star")]
    [InlineData("little-butler")]
    public async Task AtThreeOnAHoliday_EveryKindIsTakenAndSomebodyIsTold(string company)
    {
        var night = new DateTime(2026, 10, 2, 19, 0, 0, DateTimeKind.Utc);
        if (App.Now < night) await App.AdvanceAsync(night - App.Now);
        foreach (var kind in new[] { "enquiry", "complaint", "service-order", "repair" })
        {
            var id = await App.AskAsync(company, kind, $"夜里的{kind}");
            await App.SettleAsync();
            (await App.FindAsync(company, id)).ResponsibleId.ShouldNotBeNull("somebody answers at three in the night");
            var told = await App.ButlerOfAsync(company, id);
            (await told.GetAsync("/inbox")).Ok().Text.ShouldContain($"夜里的{kind}");
        }

        // The front desk takes calls at the same hour.
        var desk = await App.FreshAsync(company, "frontdesk");
        (await desk.GetAsync("/requests/new")).Ok().Document.QuerySelector("form").ShouldNotBeNull();
    }

    [Fact, Trait("Requirement", "R131"), Trait("Requirement", "R6")]
    public async Task LittleThings_AreAskedForWithoutRefusal()
    {
        var resident = await App.FreshAsync("little-butler", "resident1");
        var home = (await resident.GetAsync("/home")).Ok();
        foreach (var kind in RequestKinds.All)
        {
            home.Document.QuerySelector($"a[href^='/home/ask/{kind}']").ShouldNotBeNull($"{kind} is offered on the home page");
            (await App.FindAsync("little-butler", await App.AskAsync("little-butler", kind, "替我浇一下花"))).Status.ShouldBe(RequestStatus.Reported);
        }
    }

    [Theory, Trait("Requirement", "R153"), Trait("Requirement", "R154"), Trait("Requirement", "R155"), Trait("Content", "true")]
    [InlineData("standard")]
    [InlineData("landscape")]
    [InlineData("considerate")]
    [InlineData("five-star")]
    [InlineData("little-butler")]
    public async Task IndoorRepairs_AreOfferedToTheResident(string company)
    {
        var form = (await (await App.FreshAsync(company, "resident1")).GetAsync("/home/ask/repair")).Ok();
        var offered = form.Document.QuerySelectorAll(".choice").Select(c => c.TextContent.Trim()).ToList();
        foreach (var item in new[] { "室内灯具", "家具", "门窗", "厨具", "卫生洁具", "水管和龙头", "排水", "下水疏通" }) offered.ShouldContain(item);
    }

    /// <summary>An item that the resident chooses starts with its department and, where the plan has severities, with its own.</summary>
    [Theory, Trait("Requirement", "R153"), Trait("Requirement", "R154"), Trait("Requirement", "R155")]
    [InlineData("lamp", ClockKind.Resolve, 30)]
    [InlineData("drain-unblocking", ClockKind.Resolve, 30)]
    [InlineData("water-supply", ClockKind.Resolve, 180)]
    [InlineData("sanitary-ware", ClockKind.Resolve, null)]
    public async Task IndoorRepair_OfTheLittleButler_HasTheLimitOfItsSize(string item, ClockKind clock, int? minutes)
    {
        var resident = await App.FreshAsync("little-butler", "resident1");
        var form = (await resident.GetAsync("/home/ask/repair")).Ok();
        var after = (await form.SubmitAsync("main form[enctype]", new() { ["ItemCode"] = item, ["Description"] = "请来看一下" })).Ok();
        var request = await App.FindAsync("little-butler", Guid.Parse(after.Url.AbsolutePath.Split('/')[3]));
        request.ItemCode.ShouldBe(item);
        if (minutes is not null) request.Face(clock).LimitMinutes.ShouldBe(minutes);
        else request.Clocks.ShouldContain(c => c.LimitMinutes != null, "every repair of this plan has a promise");
    }

    [Fact, Trait("Requirement", "R135")]
    public async Task ServiceContent_IsAddedAndRemovedByTheCompany_AndTheResidentSeesItAtOnce()
    {
        var supervisor = await App.FreshAsync("little-butler", "supervisor");
        var mark = Mark();
        var (code, name) = ($"dog-{mark.Trim('#')}", $"代遛狗{mark}");
        async Task<string> OfferedAsync() => (await (await App.FreshAsync("little-butler", "resident1")).GetAsync("/home/ask/errand")).Ok().Text;
        var page = (await (await supervisor.GetAsync("/catalogue")).Ok().SubmitAsync("#edit", new() { ["code"] = code, ["kind"] = "errand", ["name"] = name, ["order"] = "9100" })).Ok();
        (await OfferedAsync()).ShouldContain(name);
        var id = page.Document.QuerySelectorAll("tr").Single(r => r.TextContent.Contains(name, StringComparison.Ordinal)).QuerySelector("input[name=id]")!.GetAttribute("value");
        (await page.SubmitAsync($"form[action$='handler=Offer']:has(input[value='{id}'])")).Ok();
        (await OfferedAsync()).ShouldNotContain(name);
    }

    /// <summary>The resident's word on the result stays with the request and comes back to the supervisor's month.</summary>
    [Fact, Trait("Requirement", "R134"), Trait("Requirement", "R140"), Trait("Requirement", "R184")]
    public async Task TheOwnerInspects_SendsBack_AndIsFollowedUntilSatisfied()
    {
        var (id, butler) = await AcceptedAsync("little-butler", "repair", "台灯不亮");
        await butler.DoAsync(id, "complete", new { text = "换了灯泡" });
        var resident = await App.FreshAsync("little-butler", "resident1");
        await resident.JsonAsync(HttpMethod.Post, $"/api/butler/my-requests/{id}/send-back", new { reason = "还是不亮" });
        var back = await App.FindAsync("little-butler", id);
        (back.Status, back.ReworkCount, back.OpenStatus).ShouldBe((RequestStatus.Accepted, 1, 1));
        await butler.DoAsync(id, "complete", new { text = "换了开关" });
        (await App.FindAsync("little-butler", id)).Status.ShouldBe(RequestStatus.AwaitingConfirmation, "nobody closes it for the owner");
        await resident.JsonAsync(HttpMethod.Post, $"/api/butler/my-requests/{id}/confirm", new { rating = 5, comment = "这回好了" });
        await butler.DoAsync(id, "call-back", new { reached = true, satisfaction = 5, remark = "满意" });
        var end = await App.FindAsync("little-butler", id);
        (end.Status, end.Rating, end.RatingComment).ShouldBe((RequestStatus.Archived, 5, "这回好了"));
        (await butler.GetAsync($"/requests/{id}")).Ok().Text.ShouldContain("这回好了");
    }

    /// <summary>Households a butler against the plan's ratio, where assignments are made.</summary>
    [Theory, Trait("Requirement", "R55"), Trait("Requirement", "R81"), Trait("Requirement", "R136")]
    [InlineData("standard", "150 户")]
    [InlineData("considerate", "150 户")]
    [InlineData("little-butler", "100 户")]
    public async Task Assignments_ShowTheLoadAgainstTheRatio(string company, string ratio)
    {
        var supervisor = await App.FreshAsync(company, "supervisor");
        (await supervisor.GetAsync("/assignments")).Ok().Text.ShouldContain($"/ {ratio}");
    }

    [Fact, Trait("Requirement", "R77"), Trait("Requirement", "R17")]
    public async Task Considerate_ButlerCentre_CommandsTwoDepartmentsForOneComplaint()
    {
        var (id, butler) = await AcceptedAsync("considerate", "complaint", "楼上装修，垃圾堆在门口");
        await butler.DoAsync(id, "dispatch", new { targets = new[] { new { department = "order-keeping" }, new { department = "environment" } } });
        await App.SettleAsync();
        var order = (await App.FindAsync("considerate", id)).Orders.Single(o => o.Department == "environment");
        var cleaner = await App.FreshAsync("considerate", "env1");
        foreach (var act in new[] { "take", "complete" })
        {
            using var answer = await cleaner.PostAsync($"/api/work-orders/orders/{order.Id}/{act}", act == "complete" ? new { note = "已清" } : null);
            ((int)answer.StatusCode).ShouldBeLessThan(300);
            await App.SettleAsync();
        }

        (await App.FindAsync("considerate", id)).Status.ShouldBe(RequestStatus.InProgress, "the other department still works");
        (await (await App.FreshAsync("considerate", "supervisor")).GetAsync("/board")).Ok().Text.ShouldContain("垃圾堆在门口");
    }
}

public sealed class SqlitePlanRequirementTests(SqliteApp fixture) : PlanRequirementTests(fixture), IClassFixture<SqliteApp>;

[Trait("Engine", "MariaDb")]
public sealed class MariaDbPlanRequirementTests(MariaDbApp fixture) : PlanRequirementTests(fixture), IClassFixture<MariaDbApp>;
