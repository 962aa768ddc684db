using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Browser.Tests.Journeys;
using PropertyCloud.Testing;

namespace PropertyCloud.Browser.Tests.Pages;

/// <summary>A page as somebody opens it.</summary>
/// <param name="Route">The route pattern, without the first slash.</param>
/// <param name="Heading">What its only h1 says in Chinese, or contains.</param>
/// <param name="View">Null: the page's usual sight. Else what is special about this one.</param>
/// <param name="Status">What it answers; pages that tell of a refusal answer with it.</param>
internal sealed record PageSight(string Route, string Url, string Heading, string? View = null, int Status = 200)
{
    /// <summary>The name of its pictures.</summary>
    public string Name => string.Concat((Route + (View is null ? "" : $"~{View}")).Select(c => c switch { '/' => '-', '{' or '}' => '_', ':' => '.', _ => c }));
}

/// <param name="Company">Empty: the platform.</param>
/// <param name="User">Null: signed out. <c>butler</c> is the resident's own.</param>
internal sealed record Reader(string Company, string? User)
{
    public bool IsResident => User == "resident1";
    public override string ToString() => $"{(Company.Length == 0 ? "platform" : Company)}/{User ?? "anybody"}";
}

/// <summary>Every page of the product with its audience. No page is exempt: a route that nobody opens here fails the test.</summary>
internal static class PageCatalogue
{
    public static readonly Reader Anybody = new(Scene.Company, null);
    public static readonly Reader Resident = new(Scene.Company, "resident1");
    public static readonly Reader Butler = new(Scene.Company, "butler");
    public static readonly Reader Supervisor = new(Scene.Company, "supervisor");
    public static readonly Reader Director = new(Scene.Company, "director");
    public static readonly Reader Administrator = new(Scene.Company, "admin");
    public static readonly Reader Engineer = new(Scene.Company, "eng1");
    public static readonly Reader Head = new(Scene.Company, "eng-head");
    public static readonly Reader Operator = new("", "operator");
    public static readonly Reader Blocked = new("shut", null);
    public static readonly Reader Newcomer = new("fresh", "admin");
    public static readonly Reader NewSupervisor = new("fresh", "supervisor");
    public static readonly Reader Neighbour = new(Scene.Company, "resident2");
    public static readonly Reader Unpromised = new("landscape", "resident1");
    public static readonly Reader UnpromisedDesk = new("landscape", "supervisor");
    public static readonly Reader Considerate = new("considerate", "admin");
    public static readonly Reader FiveStar = new("five-star", "admin");

    public static readonly IReadOnlyList<Reader> Readers =
        [Anybody, Blocked, Resident, Neighbour, Butler, Supervisor, Director, Administrator, Engineer, Head, Operator, Newcomer, NewSupervisor, Unpromised, UnpromisedDesk, Considerate, FiveStar];

