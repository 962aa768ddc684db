using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Timers;

namespace PropertyCloud.Kernel.Tests.Data;

public abstract class EventsAndTimersTests(bool mysql, bool fastLoad = false) : IAsyncLifetime
{
    private SampleHost _host = null!;
    private SampleLog Log => _host.Services.GetRequiredService<SampleLog>();
    private IOutboxDrain Drain => _host.Services.GetRequiredService<IOutboxDrain>();
    private ITimerSweep Sweep => _host.Services.GetRequiredService<ITimerSweep>();

    public async Task InitializeAsync() => _host = await SampleHost.StartAsync(mysql, fastLoad);
    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Events_AreHandledOnceInTheirTenant_InOrderOfTheirSubject()
    {
        var a = await _host.BuildAsync(2, "A");
        await _host.BuildAsync(3, "B");
        for (var i = 1; i <= 5; i++) await RenameAsync(2, a, $"A{i}");
        await Drain.DrainAsync();
        (await Drain.DrainAsync()).ShouldBe(0);
        Log.Lines.Where(l => l.StartsWith("2:", StringComparison.Ordinal)).ShouldBe(["2:A", "2:A1", "2:A2", "2:A3", "2:A4", "2:A5"]);
        Log.Lines.Count(l => l == "3:B").ShouldBe(1);
        (await _host.In(2, (_, db) => db.Rooms.CountAsync())).ShouldBe(7);
    }

    [Fact]
    public async Task Event_ThatFailed_IsTriedAgainLater_AndHoldsUpNoOther()
    {
        var broken = true;
        Log.Before = name => name == "A" && broken ? throw new InvalidOperationException("not today") : Task.CompletedTask;
        var a = await _host.BuildAsync(2, "A");
        await _host.BuildAsync(2, "B");
        await Drain.DrainAsync();
        Log.Lines.ShouldBe(["2:B"]);
        (await PendingAsync(2, a)).ShouldBeTrue();
        broken = false;
        (await Drain.DrainAsync()).ShouldBe(0);
        _host.Clock.Advance(TimeSpan.FromSeconds(2));
        await Drain.DrainAsync();
        Log.Lines.ShouldBe(["2:B", "2:A"]);
        (await PendingAsync(2, a)).ShouldBeFalse();
    }

