using System.Net;
using System.Text;
using System.Text.Json;
using PropertyCloud.Browser.Tests.Journeys;
using PropertyCloud.Testing;

namespace PropertyCloud.Browser.Tests.Pages;

/// <summary>Something going on in the companies, so that no page is empty: a month that is handed over, requests and orders in every
/// state, a draft of the plan, files to import, links to open, a company that is blocked and one that is new. Made in people's names
/// over pages and the interface for programs; it touches what it made itself and nothing else.</summary>
internal sealed class Scene(TestApp app)
{
    public const string Company = "standard";
    private TestClient _resident = null!;
    private TestClient _desk = null!;
    private TestClient _engineer = null!;
    private string _unit = "";

    /// <summary>User name of the resident's butler.</summary>
    public string Butler { get; private set; } = "";
    public string Unit => _unit;
    public string Relation { get; private set; } = "";
    public string Building { get; private set; } = "";
    public string Entrance { get; private set; } = "";
    public string Cluster { get; private set; } = "";
    public string Archived { get; private set; } = "";
    public string Late { get; private set; } = "";
    public string Working { get; private set; } = "";
    public string Held { get; private set; } = "";
    public string Untaken { get; private set; } = "";
    public string ToConfirm { get; private set; } = "";
    public string ToCallBack { get; private set; } = "";
    public string Cancelled { get; private set; } = "";
    public string Emergency { get; private set; } = "";
    public string Reported { get; private set; } = "";
    public string Unpromised { get; private set; } = "";
    public string HandOver { get; private set; } = "";
    public string Staff { get; private set; } = "";
    public string StaffLink { get; private set; } = "";
    public string ResidentLink { get; private set; } = "";
    public string PhoneChange { get; private set; } = "";
    public string Item { get; private set; } = "";
    public string ImportChecked { get; private set; } = "";
    public string ImportDone { get; private set; } = "";
    public string Blocked { get; private set; } = "";
    public string Fresh { get; private set; } = "";
    public string Colleague { get; private set; } = "";
    public string OrderTaken { get; private set; } = "";
    public string OrderHeld { get; private set; } = "";
    public string OrderOpen { get; private set; } = "";
    public string OrderDone { get; private set; } = "";

    public static async Task<Scene> MakeAsync(TestApp app)
    {
        var scene = new Scene(app);
        await scene.SignInAsync();
        await scene.LastMonthAsync();
        await scene.OwnMonthAsync();
        await scene.OfficeAsync();
        await scene.PlanAsync();
        await scene.ImportsAsync();
        await scene.LinksAsync();
        await scene.PlatformAsync();
        await app.SettleAsync();
        return scene;
    }

    private async Task SignInAsync()
    {
        _resident = await app.SignInAsync(Company, "resident1");
        _desk = await app.SignInAsync(Company, "supervisor");
        _engineer = await app.SignInAsync(Company, "eng1");
        var home = (await _resident.GetAsync("/home")).Ok();
        Butler = Template.UserOf(Company, home.Document.QuerySelector(".scard h1")!.TextContent.Trim());
        _unit = (await _resident.GetAsync("/home/ask/repair")).Ok().Document.QuerySelector("input[name=unit]")!.GetAttribute("value")!;
    }

    /// <summary>One request from report to call-back; then the month is over and handed to the supervisor.</summary>
    private async Task LastMonthAsync()
    {
        Archived = await ReportAsync("enquiry", "装修押金什么时候退");
        await app.AdvanceAsync(TimeSpan.FromMinutes(4));
        await DoAsync(Archived, "accept");
        await DoAsync(Archived, "complete", new { text = "装修验收满三个月后退，原路退回" });
        await MineAsync(Archived, "confirm", new { rating = 5, comment = "说得清楚" });
        await DoAsync(Archived, "call-back", new { reached = true, satisfaction = 5, remark = "满意" });
        var (year, month) = (app.Now.AddHours(8).Year, app.Now.AddHours(8).Month);
        await app.AdvanceAsync(new DateTimeOffset(year, month, 1, 10, 0, 0, TimeSpan.FromHours(8)).AddMonths(1).AddDays(8) - app.Clock.GetUtcNow());
        // Sessions end with the days.
        await SignInAsync();
        var butler = await app.SignInAsync(Company, Butler);
        var list = (await butler.GetAsync("/hand-over")).Ok();
        var one = (await list.SubmitAsync($"form[action='/hand-over']:has(input[name=month][value='{month}'])")).Ok();
        HandOver = one.Url.Segments[^1];
    }

