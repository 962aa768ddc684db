using CsCheck;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Tests.Clocks.Model;

/// <summary>Random companies. Their plans are free of contradictions, because the product publishes no others: respond is shorter
/// than arrive, arrive than resolve, and an item stricter than what would apply without it.</summary>
internal static class RandomCompany
{
    public static readonly IReadOnlyList<string> Kinds = [RequestKinds.Repair, RequestKinds.Complaint, RequestKinds.Errand];
    public static readonly IReadOnlyList<string> Severities = ["normal", "big", "emergency"];
    public static readonly IReadOnlyList<string> Items = ["lift", "lamp"];

    private const int DayMinutes = 1440;

    /// <param name="longest">Minutes of the longest limit.</param>
    public static Gen<Company> Of(int longest) =>
        from zone in Gen.OneOfConst([.. ModelZone.Names])
        from first in Plan(longest)
        from later in Publication(longest).Array[0, 4]
        select new Company(zone, [new("default", first), .. later]);

    private static Gen<Publication> Publication(int longest) =>
        from scope in Gen.FrequencyConst((3, "default"), (2, "community"), (2, "grade"))
        from ends in Gen.Int[0, 5]
        from terms in Plan(longest)
        select new Publication(scope, ends == 0 && scope != "default" ? null : terms);

    private static Gen<Terms> Plan(int longest) =>
        from business in Gen.FrequencyConst((1, 0), (3, 50), (3, 100))
        from limits in Gen.Select(
            Rows("respond", 1, 20, 60, business), Rows("arrive", 61, 100, 240, business), Rows("resolve", 241, 400, longest, business),
            Rows("feed-back", 1, 300, longest, business), Rows("call-back", 1, 200, longest, business), (a, b, c, d, e) => a.Concat(b).Concat(c).Concat(d).Concat(e).ToArray())
        from callsBack in Gen.FrequencyConst((4, true), (1, false))
        from warn in Gen.Int[1, 99]
        from hours in Week
        from holidaysClosed in Gen.FrequencyConst((4, true), (1, false))
        from grouped in Gen.OneOfConst<string[]>([], [], ["resolve", "feed-back"], ["arrive", "resolve"], ["arrive", "feed-back", "resolve"])
        select new Terms(callsBack ? limits : [.. limits.Where(l => l.Clock != "call-back")], grouped, warn, callsBack, hours, holidaysClosed);

    /// <summary>Rows of one clock: for all, for some kinds and severities, and for items, which stay below <paramref name="wide"/>.</summary>
    private static Gen<Limit[]> Rows(string clock, int least, int wide, int most, int business) =>
        from widest in Gen.Int[0, 4]
        from rows in Gen.Select(Gen.Int[-1, Kinds.Count - 1], Gen.Int[-1, Severities.Count - 1], Gen.Int[0, 9], Gen.Int[wide, most], Gen.Int[0, 99]).Array[0, 4]
        from items in Gen.Select(Gen.Int[0, Items.Count - 1], Gen.Int[-1, Severities.Count - 1], Gen.Int[least, wide]).Array[0, 2]
        from minutes in Gen.Int[wide, most]
        from calendar in Gen.Int[0, 99]
        select rows.Select(r => new Limit(r.Item1 < 0 ? "*" : Kinds[r.Item1], r.Item2 < 0 ? "*" : Severities[r.Item2], null, clock, r.Item3 == 0 ? null : r.Item4, r.Item5 < business))
            .Concat(items.Select(i => new Limit("*", i.Item2 < 0 ? "*" : Severities[i.Item2], Items[i.Item1], clock, i.Item3, business == 100)))
            .Concat(widest == 0 ? [] : [new Limit("*", "*", null, clock, minutes, calendar < business)])
            .DistinctBy(l => (l.Kind, l.Severity, l.Item)).ToArray();

    /// <summary>The usual week, one with a break, one that never closes, one that is open when wall clocks change, and any.</summary>
    private static readonly Gen<Hours[]> Week = Gen.Frequency(
        (3, Gen.Const(Each([1, 2, 3, 4, 5], (540, 1080)))),
        (2, Gen.Select(Gen.Int[420, 570], Gen.Int[1020, 1320], (opens, closes) => Each([1, 2, 3, 4, 5, 6], (opens, 720), (810, closes)))),
        (1, Gen.Const(Each([0, 1, 2, 3, 4, 5, 6], (0, DayMinutes)))),
        (3, Gen.Select(Gen.Int[0, 100], Gen.Int[101, 240], Gen.Int[1200, 1439], (opens, closes, evening) => Each([0, 1, 2, 3, 4, 5, 6], (opens, closes), (evening, DayMinutes)))),
        (2, Gen.Select(Gen.Int[0, 480], Gen.Int[721, DayMinutes]).Array[7].Select(days =>
            days.SelectMany((d, weekday) => d.Item1 % 3 == 0 && weekday != 1 ? [] : Each([weekday], d)).ToArray())));

    private static Hours[] Each(int[] weekdays, params (int From, int To)[] spans) => [.. weekdays.SelectMany(d => spans.Select(s => new Hours(d, s.From, s.To)))];
}
