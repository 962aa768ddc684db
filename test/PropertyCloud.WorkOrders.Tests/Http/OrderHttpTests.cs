using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Security;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Testing;
using PropertyCloud.WorkOrders.Contracts;
using PropertyCloud.WorkOrders.Data;
using PropertyCloud.WorkOrders.Subscribers;

namespace PropertyCloud.WorkOrders.Tests.Http;

public abstract class OrderHttpTests(AppFixture fixture)
{
    private const string Api = "/api/work-orders/orders";
    private TestApp App => fixture.App;

    private Task<TestClient> As(string user, string company = OrderSeed.Company) => App.SignInAsync(company, user);

    private Task<string> NameOf(string user) => App.In(OrderSeed.Company, async services =>
    {
        var people = await services.GetRequiredService<IStaffLookup>().ListAsync(department: Departments.Engineering);
        return people.OrderBy(p => p.EmployeeNumber).Where(p => p.Roles.Contains(SeededRoles.Staff)).Select(p => p.Name).ElementAt(int.Parse(user[3..], System.Globalization.CultureInfo.InvariantCulture) - 1);
    });

    [Fact]
    public async Task Wanted_Twice_MakesOneOrderWithANumber()
    {
        var wanted = await App.WantAsync();
        await App.In(OrderSeed.Company, services => OrderSeed.HandleAsync(services, wanted, App));
        var orders = await App.In(OrderSeed.Company, services => services.GetRequiredService<WorkOrdersDbContext>().Orders.Where(o => o.SourceId == wanted.RequestId).ToListAsync());
        orders.ShouldHaveSingleItem().Number.ShouldStartWith("GD260915");
    }

    [Fact, Trait("Requirement", "R43")]
    public async Task Take_ByTwoAtOnce_OneWinsAndTheOtherIsToldWho()
    {
        var wanted = await App.WantAsync();
        var (one, two) = (await As("eng1"), await As("eng2"));
        await one.TokenAsync();
        await two.TokenAsync();
        var answers = await Task.WhenAll(one.PostAsync($"{Api}/{wanted.OrderId}/take"), two.PostAsync($"{Api}/{wanted.OrderId}/take"));
        answers.Select(a => a.StatusCode).Order().ShouldBe([HttpStatusCode.NoContent, HttpStatusCode.Conflict]);
        var winner = await NameOf(answers[0].StatusCode == HttpStatusCode.NoContent ? "eng1" : "eng2");
        var told = await answers.Single(a => a.StatusCode == HttpStatusCode.Conflict).Content.ReadAsStringAsync();
        told.ShouldContain("work-orders.already-taken");
        JsonSerializer.Deserialize<JsonElement>(told).ToString().ShouldContain(winner);
    }