    /// <summary>What is going on now, the late and the urgent first.</summary>
    private async Task OwnMonthAsync()
    {
        Late = await ReportAsync("repair", "卫生间顶上滴水");
        await app.AdvanceAsync(TimeSpan.FromMinutes(12));
        await DoAsync(Late, "accept");
        (Working, OrderTaken) = await OrderedAsync("repair", "厨房水槽下方漏水，柜子泡湿了，踢脚板也起皮了", "take", photos: true);
        await DoAsync(Working, "messages", new { text = "师傅 15 分钟内到，请把水槽下面的东西挪开" });
        await MineAsync(Working, "messages", new { text = "好的，已经关了总阀" });
        await DoAsync(Working, "notes", new { text = "上个月同一户修过一次，带上新的密封圈" });
        (Held, OrderHeld) = await OrderedAsync("repair", "阳台推拉门脱轨", "take", "arrive", "start");
        await OrderAsync(OrderHeld, "hold", new { reason = "等滑轮配件" });
        (Untaken, OrderOpen) = await OrderedAsync("repair", "客厅插座没电");
        await DoAsync(Untaken, "arrange", new { from = Tomorrow(10), until = Tomorrow(11) });
        (ToConfirm, OrderDone) = await OrderedAsync("repair", "主卧顶灯不亮", "take", "arrive", "start");
        await CompleteAsync(OrderDone);
        ToCallBack = await ReportAsync("complaint", "楼上装修噪音，午休时段");
        await DoAsync(ToCallBack, "accept");
        await DoAsync(ToCallBack, "answer", new { text = "已和楼上说好，12 点到 14 点停工" });
        await DoAsync(ToCallBack, "complete", new { text = "现场看过，已停工" });
        await MineAsync(ToCallBack, "confirm", new { rating = 4 });
        await DoAsync(ToCallBack, "call-back", new { reached = false, remark = "没有接" });
        Cancelled = await ReportAsync("errand", "代取快递，放门口柜");
        await MineAsync(Cancelled, "cancel", new { reason = "自己取了" });
        Emergency = await ReportAsync("repair", "楼道里水管爆了", emergency: true);
        await app.AdvanceAsync(TimeSpan.FromMinutes(8));
        Reported = await ReportAsync("suggestion", "电梯里加一个扶手，老人孩子都用得上");
    }

    private async Task OfficeAsync()
    {
        await (await _desk.GetAsync("/duty")).Ok().SubmitAsync("form[action$='handler=Away']", new() { ["reason"] = "培训" });
        Item = (await _desk.GetAsync("/catalogue")).Ok().Document.QuerySelector("a[href*='edit=']")!.GetAttribute("href")!.Split("edit=")[1].Split('#')[0];
        var admin = await app.SignInAsync(Company, "admin");
        var household = (await admin.GetAsync($"/households/{_unit}")).Ok();
        Relation = household.Document.QuerySelector("a[href*='person='][href$='#person']")!.GetAttribute("href")!.Split("person=")[1].Split('#')[0];
        var registry = (await admin.GetAsync("/registry")).Ok();
        Building = registry.Document.QuerySelector("a[href^='/registry/buildings/']")!.GetAttribute("href")!.Split('/')[^1];
        Cluster = registry.Document.QuerySelector("a[href^='/registry/clusters/']")!.GetAttribute("href")!.Split('/')[^1];
        Entrance = (await admin.GetAsync($"/registry/buildings/{Building}")).Ok().Document.QuerySelectorAll("a[href*='edit=']").Select(a => a.GetAttribute("href")!.Split("edit=")[1].Split('#')[0]).First(id => Guid.TryParse(id, out _));
        await MoveOutAsync(admin);
        var elsewhere = await app.SignInAsync("landscape", "resident1");
        var unit = (await elsewhere.GetAsync("/home/ask/repair")).Ok().Document.QuerySelector("input[name=unit]")!.GetAttribute("value")!;
        Unpromised = (await elsewhere.JsonAsync(HttpMethod.Post, "/api/butler/requests/mine", Report("repair", "山墙渗水", unit, false), HttpStatusCode.Created)).GetProperty("id").GetString()!;
    }