    public static IReadOnlyDictionary<Reader, IReadOnlyList<PageSight>> Of(Scene s) => new Dictionary<Reader, IReadOnlyList<PageSight>>
    {
        [Anybody] =
        [
            new("sign-in", "/sign-in", "登录"),
            new("sign-in", "/sign-in?returnUrl=%2Fboard", "登录", "asked-for-a-page"),
            new("promises", "/promises", "我们的承诺"),
            new("link/{token}", s.ResidentLink, "欢迎您回家"),
            new("link/{token}", s.StaffLink, "设密码，开始使用", "staff"),
            new("link/{token}", "/link/AAAAAAAAAAAAAAAAAAAAAA", "这个链接不能用了", "gone", 410),
            new("error/{code:int}", "/error/404", "找不到这一页", null, 404),
            new("error/{code:int}", "/error/500", "没有保存", "fault", 500),
            new("preferences", "/preferences", "语言和外观"),
        ],
        [Blocked] = [new("suspended", "/suspended", "暂停使用", null, 403)],
        [Resident] =
        [
            new("home", "/home", Template.NameOf(Scene.Company, s.Butler)),
            new("home/ask", "/home/ask", "您需要什么"),
            new("home/ask/{kind}", "/home/ask/repair", "报修"),
            new("home/ask/{kind}", "/home/ask/repair?emergency=true", "紧急报修", "emergency"),
            new("home/ask/{kind}", "/home/ask/complaint", "投诉", "complaint"),
            new("home/requests", "/home/requests", "我的服务"),
            new("home/requests", "/home/requests?show=done", "我的服务", "done"),
            new("home/requests/{id:guid}", $"/home/requests/{s.Working}", "厨房水槽下方漏水"),
            new("home/requests/{id:guid}", $"/home/requests/{s.Reported}", "电梯里加一个扶手", "reported"),
            new("home/requests/{id:guid}", $"/home/requests/{s.ToConfirm}", "主卧顶灯不亮", "to-confirm"),
            new("home/requests/{id:guid}", $"/home/requests/{s.Archived}", "装修押金什么时候退", "archived"),
            new("home/requests/{id:guid}", $"/home/requests/{s.Cancelled}", "代取快递", "cancelled"),
            new("home/card", "/home/card", "我的服务卡"),
            new("account", "/account", "我的", "resident"),
            new("inbox", "/inbox", "消息", "resident"),
            new("sign-out", "/sign-out", "退出登录"),
            new("error/{code:int}", "/board", "你没有这项权限", "not-permitted", 403),
        ],
        [Neighbour] = [new("home", "/home", "", "first-day"), new("home/requests", "/home/requests", "我的服务", "first-day"), new("inbox", "/inbox", "消息", "resident-first-day")],
        [Butler] =
        [
            new("today", "/today", "月"),
            new("requests", "/requests", "工单"),
            new("requests/new", "/requests/new", "记一单"),
            new("requests/new", $"/requests/new?unitId={s.Unit}", "记一单", "home"),
            new("requests/{id:guid}", $"/requests/{s.Working}", "厨房水槽下方漏水"),
            new("requests/{id:guid}", $"/requests/{s.Reported}", "电梯里加一个扶手", "reported"),
            new("requests/{id:guid}", $"/requests/{s.ToConfirm}", "主卧顶灯不亮", "to-confirm"),
            new("call-backs", "/call-backs", "回访"),
            new("hand-over", "/hand-over", "月度移交", "butler"),
            new("households", "/households", "住户", "butler"),
            new("account", "/account", "我的"),
            new("inbox", "/inbox", "消息"),
        ],
        [Supervisor] =
        [
            new("today", "/today", "月", "supervisor"),
            new("board", "/board", "调度台"),
            new("board", "/board?view=list", "调度台", "list"),
            new("requests", "/requests?segment=all&q=没有这样的单", "工单", "none-match"),
            new("requests/{id:guid}", $"/requests/{s.Late}", "卫生间顶上滴水", "late"),
            new("requests/{id:guid}", $"/requests/{s.Held}", "阳台推拉门脱轨", "on-hold"),
            new("requests/{id:guid}", $"/requests/{s.ToCallBack}", "楼上装修噪音", "to-call-back"),
            new("requests/{id:guid}", $"/requests/{s.Archived}", "装修押金什么时候退", "archived"),
            new("assignments", "/assignments", "管家与组团"),
            new("duty", "/duty", "值班"),
            new("catalogue", "/catalogue", "服务目录"),
            new("catalogue", $"/catalogue?edit={s.Item}", "服务目录", "edit"),
            new("hand-over", "/hand-over", "月度移交"),
            new("hand-over/{id:guid}", $"/hand-over/{s.HandOver}", "9 月"),
            new("call-backs", "/call-backs?segment=reached", "回访", "reached"),
            new("breaches", "/breaches", "超时"),
            new("inbox", "/inbox", "消息", "supervisor"),
        ],
        [Director] = [new("phone-changes", "/phone-changes", "手机号变更"), new("phone-changes/{id:guid}", $"/phone-changes/{s.PhoneChange}", "的手机号")],
        [Administrator] =
        [
            new("staff", "/staff", "员工与角色"),
            new("staff/new", "/staff/new", "添加员工"),
            new("staff/{id:guid}", $"/staff/{s.Staff}", "沈一诺"),
            new("organisation", "/organisation", "组织架构"),
            new("settings", "/settings", "设置"),
            new("company", "/company", "公司资料"),
            new("registry", "/registry", "房产与组团"),
            new("registry", "/registry?edit=new-community", "房产与组团", "new-community"),
            new("registry", "/registry?edit=community", "房产与组团", "community"),
            new("registry", "/registry?edit=new-building", "房产与组团", "new-building"),
            new("registry", "/registry?edit=new-cluster", "房产与组团", "new-cluster"),
            new("registry", "/registry?edit=new-place", "房产与组团", "new-place"),
            new("registry/buildings/{id:guid}", $"/registry/buildings/{s.Building}", "栋"),
            new("registry/buildings/{id:guid}", $"/registry/buildings/{s.Building}?edit=new-units", "栋", "new-units"),
            new("registry/buildings/{id:guid}", $"/registry/buildings/{s.Building}?edit=name", "栋", "name"),
            new("registry/buildings/{id:guid}", $"/registry/buildings/{s.Building}?edit={s.Entrance}", "栋", "entrance"),
            new("registry/clusters/{id:guid}", $"/registry/clusters/{s.Cluster}", "组团"),
            new("registry/clusters/{id:guid}", $"/registry/clusters/{s.Cluster}?edit=add-units", "组团", "add-units"),
            new("registry/clusters/{id:guid}", $"/registry/clusters/{s.Cluster}?edit=name", "组团", "name"),
            new("registry/import", "/registry/import", "导入房产和住户"),
            new("registry/import/{id:guid}", $"/registry/import/{s.ImportChecked}", "云汀新苑住户.csv"),
            new("registry/import/{id:guid}", $"/registry/import/{s.ImportDone}", "云汀北苑.csv", "done"),
            new("households", "/households", "住户"),
            new("households/{unitId:guid}", $"/households/{s.Unit}", "云汀雅苑"),
            new("households/{unitId:guid}", $"/households/{s.Unit}?person=new", "云汀雅苑", "new-person"),
            new("households/{unitId:guid}", $"/households/{s.Unit}?person={s.Relation}", "云汀雅苑", "person"),
            new("households/{unitId:guid}", $"/households/{s.Unit}?person={s.Former}", "云汀雅苑", "former"),
            new("households/{unitId:guid}", $"/households/{s.Unit}?edit=unit", "云汀雅苑", "unit"),
            new("plan", "/plan", "客服管家服务方案"),
            new("plan", $"/plan?plan={s.OverridePlan}", "方案", "override"),
            new("plan/edit", "/plan/edit?step=1", "范围"),
            new("plan/edit", "/plan/edit?step=2", "时限", "limits"),
            new("plan/edit", $"/plan/edit?step=2&cell={Uri.EscapeDataString("*|*||1")}", "时限", "cell"),
            new("plan/edit", "/plan/edit?step=3", "", "calendar"),
            new("plan/edit", "/plan/edit?step=4", "", "escalation"),
            new("plan/edit", "/plan/edit?step=5", "回访", "call-back"),
            new("plan/edit", "/plan/edit?step=6", "", "ratio"),
            new("plan/edit", "/plan/edit?step=7", "", "indicators"),
            new("plan/edit", "/plan/edit?step=8", "", "statements"),
            new("plan/check", "/plan/check", "发布前核对"),
            new("plan/versions", "/plan/versions", "方案版本"),
            new("plan/versions", "/plan/versions?number=1", "方案版本", "one"),
            new("plan/overrides", "/plan/overrides", "各小区的方案"),
            new("calendar", "/calendar", "服务日历"),
        ],
        [Engineer] =
        [
            new("orders", "/orders?view=mine", "工单", "mine"),
            new("orders", "/orders?view=open", "工单", "open"),
            new("orders/{id:guid}", $"/orders/{s.OrderTaken}", "厨房水槽下方漏水"),
            new("orders/{id:guid}", $"/orders/{s.OrderHeld}", "阳台推拉门脱轨", "on-hold"),
            new("orders/{id:guid}", $"/orders/{s.OrderOpen}", "客厅插座没电", "open"),
            new("orders/{id:guid}", $"/orders/{s.OrderDone}", "主卧顶灯不亮", "done"),
        ],
        [Head] =
        [
            new("orders", "/orders", "工单"),
            new("orders", "/orders?view=list", "工单", "list"),
            new("orders/{id:guid}", $"/orders/{s.OrderTaken}", "厨房水槽下方漏水", "head"),
        ],
        [Operator] =
        [
            new("platform", "/platform", "公司"),
            new("platform/new", "/platform/new", "新建公司"),
            new("platform/{id:int}", $"/platform/{s.Fresh}", "新开物业"),
            new("platform/{id:int}", $"/platform/{s.Blocked}", "停用物业", "blocked"),
            new("platform/operators", "/platform/operators", "运营人员"),
            new("platform/operators/{id:guid}", $"/platform/operators/{s.Colleague}", "沈同事"),
        ],
        [Newcomer] = [.. FirstDay(("households", "住户"), ("registry", "房产与组团"), ("registry/import", "导入房产和住户"), ("staff", "员工与角色"), ("plan/overrides", "各小区的方案"))],
        [NewSupervisor] = [.. FirstDay(("today", "月"), ("board", "调度台"), ("requests", "工单"), ("requests/new", "记一单"), ("orders", "工单"), ("call-backs", "回访"), ("hand-over", "月度移交"),
            ("assignments", "管家与组团"), ("duty", "值班"), ("breaches", "超时"), ("inbox", "消息"))],
        [Unpromised] = [new("home", "/home", "", "no-promise"), new("home/requests/{id:guid}", $"/home/requests/{s.Unpromised}", "山墙渗水", "no-promise")],
        [UnpromisedDesk] = [new("requests/{id:guid}", $"/requests/{s.Unpromised}", "山墙渗水", "no-promise"), new("plan", "/plan", "山水管家服务方案", "no-promise"), new("hand-over", "/hand-over", "月度移交", "none-wanted")],
        [Considerate] = [new("plan", "/plan", "贴心管家服务方案", "either"), new("plan/edit", "/plan/edit", "修改服务方案", "no-draft")],
        [FiveStar] = [new("company", "/company", "公司资料", "lists"), new("plan", "/plan", "五星酒店式管家服务方案", "indicators")],
    };

    /// <summary>What a company sees on its first day: nothing yet, and what to do next.</summary>
    private static IEnumerable<PageSight> FirstDay(params (string Route, string Heading)[] pages) => pages.Select(p => new PageSight(p.Route, $"/{p.Route}", p.Heading, "first-day"));

    /// <summary>The page routes of the running host, without the first slash.</summary>
    public static IReadOnlyList<string> Routes(TestApp app) => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .Select(e => e.RoutePattern.RawText!.Trim('/')).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Routes that no sight opens.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<string> routes, IEnumerable<PageSight> sights) => [.. routes.Except(sights.Select(p => p.Route))];
}
