using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.ServiceLevels.Breaches;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;
using PropertyCloud.Testing;

namespace PropertyCloud.ServiceLevels.Tests.Http;

/// <summary>Clock rows, timers, warnings, breaches and escalation on a real database under a moved clock.</summary>
public abstract class ClockFlowTests(OwnApp fixture)
{
    private TestApp App => fixture.App;

    [Fact, Trait("Requirement", "R54")]
    public async Task Sweep_UnansweredRequest_WarnsBreachesAndEscalatesOnceEach()
    {
        using var heard = new Heard(App);
        var subject = new Subject(App, "standard", RequestKinds.Enquiry);
        await subject.ReportAsync();
        (await subject.RowsAsync()).Select(r => r.Clock).ShouldBe([ClockKind.Respond, ClockKind.Resolve]);

        await App.AdvanceAsync(TimeSpan.FromMinutes(8));
        heard.Of<ClockWarned>(subject.Id).ShouldHaveSingleItem().Clock.ShouldBe(ClockKind.Respond);
        (await subject.BreachesAsync()).ShouldBeEmpty();

        await App.AdvanceAsync(TimeSpan.FromMinutes(3));
        var breach = (await subject.BreachesAsync()).ShouldHaveSingleItem();
        breach.DueAt.ShouldBe(subject.ReportedAt.AddMinutes(10));
        heard.Of<ClockBreached>(subject.Id).ShouldHaveSingleItem().BreachId.ShouldBe(breach.Id);
        heard.Of<ClockEscalated>(subject.Id).ShouldHaveSingleItem().ToRole.ShouldBe("supervisor");

        await App.AdvanceAsync(TimeSpan.FromHours(2));
        heard.Of<ClockEscalated>(subject.Id).Where(e => e.Clock == ClockKind.Respond).Select(e => (e.Level, e.ToRole)).ShouldBe([(1, "supervisor"), (2, "centre-director")]);
        (await subject.BreachesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Sweep_AnsweredInTime_SaysNothing()
    {
        using var heard = new Heard(App);
        var subject = new Subject(App, "standard", RequestKinds.Enquiry);
        await subject.ReportAsync();
        await App.AdvanceAsync(TimeSpan.FromMinutes(5));
        await subject.HappenAsync(ClockFactKind.Responded);
        await subject.HappenAsync(ClockFactKind.Resolved);
        await App.AdvanceAsync(TimeSpan.FromHours(30));
        (await subject.BreachesAsync()).ShouldBeEmpty();
        heard.Of<ClockWarned>(subject.Id).ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_StopThatHappenedInTimeAndArrivesLate_WithdrawsTheBreach()
    {
        using var heard = new Heard(App);
        var subject = new Subject(App, "standard", RequestKinds.Enquiry);
        await subject.ReportAsync();
        await App.AdvanceAsync(TimeSpan.FromMinutes(11));
        await subject.HappenAsync(ClockFactKind.Responded, subject.ReportedAt.AddMinutes(9));
        await App.SettleAsync();
        var breach = (await subject.BreachesAsync()).ShouldHaveSingleItem();
        (breach.Status, breach.WithdrawnFor).ShouldBe((BreachStatus.Withdrawn, WithdrawReason.StoppedInTime));
        heard.Of<BreachWithdrawn>(subject.Id).ShouldHaveSingleItem();
        await App.AdvanceAsync(TimeSpan.FromHours(3));
        heard.Of<ClockEscalated>(subject.Id).Where(e => e.Clock == ClockKind.Respond && e.Level > 1).ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_WithdrawnBreachWhoseDueComesBack_IsNotRaisedTwice()
    {
        using var heard = new Heard(App);
        var subject = new Subject(App, "standard", RequestKinds.Enquiry);
        await subject.ReportAsync();
        await subject.HappenAsync(ClockFactKind.Responded);
        await App.AdvanceAsync(TimeSpan.FromHours(25));
        await subject.HappenAsync(ClockFactKind.HoldStarted, subject.ReportedAt.AddHours(20));
        await subject.HappenAsync(ClockFactKind.HoldEnded, subject.ReportedAt.AddHours(20));
        await subject.HappenAsync(ClockFactKind.Resolved);
        await App.SettleAsync();
        (await subject.BreachesAsync()).ShouldHaveSingleItem().WithdrawnFor.ShouldBe(WithdrawReason.DueWasLater);
        heard.Of<ClockBreached>(subject.Id).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Handle_OlderRevision_IsIgnored()
    {
        var subject = new Subject(App, "standard", RequestKinds.Enquiry);
        await subject.ReportAsync();
        await subject.HappenAsync(ClockFactKind.Responded);
        (await subject.RowsAsync())[0].State.ShouldBe(ClockState.Kept);
        (await subject.RowsAsync())[0].Revision.ShouldBe(2);
    }

    [Fact, Trait("Requirement", "R187")]
    public async Task Sweep_SolvedOrFedBack_BreachesOnceAndOnlyWhenBothAreLate()
    {
        var answered = new Subject(App, "considerate", RequestKinds.Complaint);
        var neither = new Subject(App, "considerate", RequestKinds.Complaint);
        var standard = new Subject(App, "standard", RequestKinds.Complaint);
        foreach (var subject in new[] { answered, neither, standard }) await subject.ReportAsync();
        await App.AdvanceAsync(TimeSpan.FromMinutes(2));
        foreach (var subject in new[] { answered, neither, standard }) await subject.HappenAsync(ClockFactKind.Responded);
        await App.AdvanceAsync(TimeSpan.FromHours(3));
        await answered.HappenAsync(ClockFactKind.Answered);
        await standard.HappenAsync(ClockFactKind.Answered);
        await App.AdvanceAsync(TimeSpan.FromHours(24));
        (await answered.BreachesAsync()).ShouldBeEmpty();
        (await neither.BreachesAsync()).ShouldHaveSingleItem();
        (await standard.BreachesAsync()).ShouldHaveSingleItem().Clock.ShouldBe(ClockKind.Resolve);
    }

    [Theory, Trait("Requirement", "R196")]
    [InlineData("landscape")]
    [InlineData("five-star")]
    public async Task Sweep_PlanWithoutClocks_NeverBreachesWhileTheStandardPlanDoesOnce(string company)
    {
        var unpromised = new Subject(App, company, RequestKinds.Repair);
        var promised = new Subject(App, "standard", RequestKinds.Repair);
        await unpromised.ReportAsync();
        await promised.ReportAsync();
        await promised.HappenAsync(ClockFactKind.Responded);
        await unpromised.HappenAsync(ClockFactKind.Responded);
        await App.AdvanceAsync(TimeSpan.FromDays(30));
        (await unpromised.RowsAsync()).ShouldBeEmpty();
        (await unpromised.BreachesAsync()).ShouldBeEmpty();
        (await promised.BreachesAsync()).ShouldHaveSingleItem();
    }

    [Fact, Trait("Requirement", "R182")]
    public async Task Handle_Reclassified_MovesTheClockAndLeavesTheBreach()
    {
        var subject = new Subject(App, "little-butler", RequestKinds.Repair, "small");
        await subject.ReportAsync();
        await App.AdvanceAsync(TimeSpan.FromMinutes(31));
        (await subject.BreachesAsync()).ShouldHaveSingleItem();
        await subject.HappenAsync(ClockFactKind.Reclassified, to: "big");
        subject.Face(ClockKind.Resolve).DueAt.ShouldBe(subject.ReportedAt.AddMinutes(180));
        await subject.HappenAsync(ClockFactKind.Answered);
        await App.AdvanceAsync(TimeSpan.FromHours(4));
        (await subject.BreachesAsync()).ShouldHaveSingleItem().Status.ShouldBe(BreachStatus.Standing);
    }

    [Fact]
    public async Task Sweep_OnHold_NeverFallsDue()
    {
        var subject = new Subject(App, "standard", RequestKinds.Repair);
        await subject.ReportAsync();
        await subject.HappenAsync(ClockFactKind.Responded);
        await App.AdvanceAsync(TimeSpan.FromHours(20));
        await subject.HappenAsync(ClockFactKind.HoldStarted);
        await App.AdvanceAsync(TimeSpan.FromHours(40));
        (await subject.BreachesAsync()).ShouldBeEmpty();
        await subject.HappenAsync(ClockFactKind.HoldEnded);
        await App.AdvanceAsync(TimeSpan.FromHours(5));
        (await subject.BreachesAsync()).ShouldHaveSingleItem().DueAt.ShouldBe(subject.ReportedAt.AddHours(64));
    }

    [Fact, Trait("Requirement", "R106")]
    public async Task Estimate_OfAStricterLimit_CountsWhatWouldHaveBeenLate()
    {
        var slow = new Subject(App, "considerate", RequestKinds.Errand);
        var quick = new Subject(App, "considerate", RequestKinds.Errand);
        foreach (var subject in new[] { slow, quick })
        {
            await subject.ReportAsync();
            await subject.HappenAsync(ClockFactKind.Responded);
        }

        await App.AdvanceAsync(TimeSpan.FromHours(1));
        await quick.HappenAsync(ClockFactKind.Resolved);
        await slow.HappenAsync(ClockFactKind.HoldStarted);
        await App.AdvanceAsync(TimeSpan.FromHours(2));
        await slow.HappenAsync(ClockFactKind.HoldEnded);
        await App.AdvanceAsync(TimeSpan.FromHours(5));
        await slow.HappenAsync(ClockFactKind.Resolved);
        var estimate = await App.In("considerate", async services =>
        {
            var inForce = (await services.GetRequiredService<PlanStore>().GetAsync(slow.VersionId, default)).Content;
            var draft = inForce with { Limits = [.. inForce.Limits, new(RequestKinds.Errand, LimitRow.Any, null, ClockKind.Resolve, 300, CalendarKind.AllHours)] };
            return (await services.GetRequiredService<EstimatePlan>().HandleAsync(inForce, draft, default)).ShouldHaveSingleItem();
        });
        (estimate.Compared, estimate.WouldBreach).ShouldBe((2, 1), "the two hours on hold do not count");
        estimate.Subjects.ShouldBe([slow.Id]);
    }

    [Fact]
    public async Task Breaches_OfTheMonth_AreListedAndExportedForSupervisorsOnly()
    {
        var subject = new Subject(App, "standard", RequestKinds.Enquiry);
        await subject.ReportAsync();
        await App.AdvanceAsync(TimeSpan.FromMinutes(11));
        var director = await App.SignInAsync("standard", "director");
        var month = $"{App.Now.AddHours(8):yyyy-MM}";
        (await director.GetAsync($"/breaches?month={month}")).Ok().Text.ShouldContain("响应");
        (await director.GetAsync("/breaches?month=2020-01")).Ok().Text.ShouldContain("这个月没有超时");
        using var file = await director.Http.GetAsync($"/breaches?handler=Export&month={month}");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        (await file.Content.ReadAsStringAsync()).ShouldContain("10 分钟");
        (await director.JsonAsync(HttpMethod.Get, $"/api/service-levels/breaches?month={month}")).GetProperty("total").GetInt32().ShouldBeGreaterThan(0);
        (await (await App.SignInAsync("standard", "butler1")).GetAsync("/breaches")).Status.ShouldNotBe(System.Net.HttpStatusCode.OK);
    }
}

/// <summary>A host of its own: these tests move the clock by weeks, which ends the sessions of the shared host.</summary>
public abstract class OwnApp(Engine engine) : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;
    public async Task InitializeAsync() => App = await TestApp.StartAsync(engine);
    public async Task DisposeAsync() => await App.DisposeAsync();
}

public sealed class OwnSqliteApp() : OwnApp(Engine.Sqlite);

public sealed class OwnMariaDbApp() : OwnApp(Engine.MariaDb);

public sealed class SqliteClockFlowTests(OwnSqliteApp app) : ClockFlowTests(app), IClassFixture<OwnSqliteApp>;

[Trait("Engine", "MariaDb")]
public sealed class MariaDbClockFlowTests(OwnMariaDbApp app) : ClockFlowTests(app), IClassFixture<OwnMariaDbApp>;