    /// <summary>Somebody lived here before, so that the home has a past.</summary>
    private async Task MoveOutAsync(TestClient admin)
    {
        var made = await admin.JsonAsync(HttpMethod.Post, $"/api/registry/households/{_unit}/people", new { name = "梁文渊", role = 2, from = "2024-03-01", remarks = "退租时交回门禁卡两张" });
        Former = made.GetProperty("id").GetString()!;
        (await admin.PostAsync($"/api/registry/households/{_unit}/move-out", new { relations = new[] { Former }, to = "2026-02-28" })).EnsureSuccessStatusCode();
        await admin.JsonAsync(HttpMethod.Post, $"/api/registry/households/{_unit}/people", new { name = "何嘉怡", role = 3, from = "2026-03-01", remarks = "听力不好，敲门要久一点" });
    }

    /// <summary>A relation that ended.</summary>
    public string Former { get; private set; } = "";

    /// <summary>A draft with a change; a plan of its own for the other grade, in force; a third that is half written.</summary>
    private async Task PlanAsync()
    {
        var admin = await app.SignInAsync(Company, "admin");
        var second = await NewOverrideAsync(admin, new() { ["CommunityId"] = "", ["Grade"] = "标准" });
        (await (await admin.GetAsync($"/plan/check?plan={second}")).Ok().SubmitAsync("#publish form")).Ok();
        OverridePlan = second;
        await NewOverrideAsync(admin, new() { ["CommunityId"] = "", ["Grade"] = "高档" });
        await (await admin.GetAsync("/plan/edit")).Ok().SubmitAsync("form[action*='handler=Open']");
        (await (await admin.GetAsync($"/plan/edit?step=2&cell={Uri.EscapeDataString("*|*||1")}")).Ok().SubmitAsync("#cell form", new() { ["amount"] = "5", ["unit"] = "minutes", ["act"] = "set" })).Ok();
    }

    public string OverridePlan { get; private set; } = "";

    private static async Task<string> NewOverrideAsync(TestClient admin, Dictionary<string, string> where)
    {
        var edit = (await (await admin.GetAsync("/plan/overrides")).Ok().SubmitAsync("form[action='/plan/overrides']", where)).Ok();
        var plan = edit.Url.Query.Split("plan=")[1][..36];
        (await (await admin.GetAsync($"/plan/edit?plan={plan}&step=2&cell={Uri.EscapeDataString("repair|*||2")}")).Ok().SubmitAsync("#cell form", new() { ["amount"] = "30", ["unit"] = "minutes", ["act"] = "set" })).Ok();
        return plan;
    }

    private async Task ImportsAsync()
    {
        var admin = await app.SignInAsync(Company, "admin");
        var head = "小区,楼栋,单元,房号,面积,组团,姓名,手机,身份\n";
        ImportChecked = await UploadAsync(admin, "云汀新苑住户.csv", head
            + "云汀新苑,1,1,0101,98.52,,王小川,13911110001,业主\n云汀新苑,1,1,,98.52,,李明,13911110002,业主\n"
            + "云汀新苑,1,1,0103,98.52 平方米,,赵敏,13911110003,业主\n云汀新苑,1,1,0104,120,,钱坤,1391111000,租户\n");
        ImportDone = await UploadAsync(admin, "云汀北苑.csv", head + "云汀北苑,1,1,0101,88,,周远,13911110011,业主\n云汀北苑,1,1,0102,88,,吴静,13911110012,租户\n");
        await (await admin.GetAsync($"/registry/import/{ImportDone}")).Ok().SubmitAsync("form[action*='Choose']", new() { ["choice"] = "good" });
        await app.SettleAsync();
    }

