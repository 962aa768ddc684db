using CsCheck;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Tests.Clocks.Model;

/// <summary>How long histories are.</summary>
/// <param name="Most">Facts of one history; those that would come after the last day are left out.</param>
/// <param name="Longest">Minutes of the longest limit.</param>
internal sealed record Scale(int Days, int Least, int Most, int Longest)
{
    public static readonly Scale Fortnight = new(14, 0, 9, 4_000);
    public static readonly Scale Year = new(365, 6, 14, 40_000);
    public int Minutes => Days * 1440;
}

/// <summary>Random histories of random companies.</summary>
internal static class RandomStory
{
    /// <summary>Numbers from which the next fact is made, given what came before it.</summary>
    private sealed record Draw(int Gap, int Kind, int Minutes, int More, int Late);

    /// <param name="reports">When requests are reported; null for any minute of the years that have holidays.</param>
    /// <param name="late">Percent of facts that become known late.</param>
    public static Gen<Story> Of(IReadOnlyList<Company> companies, Scale scale, Gen<DateTime>? reports = null, int late = 10) =>
        from company in Gen.Int[0, companies.Count - 1]
        from before in Gen.Int[1, companies[company].Published.Count]
        from place in Gen.Int[0, 3]
        from kind in Gen.OneOfConst([.. RandomCompany.Kinds])
        from severity in Gen.OneOfConst([.. RandomCompany.Severities])
        from item in Gen.OneOfConst<string?>([null, null, .. RandomCompany.Items])
        from reported in reports ?? Reported(companies[company])
        from draws in Gen.Select(Gen.Int[0, 99_999], Gen.Int[0, 99], Gen.Int[0, 99_999], Gen.Int[0, 99_999], Gen.Int[0, 99],
            (gap, what, minutes, more, late) => new Draw(gap, what, minutes, more, late)).Array[scale.Least, scale.Most]
        let facts = Facts(companies[company], reported, draws, scale, late)
        select new Story(company, before, place % 2 == 1 ? Company.Grade : null, new(Guid.Empty, place >= 2 ? Company.Special : Guid.Empty, kind, item, severity, reported,
            [.. facts.Select(f => f.Fact)]), [.. facts.Select(f => f.Recorded)]);

    /// <summary>Any minute of three years; often shortly before a holiday or before the wall clock changes.</summary>
    private static Gen<DateTime> Reported(Company company)
    {
        var changes = ModelZone.Of(company.Zone).Changes.Where(c => c.Year is >= 2024 and <= 2026).ToArray();
        var any = Gen.Int[0, (3 * 365 * 1440) - 1].Select(m => new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(m));
        var holiday = Gen.Select(Gen.OneOfConst([.. ModelHolidays.Marks]), Gen.Int[0, 4 * 1440],
            (day, before) => new DateTime(day * TimeSpan.TicksPerDay, DateTimeKind.Utc).AddMinutes(-before));
        if (changes.Length == 0) return Gen.Frequency((2, any), (3, holiday));
        var change = Gen.Select(Gen.OneOfConst(changes), Gen.Int[0, 3 * 1440], (at, before) => at.AddMinutes(-before));
        return Gen.Frequency((2, any), (2, holiday), (2, change));
    }

    /// <summary>Facts mostly as a request lives them, sometimes in an order that makes no sense; some are recorded late.</summary>
    private static List<(DateTime Recorded, ClockFact Fact)> Facts(Company company, DateTime reported, Draw[] draws, Scale scale, int late)
    {
        var (facts, at, state) = (new List<(DateTime Recorded, ClockFact Fact)>(), reported, State.Open);
        foreach (var draw in draws)
        {
            at = Next(company, reported, at, draw, scale);
            if (at > reported.AddMinutes(scale.Minutes)) break;
            var kind = Kind(state, draw.Kind);
            state = After(state, kind);
            var fact = kind switch
            {
                ClockFactKind.Appointment => Slot(at, draw, scale),
                ClockFactKind.Reclassified => new(kind, at, Severity: RandomCompany.Severities[draw.More % 3]),
                _ => new ClockFact(kind, at),
            };
            if (draw.Late == 99) fact = fact with { At = reported.AddMinutes(-(draw.More % 100)) };
            facts.Add((draw.Late < late ? at.AddMinutes(draw.More % (scale.Minutes / 7)) : at, fact));
        }

        return [.. facts.OrderBy(f => f.Recorded)];
    }

    /// <summary>At once, soon, or some time later; sometimes exactly when a limit ends.</summary>
    private static DateTime Next(Company company, DateTime reported, DateTime at, Draw draw, Scale scale)
    {
        if (draw.Gap % 100 < 10) return at;
        if (draw.Gap % 100 < 20)
        {
            var limits = company.Published.SelectMany(p => p.Terms?.Limits ?? []).Where(l => l.Minutes is not null).ToList();
            var due = limits.Count == 0 ? at : reported.AddMinutes(limits[draw.Minutes % limits.Count].Minutes!.Value);
            return due > at ? due : at;
        }

        var most = (draw.Gap % 100) switch { < 35 => 30, < 55 => 400, < 85 => scale.Minutes / 16, _ => scale.Minutes / 4 };
        return at.AddMinutes(1 + (draw.Minutes % most));
    }

    private static ClockFact Slot(DateTime at, Draw draw, Scale scale)
    {
        var from = at.AddMinutes(draw.Minutes % (scale.Minutes / 6));
        return new(ClockFactKind.Appointment, at, from, from.AddMinutes(15 + (draw.More % 240)));
    }

    private enum State { Open, Held, Resolved, Confirmed }

    private static State After(State state, ClockFactKind kind) => kind switch
    {
        ClockFactKind.HoldStarted when state == State.Open => State.Held,
        ClockFactKind.HoldEnded or ClockFactKind.SentBack => State.Open,
        ClockFactKind.Resolved => State.Resolved,
        ClockFactKind.Confirmed => State.Confirmed,
        _ => state,
    };

    private static ClockFactKind Kind(State state, int draw) => draw switch
    {
        < 45 => state switch
        {
            State.Held => ClockFactKind.HoldEnded,
            State.Resolved => draw < 30 ? ClockFactKind.SentBack : ClockFactKind.Confirmed,
            State.Confirmed => draw < 30 ? ClockFactKind.CalledBack : ClockFactKind.NotReached,
            _ => draw < 25 ? ClockFactKind.HoldStarted : ClockFactKind.Resolved,
        },
        < 57 => ClockFactKind.Appointment,
        < 65 => ClockFactKind.Reclassified,
        < 71 => ClockFactKind.Responded,
        < 77 => ClockFactKind.Arrived,
        < 82 => ClockFactKind.Answered,
        < 87 => ClockFactKind.Resolved,
        < 90 => ClockFactKind.HoldStarted,
        < 91 => ClockFactKind.HoldEnded,
        < 93 => ClockFactKind.SentBack,
        < 95 => ClockFactKind.Confirmed,
        < 96 => ClockFactKind.CalledBack,
        < 97 => ClockFactKind.NotReached,
        _ => ClockFactKind.Ended,
    };
}
