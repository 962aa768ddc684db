using System.Linq.Expressions;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Residents;

/// <summary>The one place that says what a resident sees (ruling 16): what their party reported, and what their household reported
/// during their own relation to the unit, never a predecessor's. Days are whole: on the day that one household hands over to the next,
/// who reported it decides, and what has no reporter is seen by neither: staff recorded it, and it may be the other household's.</summary>
internal sealed class ResidentScope(IPartyLookup parties, Display display)
{
    private (Guid Party, IReadOnlyList<PartyUnit> Relations)? _known;
    private (Guid Party, IReadOnlyList<PartyUnit> Relations)? _households;

    public async Task<IReadOnlyList<PartyUnit>> RelationsAsync(Guid partyId, CancellationToken cancellation)
    {
        if (_known is { } known && known.Party == partyId) return known.Relations;
        var relations = await parties.UnitsOfAsync(partyId, cancellation);
        _known = (partyId, relations);
        return relations;
    }

    public async Task<IQueryable<Request>> ApplyAsync(IQueryable<Request> requests, Guid partyId, CancellationToken cancellation)
    {
        var relations = await RelationsAsync(partyId, cancellation);
        if (relations.Count > 0 && _households?.Party != partyId) _households = (partyId, await parties.HouseholdsOfAsync(partyId, cancellation));
        return requests.Where(Visible(partyId, relations, relations.Count > 0 ? _households!.Value.Relations : [], display.ToUtc));
    }

    /// <summary>The rule itself, as an expression for queries.</summary>
    /// <param name="households">Relations of others to the same units.</param>
    /// <param name="toUtc">The company's local time to UTC.</param>
    public static Expression<Func<Request, bool>> Visible(Guid partyId, IReadOnlyList<PartyUnit> relations, IReadOnlyList<PartyUnit> households, Func<DateTime, DateTime> toUtc)
    {
        Expression<Func<Request, bool>> visible = r => r.ReporterPartyId == partyId;
        foreach (var relation in relations.Where(r => r.PartyId == partyId))
        {
            var unit = relation.UnitId;
            var others = StrangersTo(relation, households);
            var strangers = others.Select(o => (Guid?)o.PartyId).Distinct().ToList();
            var (from, until) = (Start(relation.From), relation.To is { } last ? Start(last.AddDays(1)) : Request.NeverDue);
            // What nobody's name stands on may be the other household's on a day that both had.
            var alone = others.Any(o => Holds(o, relation.From)) ? Start(relation.From.AddDays(1)) : from;
            var aloneUntil = relation.To is { } end && others.Any(o => Holds(o, end)) ? Start(end) : until;
            visible = Or(visible, strangers.Count == 0
                ? r => r.UnitId == unit && r.ReportedAt >= from && r.ReportedAt < until
                : r => r.UnitId == unit && r.ReportedAt >= from && r.ReportedAt < until
                    && ((r.ReporterPartyId == null && r.ReportedAt >= alone && r.ReportedAt < aloneUntil) || (r.ReporterPartyId != null && !strangers.Contains(r.ReporterPartyId))));
        }

        return visible;

        DateTime Start(DateOnly day) => toUtc(day.ToDateTime(TimeOnly.MinValue));
    }

    /// <summary>Relations of who lived in the unit before or after, and shares no more than the day of handing over.</summary>
    private static List<PartyUnit> StrangersTo(PartyUnit own, IEnumerable<PartyUnit> households) =>
        [.. households.Where(o => o.UnitId == own.UnitId && o.PartyId != own.PartyId).GroupBy(o => o.PartyId)
            .Where(party => party.All(o => o.From >= (own.To ?? DateOnly.MaxValue) || (o.To ?? DateOnly.MaxValue) <= own.From)).SelectMany(party => party)];

    private static bool Holds(PartyUnit relation, DateOnly day) => relation.From <= day && (relation.To is null || relation.To >= day);

    private static Expression<Func<Request, bool>> Or(Expression<Func<Request, bool>> left, Expression<Func<Request, bool>> right) =>
        Expression.Lambda<Func<Request, bool>>(Expression.OrElse(left.Body, new Swap(right.Parameters[0], left.Parameters[0]).Visit(right.Body)), left.Parameters);

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