    private async Task<string> UploadAsync(TestClient admin, string name, string csv)
    {
        var page = (await (await admin.GetAsync("/registry/import")).Ok().SubmitAsync("form[enctype]", [], ("file", name, Encoding.UTF8.GetBytes(csv), "text/csv"))).Ok();
        await app.SettleAsync();
        return page.Url.Segments[^1];
    }

    private async Task LinksAsync()
    {
        var admin = await app.SignInAsync(Company, "admin");
        var made = await admin.JsonAsync(HttpMethod.Post, "/api/identity/staff",
            new { userName = "newcomer", name = "沈一诺", phone = "13911112222", department = "customer-service", title = "前台", employeeNumber = "1099", portrait = (string?)null, roles = new[] { "front-desk" }, communityIds = Array.Empty<Guid>() }, HttpStatusCode.Created);
        Staff = made.GetProperty("id").GetString()!;
        StaffLink = await LinkAsync(admin, $"/api/identity/staff/{Staff}/link");
        var colleague = await app.SignInAsync(Company, "eng2");
        PhoneChange = (await colleague.JsonAsync(HttpMethod.Post, "/api/identity/me/phone", new { phone = "15900001234", current = TestApp.Password }, HttpStatusCode.Accepted)).GetProperty("phoneChangeId").GetString()!;
        var list = (await admin.GetAsync($"/households?q={Uri.EscapeDataString("周远")}")).Ok();
        var unit = list.Document.QuerySelector("main a[href^='/households/']")!.GetAttribute("href")!;
        var person = (await admin.GetAsync(unit)).Ok().Document.QuerySelector("a[href*='person='][href$='#person']")!.GetAttribute("href")!;
        var invited = (await (await admin.GetAsync(person)).Ok().SubmitAsync("form[action*='Invite']")).Ok();
        ResidentLink = new Uri(invited.Document.QuerySelector("#invite-link")!.GetAttribute("value")!).AbsolutePath;
    }

    private static async Task<string> LinkAsync(TestClient admin, string url) =>
        new Uri((await admin.JsonAsync(HttpMethod.Post, url)).GetProperty("address").GetString()!).AbsolutePath;

    private async Task PlatformAsync()
    {
        var operators = await app.SignInAsync("", "operator");
        Fresh = await CompanyAsync(operators, "fresh", "新开物业");
        var admin = await app.SignInAsync("fresh", "admin");
        var supervisor = await admin.JsonAsync(HttpMethod.Post, "/api/identity/staff",
            new { userName = "supervisor", name = "程新", department = "customer-service", roles = new[] { "supervisor" }, communityIds = Array.Empty<Guid>() }, HttpStatusCode.Created);
        await FirstPasswordAsync("fresh", await LinkAsync(admin, $"/api/identity/staff/{supervisor.GetProperty("id").GetString()}/link"));
        Blocked = await CompanyAsync(operators, "shut", "停用物业");
        (await operators.PostAsync($"/api/tenants/companies/{Blocked}/block", new { reason = "三个月没有付费" })).EnsureSuccessStatusCode();
        var colleague = await operators.JsonAsync(HttpMethod.Post, "/api/identity/operators", new { userName = "colleague", name = "沈同事" }, HttpStatusCode.Created);
        Colleague = colleague.GetProperty("id").GetString()!;
    }