    [Fact]
    public async Task Event_ThatKeepsFailing_IsParked()
    {
        Log.Before = _ => throw new InvalidOperationException("never");
        var a = await _host.BuildAsync(2, "A");
        for (var i = 0; i < OutboxDispatcher.MaxAttempts + 2; i++)
        {
            await Drain.DrainAsync();
            _host.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        await _host.In(2, async (_, db) => (await db.Set<OutboxMessage>().SingleAsync()).State.ShouldBe(OutboxState.Parked));
        (await PendingAsync(2, a)).ShouldBeFalse();
    }

    [Fact]
    public async Task Subscriber_ThatChangedNothing_LeavesNoMark_AndIsNotToldAgain()
    {
        await _host.BuildAsync(2, "A");
        (await Drain.DrainAsync()).ShouldBe(1);
        (await Drain.DrainAsync()).ShouldBe(0);
        Log.Idle.ShouldBe(1);
        (await MarksAsync(2)).ShouldBe([typeof(RenameSubscriber).FullName!]);
    }

    [Fact]
    public async Task Subscriber_ThatChangedNothing_IsNotToldAgain_BecauseAnotherFailed()
    {
        var broken = true;
        Log.Before = _ => broken ? throw new InvalidOperationException("not today") : Task.CompletedTask;
        await _host.BuildAsync(2, "A");
        await Drain.DrainAsync();
        (await MarksAsync(2)).ShouldBe([typeof(IdleSubscriber).FullName!]);
        broken = false;
        _host.Clock.Advance(TimeSpan.FromSeconds(2));
        (await Drain.DrainAsync()).ShouldBe(1);
        Log.Idle.ShouldBe(1);
        Log.Lines.ShouldBe(["2:A"]);
    }

    [Fact]
    public async Task Event_WhoseRoundDidNotComeToItsEnd_IsToldAgain_AndChangesNothingTwice()
    {
        await _host.BuildAsync(2, "A");
        await Drain.DrainAsync();
        // What a host leaves that stopped between the subscribers and the end of the round.
        await _host.In(2, (_, db) => db.Set<OutboxMessage>().Where(m => m.TenantId == db.CurrentTenantId)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, OutboxState.Open).SetProperty(m => m.Attempts, 1)));
        _host.Clock.Advance(TimeSpan.FromMinutes(2));
        (await Drain.DrainAsync()).ShouldBe(1);
        (await _host.In(2, (_, db) => db.Rooms.CountAsync())).ShouldBe(2);
        Log.Lines.ShouldBe(["2:A"]);
        Log.Idle.ShouldBe(2);
    }

    [Fact]
    public async Task Event_HandledTwiceAtOnce_ChangesOnce()
    {
        await _host.BuildAsync(2, "A");
        Log.Before = async _ =>
        {
            // While the first handler works its lease runs out, and another one takes the same event.
            Log.Before = null;
            _host.Clock.Advance(TimeSpan.FromMinutes(2));
            await Drain.DrainAsync();
        };
        await Drain.DrainAsync();
        (await _host.In(2, (_, db) => db.Rooms.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Timer_FiresStepByStep_AtItsInstants()
    {
        await SetAsync(2, _host.Clock.Now().AddMinutes(5));
        (await Sweep.SweepAsync()).ShouldBe(0);
        _host.Clock.Advance(TimeSpan.FromMinutes(5));
        (await Sweep.SweepAsync()).ShouldBe(1);
        (await Sweep.SweepAsync()).ShouldBe(0);
        _host.Clock.Advance(TimeSpan.FromMinutes(9));
        while (await Sweep.SweepAsync() > 0) { }
        Log.Lines.ShouldBe(["2:timer 1", "2:timer 2", "2:timer 3"]);
        (await Sweep.NextDueAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task OneTenantAlone_IsDrainedAndSwept_AndTheOthersWait()
    {
        await _host.BuildAsync(2, "A");
        await _host.BuildAsync(3, "B");
        var due = _host.Clock.Now();
        await SetAsync(2, due.AddMinutes(-2));
        await SetAsync(3, due.AddMinutes(-1));
        (await Drain.DrainAsync(3)).ShouldBe(1);
        (await Sweep.NextDueAsync(3)).ShouldBe(due.AddMinutes(-1));
        (await Sweep.SweepAsync(3)).ShouldBe(1);
        Log.Lines.ShouldBe(["3:B", "3:timer 1"]);
        (await Sweep.NextDueAsync()).ShouldBe(due.AddMinutes(-2));
        (await Drain.DrainAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Timer_MovedWhileItFires_KeepsTheLaterSetting()
    {
        var later = _host.Clock.Now().AddDays(1);
        var subject = await SetAsync(2, _host.Clock.Now());
        Log.Before = async _ => await SetAsync(2, later, subject);
        await Sweep.SweepAsync();
        (await Sweep.NextDueAsync()).ShouldBe(later);
    }

    [Fact]
    public async Task Timer_ThatFails_IsTriedAgain_AndHoldsUpNoOther()
    {
        var broken = await SetAsync(2, _host.Clock.Now());
        Log.Before = _ => throw new InvalidOperationException("not today");
        await Sweep.SweepAsync();
        Log.Before = null;
        await SetAsync(3, _host.Clock.Now());
        await Sweep.SweepAsync();
        Log.Lines.ShouldBe(["3:timer 1"]);
        _host.Clock.Advance(TimeSpan.FromSeconds(3));
        await Sweep.SweepAsync();
        Log.Lines.ShouldContain("2:timer 1");
        broken.ShouldNotBe(Guid.Empty);
    }

    private Task RenameAsync(int tenant, Guid id, string name) => _host.In(tenant, async (_, db) =>
    {
        (await db.GetAsync<House>(id)).Rename(name);
        await db.SaveChangesAsync();
    });

    private Task<List<string>> MarksAsync(int tenant) =>
        _host.In(tenant, (_, db) => db.Set<InboxMark>().Where(m => m.TenantId == db.CurrentTenantId).Select(m => m.Subscriber).OrderBy(s => s).ToListAsync());

    private Task<bool> PendingAsync(int tenant, Guid subject) =>
        _host.In(tenant, (services, _) => services.GetRequiredService<IOutboxQuery>().HasPendingAsync(subject));

    private Task<Guid> SetAsync(int tenant, DateTime at, Guid? subject = null) => _host.In(tenant, async (services, db) =>
    {
        var id = subject ?? Ids.New(_host.Clock);
        await services.GetRequiredService<ITimers>().SetAsync(db, "sample.timer", id, 1, at);
        await db.SaveChangesAsync();
        return id;
    });
}

public sealed class EventsAndTimersOnSqliteTests() : EventsAndTimersTests(false);

public sealed class EventsAndTimersOnMariaDbTests() : EventsAndTimersTests(true);

/// <summary>The same holds where a loader has its companies to itself and claims nothing.</summary>
public sealed class EventsAndTimersWhileLoadingOnSqliteTests() : EventsAndTimersTests(false, fastLoad: true);

public sealed class EventsAndTimersWhileLoadingOnMariaDbTests() : EventsAndTimersTests(true, fastLoad: true);