    [Fact, Trait("Requirement", "R43")]
    public async Task Day_TakeArriveComplete_WithoutScript()
    {
        var wanted = await App.WantAsync();
        var eng = await As("eng1");
        var open = (await eng.GetAsync("/orders?view=open")).Ok();
        open.Text.ShouldContain("厨房水槽下方漏水");
        var detail = (await open.SubmitAsync($"form[action*='{wanted.OrderId}']")).Ok();
        detail.Url.AbsolutePath.ShouldBe($"/orders/{wanted.OrderId}");
        detail.Text.ShouldContain("途中");
        (await eng.GetAsync("/orders")).Ok().Text.ShouldContain("厨房水槽下方漏水");

        detail = (await detail.SubmitAsync("form[action*='handler=Arrive']")).Ok();
        detail.Text.ShouldContain("已到场");
        var refused = await detail.SubmitAsync("form[action*='handler=Complete']", new() { ["note"] = "" });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("写一句做了什么");
        detail = (await refused.SubmitAsync("form[action*='handler=Complete']", new() { ["note"] = "换了密封圈" }, ("photos", "a.png", Pixel, "image/png"))).Ok();
        detail.Text.ShouldContain("已完工");
        detail.Text.ShouldContain("换了密封圈");
        detail.Document.QuerySelectorAll("img[src^='/files/']").ShouldHaveSingleItem();
        detail.Document.QuerySelectorAll("h1").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Refused_ShowsTheReasonOnThePage()
    {
        var wanted = await App.WantAsync();
        var open = (await (await As("eng2")).GetAsync("/orders?view=open")).Ok();
        (await (await As("eng1")).PostAsync($"{Api}/{wanted.OrderId}/take")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var late = await open.SubmitAsync($"form[action*='{wanted.OrderId}']");
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain($"{await NameOf("eng1")} ");
        late.Text.ShouldContain("已接单，你看到的是旧的");
    }

    [Fact]
    public async Task AnotherDepartment_AnotherCompany_AndResidents_DoNotReachIt()
    {
        var wanted = await App.WantAsync();
        (await (await As("env1")).GetAsync($"/orders/{wanted.OrderId}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await As("env1")).PostAsync($"{Api}/{wanted.OrderId}/take")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await As("eng1", "considerate")).GetAsync($"/orders/{wanted.OrderId}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await As("eng1", "considerate")).PostAsync($"{Api}/{wanted.OrderId}/take")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await As("resident1")).PostAsync($"{Api}/{wanted.OrderId}/take")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact, Trait("Requirement", "R17")]
    public async Task Transfer_ByTheHead_MovesItToTheOtherDepartment()
    {
        var wanted = await App.WantAsync();
        var head = await As("eng-head");
        (await head.GetAsync($"/orders/{wanted.OrderId}")).Ok().Text.ShouldContain("转派");
        (await head.PostAsync($"{Api}/{wanted.OrderId}/transfer", new { department = Departments.Environment, reason = "" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await head.PostAsync($"{Api}/{wanted.OrderId}/transfer", new { department = Departments.Environment, reason = "要先清理" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await (await As("env1")).PostAsync($"{Api}/{wanted.OrderId}/take")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Assign_ToSomebodyElsewhere_IsRefused()
    {
        var wanted = await App.WantAsync();
        var head = await As("eng-head");
        var elsewhere = await App.In(OrderSeed.Company, async services => (await services.GetRequiredService<IStaffLookup>().ListAsync(department: Departments.Environment))[0].UserId);
        (await head.PostAsync($"{Api}/{wanted.OrderId}/assign", new { assignee = elsewhere })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await (await As("eng1")).PostAsync($"{Api}/{wanted.OrderId}/assign", new { assignee = elsewhere })).IsSuccessStatusCode.ShouldBeFalse();
    }

    [Fact]
    public async Task SameKeyTwice_HoldsOnce()
    {
        var wanted = await App.WantAsync();
        var eng = await As("eng1");
        await eng.PostAsync($"{Api}/{wanted.OrderId}/take");
        var key = Guid.CreateVersion7(App.Clock.GetUtcNow()).ToString("N");
        (await eng.PostAsync($"{Api}/{wanted.OrderId}/hold", new { reason = "等配件" }, key)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await eng.PostAsync($"{Api}/{wanted.OrderId}/hold", new { reason = "等配件" }, key)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await eng.PostAsync($"{Api}/{wanted.OrderId}/hold", new { reason = "别的" }, key)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SequenceAsync(wanted.OrderId)).ShouldBe(3);
    }

    [Fact]
    public async Task Instructions_WithdrawUrgeAndRework_ComeByEvent()
    {
        var wanted = await App.WantAsync();
        await InstructAsync(wanted, OrderInstruction.Urge);
        await InstructAsync(wanted, OrderInstruction.Rework);
        (await ReadAsync(wanted.OrderId)).Status.ShouldBe(OrderStatus.Dispatched);
        (await ReadAsync(wanted.OrderId)).UrgedCount.ShouldBe(1);
        await InstructAsync(wanted, OrderInstruction.Withdraw);
        (await ReadAsync(wanted.OrderId)).Status.ShouldBe(OrderStatus.Withdrawn);
    }

    [Fact]
    public async Task ClocksOfTheSource_AreShownOnTheOrder()
    {
        var wanted = await App.WantAsync(arriveMinutes: null);
        var due = App.Now.AddMinutes(42);
        await App.In(OrderSeed.Company, services => services.GetRequiredService<ClockSubjectSubscriber>().HandleAsync(
            new(wanted.RequestId, "butler.request", 3, wanted.RequestId, wanted.CommunityId, null, null, [new(ClockKind.Arrive, ClockState.Running, 42, App.Now, App.Now.AddMinutes(30), due, null)]),
            OrderSeed.Envelope(App), CancellationToken.None));
        (await ReadAsync(wanted.OrderId)).ArriveDueAt.ShouldBe(due);
        (await (await As("eng1")).GetAsync($"/orders/{wanted.OrderId}")).Ok().Html.ShouldContain("clock-run");

        var second = wanted with { OrderId = Kernel.Domain.Ids.New(App.Clock), Department = Departments.Environment, ArriveDueAt = App.Now.AddMinutes(1) };
        await App.In(OrderSeed.Company, services => OrderSeed.HandleAsync(services, second, App));
        (await ReadAsync(second.OrderId)).ArriveDueAt.ShouldBe(due);
    }

    [Fact]
    public async Task Board_HasItsColumns_AndItsFragment()
    {
        await App.WantAsync();
        var page = (await (await As("eng-head")).GetAsync("/orders?view=board")).Ok();
        page.Document.QuerySelectorAll(".bd .col").Length.ShouldBe(4);
        var fragment = (await (await As("eng-head")).GetAsync("/orders?view=board&handler=Cards")).Ok();
        fragment.Document.QuerySelectorAll(".bd .col").Length.ShouldBe(4);
        fragment.Html.ShouldNotContain("<html");
        (await (await As("supervisor")).GetAsync("/orders?view=list&department=engineering&q=GD26")).Ok().Text.ShouldContain("厨房水槽下方漏水");
        (await (await As("supervisor")).GetAsync("/orders?view=list&q=zzz")).Ok().Text.ShouldContain("没有符合的工单");
    }

    [Fact]
    public async Task Export_IsForHeads_AndHoldsNoFormula()
    {
        await App.WantAsync();
        using var refused = await (await As("eng1")).Http.GetAsync($"{Api}/export");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var bytes = await (await As("eng-head")).Http.GetByteArrayAsync("/orders?handler=Export");
        bytes.Take(3).ShouldBe([0xEF, 0xBB, 0xBF]);
        Encoding.UTF8.GetString(bytes).ShouldContain("厨房水槽下方漏水");
    }

    [Fact]
    public async Task Lookup_GivesOrdersOfManySourcesAtOnce()
    {
        var (one, two) = (await App.WantAsync(), await App.WantAsync());
        var found = await App.In(OrderSeed.Company, services => services.GetRequiredService<IWorkOrderLookup>().GetBySourceAsync([one.RequestId, two.RequestId]));
        found[one.RequestId].ShouldHaveSingleItem().Id.ShouldBe(one.OrderId);
        found[two.RequestId].ShouldHaveSingleItem().Status.ShouldBe(OrderStatus.Dispatched);
    }

    private Task InstructAsync(OrderWanted wanted, OrderInstruction instruction) => App.In(OrderSeed.Company, services =>
        services.GetRequiredService<OrderInstructedSubscriber>().HandleAsync(new(wanted.RequestId, wanted.OrderId, instruction, "业主说的", null, App.Now), OrderSeed.Envelope(App), CancellationToken.None));

    private Task<WorkOrders.Orders.WorkOrder> ReadAsync(Guid id) => App.In(OrderSeed.Company, async services =>
        await services.GetRequiredService<WorkOrdersDbContext>().GetAsync<WorkOrders.Orders.WorkOrder>(id));

    private async Task<long> SequenceAsync(Guid id) => (await ReadAsync(id)).Sequence;

    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}

public sealed class OrderHttpOnSqliteTests(SqliteApp app) : OrderHttpTests(app), IClassFixture<SqliteApp>;

public sealed class OrderHttpOnMariaDbTests(MariaDbApp app) : OrderHttpTests(app), IClassFixture<MariaDbApp>;