    private async Task<string> CompanyAsync(TestClient operators, string label, string name)
    {
        var created = await operators.JsonAsync(HttpMethod.Post, "/api/tenants/companies",
            new { label, displayName = name, templateCode = "standard", administratorName = "方远", administratorUserName = "admin" }, HttpStatusCode.Created);
        var link = new Uri(created.GetProperty("administratorLink").GetString()!).AbsolutePath;
        await FirstPasswordAsync(label, link);
        var found = await operators.JsonAsync(HttpMethod.Get, $"/api/tenants/companies?q={label}");
        return found.GetProperty("page").GetProperty("items")[0].GetProperty("tenantId").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task FirstPasswordAsync(string label, string link) =>
        (await (await app.Anonymous(label).GetAsync(link)).Ok().SubmitAsync("main form", new() { ["newPassword"] = TestApp.Password, ["repeat"] = TestApp.Password })).Ok();

    private static object Report(string kind, string words, string unit, bool emergency) => new { kind, description = words, unitId = unit, channel = 1, isEmergency = emergency };

    private async Task<string> ReportAsync(string kind, string words, bool emergency = false, bool photos = false)
    {
        if (photos)
        {
            var page = (await (await _resident.GetAsync($"/home/ask/{kind}")).Ok().SubmitAsync("main form[enctype]", new() { ["Description"] = words },
                ("Photos", "leak.jpg", Photo.Draw(0x4F7C8A), "image/jpeg"), ("Photos", "cabinet.jpg", Photo.Draw(0x8A6B4F), "image/jpeg"))).Ok();
            return page.Url.Segments[^1];
        }

        return (await _resident.JsonAsync(HttpMethod.Post, "/api/butler/requests/mine", Report(kind, words, _unit, emergency), HttpStatusCode.Created)).GetProperty("id").GetString()!;
    }

    /// <summary>Reported, accepted, sent to engineering, and what the engineer did.</summary>
    private async Task<(string Request, string Order)> OrderedAsync(string kind, string words, params string[] acts) => await OrderedAsync(kind, words, acts, false);

    private Task<(string Request, string Order)> OrderedAsync(string kind, string words, string act, bool photos) => OrderedAsync(kind, words, [act], photos);

    private async Task<(string Request, string Order)> OrderedAsync(string kind, string words, string[] acts, bool photos)
    {
        var id = await ReportAsync(kind, words, photos: photos);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await DoAsync(id, "accept");
        await DoAsync(id, "dispatch", new { targets = new[] { new { department = "engineering" } } });
        await app.SettleAsync();
        var order = await OrderOfAsync(words);
        foreach (var act in acts) await OrderAsync(order, act);
        return (id, order);
    }

    /// <summary>The host handles events as well: it may still be making the order.</summary>
    private async Task<string> OrderOfAsync(string words)
    {
        string? order = null;
        await Steps.WaitForAsync(async () =>
        {
            var open = await _engineer.JsonAsync(HttpMethod.Get, "/api/work-orders/orders/?view=Takeable");
            order = open.GetProperty("items").EnumerateArray().Where(o => o.GetProperty("title").GetString()!.StartsWith(words[..4], StringComparison.Ordinal)).Select(o => o.GetProperty("id").GetString()).FirstOrDefault();
            return order is not null;
        }, $"no order for '{words}'");
        return order!;
    }

    private async Task OrderAsync(string order, string act, object? body = null)
    {
        using var answer = await _engineer.PostAsync($"/api/work-orders/orders/{order}/{act}", body);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{act}: {await answer.Content.ReadAsStringAsync()}");
        await app.SettleAsync();
    }

    private async Task CompleteAsync(string order)
    {
        (await (await _engineer.GetAsync($"/orders/{order}")).Ok().SubmitAsync("form#complete", new() { ["note"] = "换了灯座和灯管，试了三次都亮" }, ("photos", "lamp.jpg", Photo.Draw(0xC9B458), "image/jpeg"))).Ok();
        await app.SettleAsync();
    }

    private async Task DoAsync(string id, string act, object? body = null)
    {
        await _desk.JsonAsync(HttpMethod.Post, $"/api/butler/requests/{id}/{act}", body ?? new { });
        await app.SettleAsync();
    }

    private async Task MineAsync(string id, string act, object? body = null)
    {
        await _resident.JsonAsync(HttpMethod.Post, $"/api/butler/my-requests/{id}/{act}", body ?? new { });
        await app.SettleAsync();
    }

    /// <summary>An hour of tomorrow in the company's time.</summary>
    private DateTime Tomorrow(int hour) => app.Now.AddHours(8).Date.AddDays(1).AddHours(hour - 8);
}
