using System.Text.Json;
using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Clocks;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;

namespace PropertyCloud.ServiceLevels.Tests.Clocks.Model;

/// <summary>Plays stories on the product as <c>PlanLookup</c> does: plans are published, the request takes the version in force
/// for its community, later publications come, the clocks are worked out from that version. Compiled here against the
/// product, and again with each faulty copy of it.</summary>
internal sealed class ClockDriver : IClockUnderTest
{
    private readonly List<List<IReadOnlyList<CachedPlan>>> _plansAfter = [];
    private readonly Dictionary<Guid, PlanContent> _versions = [];
    private readonly List<TimeZoneInfo> _zones = [];

    public ClockDriver(IReadOnlyList<Company> companies)
    {
        foreach (var company in companies)
        {
            _zones.Add(TimeZoneInfo.FindSystemTimeZoneById(company.Zone));
            _plansAfter.Add(Publish(company));
        }
    }

    public IReadOnlyList<ClockFace> Play(Story story)
    {
        var plan = CachedPlan.Applying(_plansAfter[story.Company][story.PublishedBefore], story.History.CommunityId, story.Grade);
        var history = story.History with { PlanVersionId = plan?.InForceId ?? Guid.Empty };
        var content = history.PlanVersionId == Guid.Empty ? PlanContent.Nothing("") : _versions[history.PlanVersionId];
        return new ClockCalculator(content, _zones[story.Company], PublicHolidays.Published).Calculate(history);
    }

    private List<IReadOnlyList<CachedPlan>> Publish(Company company)
    {
        var plans = new Dictionary<string, ServicePlan>();
        var after = new List<IReadOnlyList<CachedPlan>> { Array.Empty<CachedPlan>() };
        foreach (var (scope, terms) in company.Published)
        {
            if (terms is null) plans.GetValueOrDefault(scope)?.EndOverride();
            else Publish(plans, scope, Content(terms));
            after.Add([.. plans.Values.Select(p => new CachedPlan(p.Id, p.Scope, p.Name, p.CommunityId, p.Grade, p.InForceId))]);
        }

        return after;
    }

    private void Publish(Dictionary<string, ServicePlan> plans, string scope, PlanContent content)
    {
        var clock = TimeProvider.System;
        if (!plans.TryGetValue(scope, out var plan))
        {
            plans[scope] = plan = scope switch
            {
                "community" => ServicePlan.CreateForCommunity(Company.Special, content, clock, null),
                "grade" => ServicePlan.CreateForGrade(Company.Grade, content, clock, null),
                _ => ServicePlan.CreateDefault(content, clock, null),
            };
        }

        plan.OpenDraft(content, clock, null);
        var version = plan.Publish(plan.Version, clock, null);
        _versions[version.Id] = PlanContent.Deserialize(version.Content);
    }

    /// <summary>Read from the form in which versions are stored.</summary>
    public static PlanContent Content(Terms terms) => PlanContent.Deserialize(JsonSerializer.Serialize(new
    {
        name = "p",
        severities = new[] { "normal", "big", "emergency" }.Select(code => new { code, name = code, emergency = code == "emergency" }),
        limits = terms.Limits.Select(l => new { kind = l.Kind, severity = l.Severity, item = l.Item, clock = l.Clock, minutes = l.Minutes, calendar = l.Business ? "business" : "all-hours" }),
        groups = terms.Group.Count == 0 ? [] : new[] { new { name = "g", clocks = terms.Group } },
        hours = new
        {
            days = terms.Hours.Select(h => new { day = ((DayOfWeek)h.Weekday).ToString().ToLowerInvariant(), fromMinute = h.From, toMinute = h.To }),
            holidaysClosed = terms.HolidaysClosed,
        },
        warnPercent = terms.WarnPercent,
        callBack = new { mode = terms.CallsBack ? "all" : "none", samplePercent = 0, attempts = 3 },
    }));
}
