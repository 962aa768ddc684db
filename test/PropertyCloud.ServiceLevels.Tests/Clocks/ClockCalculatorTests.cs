using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Clocks;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;
using PropertyCloud.ServiceLevels.Tests.Plans;
using static PropertyCloud.ServiceLevels.Tests.Plans.SamplePlans;

namespace PropertyCloud.ServiceLevels.Tests.Clocks;

public sealed class ClockCalculatorTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DateTime Report = new(2026, 3, 3, 2, 0, 0, DateTimeKind.Utc); // Tuesday 10:00 in Shanghai

    private static DateTime After(double minutes) => Report.AddMinutes(minutes);
    private static ClockFact Fact(ClockFactKind kind, double minutes) => new(kind, After(minutes));

    private static IReadOnlyDictionary<ClockKind, ClockFace> Faces(PlanContent plan, string kind, string severity, params ClockFact[] facts) =>
        new ClockCalculator(plan, Shanghai, PublicHolidays.Published).Calculate(new(Guid.Empty, Guid.Empty, kind, null, severity, Report, facts)).ToDictionary(f => f.Kind);

    private static IReadOnlyDictionary<ClockKind, ClockFace> Repair(PlanContent plan, params ClockFact[] facts) => Faces(plan, RequestKinds.Repair, "normal", facts);

    [Fact, Trait("Requirement", "R54")]
    public void Calculate_StandardPlan_PromisesTenMinutesAndADay()
    {
        var faces = Repair(Standard);
        faces[ClockKind.Respond].ShouldBe(new(ClockKind.Respond, ClockState.Running, 10, Report, After(7), After(10), null));
        faces[ClockKind.Resolve].DueAt.ShouldBe(After(1440));
        faces[ClockKind.Arrive].ShouldBe(ClockFace.None(ClockKind.Arrive));
        faces[ClockKind.FeedBack].State.ShouldBe(ClockState.Unset);
        faces.Count.ShouldBe(5);
    }

    [Fact, Trait("Requirement", "R187")]
    public void Calculate_ComplaintUnderTheStandardPlan_HasTwoClocks()
    {
        var faces = Faces(Standard, RequestKinds.Complaint, "normal", Fact(ClockFactKind.Answered, 60));
        faces[ClockKind.FeedBack].State.ShouldBe(ClockState.Kept);
        faces[ClockKind.Resolve].State.ShouldBe(ClockState.Running);
    }

    [Fact, Trait("Requirement", "R187")]
    public void Calculate_SolvedOrFedBack_IsMetByTheFirst()
    {
        var faces = Repair(Considerate, Fact(ClockFactKind.Answered, 60));
        faces[ClockKind.FeedBack].State.ShouldBe(ClockState.Kept);
        faces[ClockKind.Resolve].State.ShouldBe(ClockState.Void);
        faces[ClockKind.Resolve].StoppedAt.ShouldBe(After(60));
    }

    [Fact, Trait("Requirement", "R187")]
    public void Calculate_SolvedOrFedBack_SameHistoryBreaksTheStandardPlanOnly()
    {
        ClockFact[] facts = [Fact(ClockFactKind.Answered, 600), Fact(ClockFactKind.Resolved, 1500)];
        Faces(Standard, RequestKinds.Complaint, "normal", facts)[ClockKind.Resolve].State.ShouldBe(ClockState.Missed);
        Faces(Considerate, RequestKinds.Complaint, "normal", facts).Values.ShouldNotContain(f => f.Kind != ClockKind.Respond && f.State == ClockState.Missed);
    }

    [Fact]
    public void Calculate_SolvedOrFedBack_BothLate_IsMissedOnce()
    {
        var faces = Repair(Considerate, Fact(ClockFactKind.Answered, 1500), Fact(ClockFactKind.Resolved, 1600));
        faces[ClockKind.FeedBack].State.ShouldBe(ClockState.Missed);
        faces[ClockKind.Resolve].State.ShouldBe(ClockState.Void);
    }

    [Fact]
    public void Calculate_SolvedOrFedBack_LateAnswerWhileTheOtherCanStillBeKept_LeavesItRunning()
    {
        var plan = Considerate with { Limits = [Limit(ClockKind.FeedBack, 60), Limit(ClockKind.Resolve, 600)] };
        Repair(plan, Fact(ClockFactKind.Answered, 90))[ClockKind.Resolve].State.ShouldBe(ClockState.Running);
        var kept = Repair(plan, Fact(ClockFactKind.Answered, 90), Fact(ClockFactKind.Resolved, 300));
        kept[ClockKind.Resolve].State.ShouldBe(ClockState.Kept);
    }

    [Fact]
    public void Standing_OfAGroup_IsTheLastToFallDue()
    {
        var faces = Repair(Considerate).Values.ToList();
        EitherGroup.Standing(faces, [ClockKind.Resolve, ClockKind.FeedBack]).ShouldBe(ClockKind.Resolve);
        var held = Repair(Considerate, Fact(ClockFactKind.HoldStarted, 10)).Values.ToList();
        EitherGroup.Standing(held, [ClockKind.Resolve, ClockKind.FeedBack]).ShouldBe(ClockKind.Resolve);
        var alone = Repair(Standard).Values.ToList();
        EitherGroup.Standing(alone, [ClockKind.Resolve, ClockKind.FeedBack]).ShouldBeNull();
    }

    [Fact, Trait("Requirement", "R96")]
    public void Calculate_RepairUnderTheConsideratePlan_ArrivesInFifteenMinutesAtAnyHour()
    {
        var night = new ClockCalculator(Considerate, Shanghai, PublicHolidays.Published)
            .Calculate(new(Guid.Empty, Guid.Empty, RequestKinds.Repair, null, "normal", new(2026, 2, 17, 19, 0, 0, DateTimeKind.Utc), []));
        night.Single(f => f.Kind == ClockKind.Arrive).DueAt.ShouldBe(new DateTime(2026, 2, 17, 19, 15, 0, DateTimeKind.Utc));
        Faces(Considerate, RequestKinds.Complaint, "normal")[ClockKind.Arrive].State.ShouldBe(ClockState.Unset);
    }

    [Theory, Trait("Requirement", "R182"), Trait("Requirement", "R193")]
    [InlineData("emergency", ClockKind.Arrive, 3)]
    [InlineData("small", ClockKind.Resolve, 30)]
    [InlineData("big", ClockKind.Resolve, 180)]
    [InlineData("difficult", ClockKind.FeedBack, 4320)]
    public void Calculate_FourThreeRule_HasOneClockASeverity(string severity, ClockKind clock, int minutes)
    {
        var faces = Faces(LittleButler, RequestKinds.Repair, severity);
        faces[clock].DueAt.ShouldBe(After(minutes));
        faces.Values.Where(f => f.Kind != clock).ShouldAllBe(f => f.State == ClockState.Unset);
    }

    [Fact, Trait("Requirement", "R196")]
    public void Calculate_PlanWithoutClocks_PromisesNothing() =>
        Repair(PlanContent.Nothing("景观管家"), Fact(ClockFactKind.Responded, 9000)).Values.ShouldAllBe(f => f.State == ClockState.Unset);

    [Fact]
    public void Calculate_StopAtTheDueInstant_IsInTime()
    {
        Repair(Standard, Fact(ClockFactKind.Responded, 10))[ClockKind.Respond].State.ShouldBe(ClockState.Kept);
        Repair(Standard, new ClockFact(ClockFactKind.Responded, After(10).AddMicroseconds(1)))[ClockKind.Respond].State.ShouldBe(ClockState.Missed);
    }

    [Fact]
    public void Calculate_FactRecordedLate_CountsByWhenItHappened() =>
        Repair(Standard, Fact(ClockFactKind.Responded, 20), Fact(ClockFactKind.Responded, 5))[ClockKind.Respond].ShouldSatisfyAllConditions(
            f => f.State.ShouldBe(ClockState.Kept), f => f.StoppedAt.ShouldBe(After(5)));

    [Fact]
    public void Calculate_FactBeforeTheReport_CountsFromTheReport() =>
        Repair(Standard, Fact(ClockFactKind.Responded, -5))[ClockKind.Respond].StoppedAt.ShouldBe(Report);

    [Fact]
    public void Calculate_Hold_PausesResolveOnly()
    {
        var plan = Considerate with { Groups = [] };
        var held = Repair(plan, Fact(ClockFactKind.HoldStarted, 5));
        held[ClockKind.Resolve].ShouldBe(new(ClockKind.Resolve, ClockState.OnHold, 1440, Report, null, null, null));
        held[ClockKind.Respond].DueAt.ShouldBe(After(15));
        held[ClockKind.Arrive].DueAt.ShouldBe(After(15));
        held[ClockKind.FeedBack].DueAt.ShouldBe(After(1440));
        Repair(plan, Fact(ClockFactKind.HoldStarted, 5), Fact(ClockFactKind.HoldEnded, 65))[ClockKind.Resolve].DueAt.ShouldBe(After(1500));
    }

    [Fact]
    public void Calculate_HoldAfterTheDue_DoesNotHealIt()
    {
        var face = Repair(Standard, Fact(ClockFactKind.HoldStarted, 1500))[ClockKind.Resolve];
        face.DueAt.ShouldBe(After(1440));
        face.State.ShouldBe(ClockState.Running);
    }

    [Fact]
    public void Calculate_HoldOverClosedHours_EarnsOnlyOpenOnes()
    {
        var plan = Standard with { Limits = [Limit(ClockKind.Resolve, 240, calendar: CalendarKind.Business)] };
        // Tuesday 10:00; held from 17:00 to Wednesday 10:00: of it two hours are open (17-18, 9-10). Limit reached at 14:00 without.
        var unheld = Repair(plan)[ClockKind.Resolve];
        unheld.DueAt.ShouldBe(After(240));
        var held = Repair(plan with { Limits = [Limit(ClockKind.Resolve, 600, calendar: CalendarKind.Business)] }, Fact(ClockFactKind.HoldStarted, 7 * 60), Fact(ClockFactKind.HoldEnded, 24 * 60));
        held[ClockKind.Resolve].DueAt.ShouldBe(After(24 * 60 + 180));
    }

    [Fact]
    public void Calculate_SentBack_UndoesResolvedAndSkipsTheWait()
    {
        var waiting = Repair(Standard, Fact(ClockFactKind.Resolved, 600))[ClockKind.Resolve];
        waiting.State.ShouldBe(ClockState.Kept);
        var back = Repair(Standard, Fact(ClockFactKind.Resolved, 600), Fact(ClockFactKind.SentBack, 3000))[ClockKind.Resolve];
        back.State.ShouldBe(ClockState.Running);
        back.DueAt.ShouldBe(After(3000 + 840));
        Repair(Standard, Fact(ClockFactKind.Resolved, 600), Fact(ClockFactKind.SentBack, 3000), Fact(ClockFactKind.Resolved, 3900))[ClockKind.Resolve].State.ShouldBe(ClockState.Missed);
    }

    [Fact]
    public void Calculate_ResolvedOnHold_StopsThereAndIsKept()
    {
        var face = Repair(Standard, Fact(ClockFactKind.HoldStarted, 100), Fact(ClockFactKind.Resolved, 5000))[ClockKind.Resolve];
        face.State.ShouldBe(ClockState.Kept);
        face.DueAt.ShouldBe(After(5000 + 1340));
    }

    [Fact]
    public void Calculate_Reclassified_RecomputesFromTheReport()
    {
        var faces = Faces(LittleButler, RequestKinds.Repair, "small", new ClockFact(ClockFactKind.Reclassified, After(20), Severity: "big"));
        faces[ClockKind.Resolve].DueAt.ShouldBe(After(180));
        faces[ClockKind.Resolve].StartedAt.ShouldBe(Report);
        var twice = Faces(LittleButler, RequestKinds.Repair, "small", new(ClockFactKind.Reclassified, After(20), Severity: "big"), new(ClockFactKind.Reclassified, After(30), Severity: "emergency"));
        twice[ClockKind.Resolve].State.ShouldBe(ClockState.Unset);
        twice[ClockKind.Arrive].DueAt.ShouldBe(After(3));
    }

    [Fact]
    public void Calculate_Appointment_MovesArriveToTheSlotsEndAndResolveToItsBeginning()
    {
        var slot = new ClockFact(ClockFactKind.Appointment, After(5), After(300), After(420));
        var faces = Repair(Considerate with { Groups = [] }, slot);
        faces[ClockKind.Arrive].DueAt.ShouldBe(After(420));
        faces[ClockKind.Resolve].StartedAt.ShouldBe(After(300));
        faces[ClockKind.Resolve].DueAt.ShouldBe(After(300 + 1440));
        faces[ClockKind.Respond].DueAt.ShouldBe(After(15));
    }

    [Fact]
    public void Calculate_AppointmentAskedForAfterTheDue_DoesNotHealIt()
    {
        var slot = new ClockFact(ClockFactKind.Appointment, After(30), After(300), After(420));
        Repair(Considerate, slot, Fact(ClockFactKind.Arrived, 400))[ClockKind.Arrive].State.ShouldBe(ClockState.Missed);
    }

    [Fact]
    public void Calculate_AppointmentAfterRework_IsAPause()
    {
        var faces = Repair(Standard, Fact(ClockFactKind.Resolved, 600), Fact(ClockFactKind.SentBack, 700), new ClockFact(ClockFactKind.Appointment, After(710), After(2000), After(2100)));
        faces[ClockKind.Resolve].StartedAt.ShouldBe(Report);
        faces[ClockKind.Resolve].DueAt.ShouldBe(After(2000 + 1440 - 610));
    }

    [Fact]
    public void Calculate_CallBack_StartsAtConfirmationAndNeedsAPolicy()
    {
        var plan = Standard with { Limits = [Limit(ClockKind.CallBack, 1440)] };
        Repair(plan)[ClockKind.CallBack].State.ShouldBe(ClockState.Next);
        Repair(plan, Fact(ClockFactKind.Confirmed, 100))[ClockKind.CallBack].DueAt.ShouldBe(After(1540));
        Repair(plan, Fact(ClockFactKind.Confirmed, 100), Fact(ClockFactKind.CalledBack, 200))[ClockKind.CallBack].State.ShouldBe(ClockState.Kept);
        Repair(plan, Fact(ClockFactKind.Confirmed, 100), Fact(ClockFactKind.NotReached, 200))[ClockKind.CallBack].State.ShouldBe(ClockState.Void);
        Repair(plan with { CallBack = new(CallBackMode.None, 0, 3) }, Fact(ClockFactKind.Confirmed, 100))[ClockKind.CallBack].State.ShouldBe(ClockState.Unset);
    }

    [Fact]
    public void Calculate_CallBack_IsEndedByWhicheverComesFirst()
    {
        var plan = Standard with { Limits = [Limit(ClockKind.CallBack, 1440)] };
        var givenUp = Repair(plan, Fact(ClockFactKind.Confirmed, 100), Fact(ClockFactKind.NotReached, 200), Fact(ClockFactKind.CalledBack, 2000))[ClockKind.CallBack];
        (givenUp.State, givenUp.StoppedAt).ShouldBe((ClockState.Void, After(200)), "a call long after giving up is no breach");
        Repair(plan, Fact(ClockFactKind.CalledBack, 100), Fact(ClockFactKind.NotReached, 100), Fact(ClockFactKind.Confirmed, 100))[ClockKind.CallBack].State.ShouldBe(ClockState.Running);
    }

    [Fact]
    public void Calculate_AppointmentMovedForward_StartsResolveAtTheEarlierSlot()
    {
        var faces = Repair(Standard, new(ClockFactKind.Appointment, After(5), After(1500), After(1600)), new(ClockFactKind.Appointment, After(20), After(300), After(400)));
        faces[ClockKind.Resolve].StartedAt.ShouldBe(After(300));
        faces[ClockKind.Resolve].DueAt.ShouldBe(After(300 + 1440));
    }

    [Fact]
    public void Calculate_ResolvedOnHoldBeforeTheSlot_IsDueAsTheSlotHasIt()
    {
        var face = Repair(Standard, new(ClockFactKind.Appointment, After(5), After(300), After(400)), Fact(ClockFactKind.HoldStarted, 10), Fact(ClockFactKind.Resolved, 50))[ClockKind.Resolve];
        (face.State, face.StartedAt, face.DueAt).ShouldBe((ClockState.Kept, After(300), After(300 + 1440)));
    }

    [Fact]
    public void Calculate_AppointmentToldAfterTheArrival_ChangesNothing()
    {
        var slot = new ClockFact(ClockFactKind.Appointment, After(5), After(300), After(420));
        Repair(Considerate, Fact(ClockFactKind.Arrived, 5), slot)[ClockKind.Arrive].DueAt.ShouldBe(After(15));
        Repair(Considerate, slot, Fact(ClockFactKind.Arrived, 5))[ClockKind.Arrive].DueAt.ShouldBe(After(420));
    }

    [Fact]
    public void Calculate_FactsAfterTheEnd_CountForNothing()
    {
        var faces = Faces(LittleButler, RequestKinds.Repair, "small", Fact(ClockFactKind.Ended, 10), new ClockFact(ClockFactKind.Reclassified, After(20), Severity: "big"));
        faces[ClockKind.Resolve].DueAt.ShouldBe(After(30));
    }

    [Fact]
    public void Calculate_Ended_VoidsWhatRunsAndKeepsWhatStopped()
    {
        var faces = Repair(Standard, Fact(ClockFactKind.Responded, 5), Fact(ClockFactKind.Ended, 30), Fact(ClockFactKind.Resolved, 40));
        faces[ClockKind.Respond].State.ShouldBe(ClockState.Kept);
        faces[ClockKind.Resolve].State.ShouldBe(ClockState.Void);
        faces[ClockKind.Resolve].StoppedAt.ShouldBe(After(30));
    }

    [Fact]
    public void Calculate_WarnAt_CountsTheShareWithoutPauses()
    {
        var face = Repair(Standard, Fact(ClockFactKind.HoldStarted, 100), Fact(ClockFactKind.HoldEnded, 400))[ClockKind.Resolve];
        face.WarnAt.ShouldBe(After(1008 + 300));
        face.DueAt.ShouldBe(After(1440 + 300));
    }

    [Fact]
    public void Calculate_MoreSpecificRow_Wins()
    {
        var plan = Standard with
        {
            Limits =
            [
                Limit(ClockKind.Respond, 60), Limit(ClockKind.Respond, 50, severity: "emergency"), Limit(ClockKind.Respond, 40, RequestKinds.Repair),
                Limit(ClockKind.Respond, 30, RequestKinds.Repair, "emergency"), Limit(ClockKind.Respond, 20, RequestKinds.Repair, Any, "lift"), Limit(ClockKind.Respond, null, RequestKinds.Praise),
            ],
        };
        int? Of(string kind, string severity, string? item = null) => new ClockCalculator(plan, Shanghai, PublicHolidays.Published)
            .Calculate(new(Guid.Empty, Guid.Empty, kind, item, severity, Report, [])).Single(f => f.Kind == ClockKind.Respond).LimitMinutes;
        Of(RequestKinds.Enquiry, "normal").ShouldBe(60);
        Of(RequestKinds.Enquiry, "emergency").ShouldBe(50);
        Of(RequestKinds.Repair, "normal").ShouldBe(40);
        Of(RequestKinds.Repair, "emergency").ShouldBe(30);
        Of(RequestKinds.Repair, "emergency", "lift").ShouldBe(20);
        Of(RequestKinds.Repair, "normal", "door").ShouldBe(40);
        Of(RequestKinds.Praise, "normal").ShouldBeNull();
    }
}
