using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Clocks;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;
using PropertyCloud.ServiceLevels.Tests.Plans;
using PropertyCloud.Testing;

namespace PropertyCloud.ServiceLevels.Tests.Clocks;

/// <summary>The calculator against a slow model that walks every minute and asks the wall clock whether it counts.</summary>
public sealed class ClockModelTests
{
    private static readonly int Histories = Counts.Of(300, 15_000);

    [Theory]
    [InlineData("Asia/Shanghai", 20260901)]
    [InlineData("Europe/Berlin", 20260902)]
    public void Calculate_RandomHistories_AgreesWithTheMinuteByMinuteModel(string zoneId, int seed)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        seed = Counts.Seed(seed);
        var random = new Random(seed);
        for (var i = 0; i < Histories; i++)
        {
            var (plan, history) = RandomHistory(random);
            var face = new ClockCalculator(plan, zone, PublicHolidays.Published).Calculate(history).Single(f => f.Kind == ClockKind.Resolve);
            var (due, warn) = Model(plan, history, zone);
            face.DueAt.ShouldBe(due, $"history {i} of seed {seed}: {plan.Limits[0]} {history.ReportedAt:u} {string.Join("; ", history.Facts.Select(f => $"{f.Kind} {f.At:u}"))}");
            face.WarnAt.ShouldBe(warn, $"history {i} of seed {seed}");
        }
    }

    private static (PlanContent, ClockHistory) RandomHistory(Random random)
    {
        var calendar = random.Next(3) == 0 ? CalendarKind.AllHours : CalendarKind.Business;
        var plan = SamplePlans.Standard with { Limits = [SamplePlans.Limit(ClockKind.Resolve, 10 * random.Next(1, 200), calendar: calendar)], WarnPercent = 10 * random.Next(1, 10) };
        var report = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(340 * 1440));
        var (facts, at) = (new List<ClockFact>(), report);
        for (var n = random.Next(6); n > 0; n--)
        {
            at = at.AddMinutes(random.Next(1, 900));
            var last = facts.LastOrDefault()?.Kind;
            facts.Add(new(last switch
            {
                ClockFactKind.HoldStarted => random.Next(4) == 0 ? ClockFactKind.Resolved : ClockFactKind.HoldEnded,
                ClockFactKind.Resolved => ClockFactKind.SentBack,
                _ => random.Next(2) == 0 ? ClockFactKind.HoldStarted : ClockFactKind.Resolved,
            }, at));
        }

        return (plan, new(Guid.Empty, Guid.Empty, RequestKinds.Repair, null, "normal", report, facts));
    }

    /// <summary>Counts open minutes one by one while nothing pauses; on its own definition of open.</summary>
    private static (DateTime? Due, DateTime? Warn) Model(PlanContent plan, ClockHistory history, TimeZoneInfo zone)
    {
        var limit = plan.Limits[0].Minutes!.Value;
        var warnAfter = limit * plan.WarnPercent / 100;
        DateTime? warn = null;
        var (used, held, resolved) = (0, false, false);
        var end = history.ReportedAt.AddDays(120);
        var minute = history.ReportedAt;
        var facts = new Queue<ClockFact>(history.Facts);
        while (minute < end)
        {
            while (facts.Count > 0 && facts.Peek().At <= minute)
            {
                switch (facts.Dequeue().Kind)
                {
                    case ClockFactKind.HoldStarted: held = true; break;
                    case ClockFactKind.HoldEnded: held = false; break;
                    case ClockFactKind.Resolved: resolved = true; held = false; break;
                    case ClockFactKind.SentBack: resolved = false; break;
                }
            }

            // After the last stop the model asks where the due would have been, as if work went on.
            var last = facts.Count == 0;
            var counts = (!held && !resolved) || (resolved && last);
            if (held && last) return (null, warn);
            if (counts && IsOpen(plan, zone, minute)) used++;
            minute = minute.AddMinutes(1);
            if (used >= warnAfter && warn is null) warn = minute;
            if (used >= limit) return (minute, warn);
        }

        throw new InvalidOperationException("The model found no due.");
    }

    private static bool IsOpen(PlanContent plan, TimeZoneInfo zone, DateTime utc)
    {
        if (plan.Limits[0].Calendar == CalendarKind.AllHours) return true;
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        if (local.Hour is < 9 or >= 18) return false;
        var day = DateOnly.FromDateTime(local);
        if (PublicHolidays.Published.RestOn(day) is not null) return false;
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || PublicHolidays.Published.IsMakeUpWorkday(day);
    }
}
