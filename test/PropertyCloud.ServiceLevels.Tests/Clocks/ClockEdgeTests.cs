using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Clocks;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;
using static PropertyCloud.ServiceLevels.Tests.Plans.SamplePlans;

namespace PropertyCloud.ServiceLevels.Tests.Clocks;

/// <summary>Facts that fall on an instant that decides, or come in an order that nobody plans for.</summary>
public sealed class ClockEdgeTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DateTime Report = new(2026, 3, 3, 2, 0, 0, DateTimeKind.Utc);
    private static readonly PlanContent Apart = Considerate with { Groups = [] };

    private static DateTime After(double minutes) => Report.AddMinutes(minutes);
    private static ClockFact Fact(ClockFactKind kind, double minutes) => new(kind, After(minutes));
    private static ClockFact Slot(double asked, double? from, double? until) => new(ClockFactKind.Appointment, After(asked), from is { } f ? After(f) : null, until is { } u ? After(u) : null);

    private static ClockFace Face(PlanContent plan, ClockKind clock, params ClockFact[] facts) => new ClockCalculator(plan, Shanghai, PublicHolidays.Published)
        .Calculate(new(Guid.Empty, Guid.Empty, RequestKinds.Repair, null, "normal", Report, facts)).Single(f => f.Kind == clock);

    private static ClockFace Arrive(params ClockFact[] facts) => Face(Apart, ClockKind.Arrive, facts);
    private static ClockFace Resolve(params ClockFact[] facts) => Face(Standard, ClockKind.Resolve, facts);

    // Slots and the arrive clock.
    [Fact]
    public void Slot_AskedForAtTheDueInstant_StillReplacesIt() => Arrive(Slot(15, 300, 420)).DueAt.ShouldBe(After(420));

    [Fact]
    public void Slot_AskedForAfterTheArrival_ChangesNothing()
    {
        var face = Arrive(Fact(ClockFactKind.Arrived, 10), Slot(12, 300, 420));
        (face.DueAt, face.State).ShouldBe((After(15), ClockState.Kept));
    }

    [Fact]
    public void Slot_RecordedBeforeAnArrivalOfTheSameInstant_StillReplacesTheDue() => Arrive(Slot(10, 300, 420), Fact(ClockFactKind.Arrived, 10)).DueAt.ShouldBe(After(420));

    [Fact]
    public void Slot_WarnsAtItsOwnShare() => Arrive(Slot(5, 300, 420)).WarnAt.ShouldBe(After(300 + (120 * 0.7)));

    [Fact]
    public void Slot_WithoutABeginning_WarnsAtTheShareSinceItWasAskedFor() => Arrive(Slot(5, null, 105)).WarnAt.ShouldBe(After(75));

    [Fact]
    public void Slot_ThatBeginsWhereItEnds_WarnsAtTheShareSinceItWasAskedFor() => Arrive(Slot(5, 105, 105)).WarnAt.ShouldBe(After(75));

    [Fact]
    public void Slot_ThatWasOverWhenAskedFor_WarnsAtItsEnd() => Arrive(Slot(12, null, 10)).WarnAt.ShouldBe(After(10));

    [Fact]
    public void Slot_WithoutAnEnd_LeavesArriveAlone() => Arrive(Slot(5, 300, null)).DueAt.ShouldBe(After(15));

    [Fact]
    public void SecondSlot_ReplacesTheFirst() => Arrive(Slot(5, 300, 420), Slot(30, 600, 660)).DueAt.ShouldBe(After(660));

    // Slots, holds and the resolve clock.
    [Fact]
    public void Slot_AfterAHold_ForgetsWhatWasCounted() =>
        Resolve(Fact(ClockFactKind.HoldStarted, 100), Fact(ClockFactKind.HoldEnded, 200), Slot(210, 300, 420)).DueAt.ShouldBe(After(300 + 1440));

    [Fact]
    public void Slot_WhileOnHold_DoesNotLetTheClockRun()
    {
        var held = Resolve(Fact(ClockFactKind.HoldStarted, 100), Slot(110, 300, 420));
        (held.State, held.DueAt).ShouldBe((ClockState.OnHold, null));
        Resolve(Fact(ClockFactKind.HoldStarted, 100), Slot(110, 300, 420), Fact(ClockFactKind.HoldEnded, 500)).DueAt.ShouldBe(After(500 + 1440));
    }

    [Fact]
    public void HoldEnded_BeforeTheSlot_WaitsForTheSlot() =>
        Resolve(Slot(5, 300, 420), Fact(ClockFactKind.HoldStarted, 50), Fact(ClockFactKind.HoldEnded, 100)).DueAt.ShouldBe(After(300 + 1440));

    [Fact]
    public void Slot_AskedForAtTheDueInstant_StillMovesResolve() => Resolve(Slot(1440, 2000, 2100)).DueAt.ShouldBe(After(2000 + 1440));

    [Fact]
    public void Slot_AskedForAfterTheDue_LeavesResolveLate() => Resolve(Slot(1441, 2000, 2100)).DueAt.ShouldBe(After(1440));

    [Fact]
    public void Slot_ThatBeginsBeforeTheReport_LeavesResolveAtTheReport() => Resolve(Slot(5, -60, 60)).StartedAt.ShouldBe(Report);

    [Fact]
    public void Slot_InThePastAfterRework_IsNoPause() =>
        Resolve(Fact(ClockFactKind.Resolved, 600), Fact(ClockFactKind.SentBack, 700), Slot(710, 650, 700)).DueAt.ShouldBe(After(1440 + 100));

    [Fact]
    public void Slot_WhileReworkIsOnHold_CountsFromTheLaterOfBoth()
    {
        ClockFact[] held = [Fact(ClockFactKind.Resolved, 600), Fact(ClockFactKind.SentBack, 700), Fact(ClockFactKind.HoldStarted, 710), Slot(720, 2000, 2100)];
        Resolve(held).State.ShouldBe(ClockState.OnHold);
        Resolve([.. held, Fact(ClockFactKind.HoldEnded, 900)]).DueAt.ShouldBe(After(2000 + 1440 - 610));
        Resolve([.. held, Fact(ClockFactKind.HoldEnded, 3000)]).DueAt.ShouldBe(After(3000 + 1440 - 610));
    }

    [Fact]
    public void Slot_AfterTheWorkWasDone_ChangesNothing() => Resolve(Fact(ClockFactKind.Resolved, 600), Slot(610, 2000, 2100)).DueAt.ShouldBe(After(1440));

    [Fact]
    public void Hold_AfterTheWorkWasDone_ChangesNothing()
    {
        var face = Resolve(Fact(ClockFactKind.Resolved, 600), Fact(ClockFactKind.HoldStarted, 610));
        (face.State, face.DueAt, face.StoppedAt).ShouldBe((ClockState.Kept, After(1440), After(600)));
    }

    [Fact]
    public void HoldTwice_CountsFromTheFirst() =>
        Resolve(Fact(ClockFactKind.HoldStarted, 100), Fact(ClockFactKind.HoldStarted, 150), Fact(ClockFactKind.HoldEnded, 200)).DueAt.ShouldBe(After(1540));

    [Fact]
    public void SentBack_AtTheInstantOfTheWorksEnd_UndoesIt()
    {
        var face = Resolve(Fact(ClockFactKind.Resolved, 600), Fact(ClockFactKind.SentBack, 600));
        (face.State, face.DueAt).ShouldBe((ClockState.Running, After(1440)));
    }

    [Fact]
    public void SentBack_WithoutAnEndOfWork_ChangesNothing() => Resolve(Fact(ClockFactKind.SentBack, 600)).DueAt.ShouldBe(After(1440));

    [Fact]
    public void Resolved_Twice_StopsAtTheFirst() => Resolve(Fact(ClockFactKind.Resolved, 600), Fact(ClockFactKind.Resolved, 2000)).StoppedAt.ShouldBe(After(600));

    // The end, severities, call-backs.
    [Fact]
    public void Ended_CountsWhatWasRecordedBeforeItAtTheSameInstant()
    {
        Face(Standard, ClockKind.Respond, Fact(ClockFactKind.Responded, 5), Fact(ClockFactKind.Ended, 5)).State.ShouldBe(ClockState.Kept);
        Face(Standard, ClockKind.Respond, Fact(ClockFactKind.Ended, 5), Fact(ClockFactKind.Responded, 5)).State.ShouldBe(ClockState.Void);
    }

    [Fact]
    public void Ended_VoidsWhatIsOnHoldAndWhatHasNotBegun()
    {
        Resolve(Fact(ClockFactKind.HoldStarted, 5), Fact(ClockFactKind.Ended, 30)).State.ShouldBe(ClockState.Void);
        Face(Standard with { Limits = [Limit(ClockKind.CallBack, 1440)] }, ClockKind.CallBack, Fact(ClockFactKind.Ended, 30)).State.ShouldBe(ClockState.Void);
    }

    [Fact]
    public void Reclassified_WithoutASeverity_LeavesTheOneBefore()
    {
        var faces = new ClockCalculator(LittleButler, Shanghai, PublicHolidays.Published).Calculate(new(Guid.Empty, Guid.Empty, RequestKinds.Repair, null, "small", Report,
            [new(ClockFactKind.Reclassified, After(20), Severity: "big"), Fact(ClockFactKind.Reclassified, 30)]));
        faces.Single(f => f.Kind == ClockKind.Resolve).DueAt.ShouldBe(After(180));
    }

    [Fact]
    public void CalledBack_BeforeConfirmation_DoesNotCount_AtItDoes()
    {
        var plan = Standard with { Limits = [Limit(ClockKind.CallBack, 1440)] };
        Face(plan, ClockKind.CallBack, Fact(ClockFactKind.CalledBack, 90), Fact(ClockFactKind.Confirmed, 100)).State.ShouldBe(ClockState.Running);
        Face(plan, ClockKind.CallBack, Fact(ClockFactKind.Confirmed, 100), Fact(ClockFactKind.CalledBack, 100)).State.ShouldBe(ClockState.Kept);
    }

    [Fact]
    public void NotReached_AfterACallThatReached_ChangesNothing()
    {
        var face = Face(Standard with { Limits = [Limit(ClockKind.CallBack, 1440)] }, ClockKind.CallBack,
            Fact(ClockFactKind.Confirmed, 100), Fact(ClockFactKind.CalledBack, 200), Fact(ClockFactKind.NotReached, 300));
        (face.State, face.StoppedAt).ShouldBe((ClockState.Kept, After(200)));
    }

    // Either group.
    [Fact]
    public void Either_LateAnswerWhileTheOtherIsOnHold_LeavesItOpen()
    {
        ClockFact[] facts = [Fact(ClockFactKind.HoldStarted, 10), Fact(ClockFactKind.Answered, 1500)];
        Face(Considerate, ClockKind.FeedBack, facts).State.ShouldBe(ClockState.Missed);
        Face(Considerate, ClockKind.Resolve, facts).State.ShouldBe(ClockState.OnHold);
    }

    [Fact]
    public void Either_BothAtOneInstant_IsMetByTheFirstInThePlansOrder()
    {
        ClockFact[] facts = [Fact(ClockFactKind.Answered, 60), Fact(ClockFactKind.Resolved, 60)];
        Face(Considerate, ClockKind.Resolve, facts).State.ShouldBe(ClockState.Kept);
        Face(Considerate, ClockKind.FeedBack, facts).State.ShouldBe(ClockState.Void);
    }

    [Fact]
    public void Either_StopAtTheLastDue_IsInTime_AndTheEarlierOneStaysMissed()
    {
        var plan = Considerate with { Limits = [Limit(ClockKind.FeedBack, 60), Limit(ClockKind.Resolve, 600)] };
        ClockFact[] facts = [Fact(ClockFactKind.Answered, 600), Fact(ClockFactKind.Resolved, 700)];
        Face(plan, ClockKind.FeedBack, facts).State.ShouldBe(ClockState.Missed);
        Face(plan, ClockKind.Resolve, facts).State.ShouldBe(ClockState.Missed);
    }

    [Fact]
    public void Either_WhatStoppedBeforeTheOneInTime_KeepsItsPlace()
    {
        var plan = Considerate with { Limits = [Limit(ClockKind.FeedBack, 60), Limit(ClockKind.Resolve, 600)] };
        var face = Face(plan, ClockKind.FeedBack, Fact(ClockFactKind.Answered, 90), Fact(ClockFactKind.Resolved, 300));
        (face.State, face.StoppedAt).ShouldBe((ClockState.Missed, After(90)));
    }

    [Theory]
    [InlineData(60, 600, ClockKind.Resolve)]
    [InlineData(600, 60, ClockKind.FeedBack)]
    [InlineData(600, 600, ClockKind.Resolve)]
    public void Standing_IsTheLaterDue_OfEqualsTheFirst(int feedBack, int resolve, ClockKind stands)
    {
        var faces = new ClockCalculator(Considerate with { Limits = [Limit(ClockKind.FeedBack, feedBack), Limit(ClockKind.Resolve, resolve)] }, Shanghai, PublicHolidays.Published)
            .Calculate(new(Guid.Empty, Guid.Empty, RequestKinds.Repair, null, "normal", Report, []));
        EitherGroup.Standing(faces, [ClockKind.Resolve, ClockKind.FeedBack]).ShouldBe(stands);
    }

    [Fact]
    public void CountedTime_BegunTwice_CountsFromTheFirst()
    {
        var time = new CountedTime(AllHours.Instance);
        time.Begin(Report);
        time.Begin(After(10));
        time.Reach(TimeSpan.FromMinutes(30)).ShouldBe(After(30));
    }

    [Fact]
    public void AllHours_BackwardsInTime_CountsNothing() => AllHours.Instance.Between(After(10), Report).ShouldBe(TimeSpan.Zero);
}
