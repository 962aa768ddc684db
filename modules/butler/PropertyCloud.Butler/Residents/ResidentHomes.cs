using PropertyCloud.Butler.Duty;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Residents;

/// <summary>A home of the resident with who looks after it.</summary>
/// <param name="Butler">The cluster's own butler, or null where none is assigned.</param>
/// <param name="StandIn">Who answers now when the butler is off duty.</param>
/// <param name="RespondMinutes">What the plan promises for an answer, or null.</param>
internal sealed record ResidentHome(UnitSummary Unit, StaffSummary? Butler, StaffSummary? StandIn, int? RespondMinutes);

/// <summary>The resident's current homes; scoped.</summary>
internal sealed class ResidentHomes(ICurrentUser user, ResidentScope scope, IUnitLookup units, IStaffLookup staff, DutyRoster roster, IPlanLookup plans, Kernel.Localization.Display display, TimeProvider clock) : IUseCase
{
    public async Task<IReadOnlyList<UnitSummary>> ListAsync(CancellationToken cancellation)
    {
        var party = user.Access?.PartyId ?? throw DomainException.Forbidden();
        var ids = (await scope.RelationsAsync(party, cancellation)).Where(r => r.To is null).Select(r => r.UnitId).Distinct().ToList();
        return [.. (await units.GetAsync(ids, cancellation)).Values.OrderBy(u => u.Plate, StringComparer.Ordinal)];
    }

    /// <param name="unitId">One of the resident's homes, or null for the first; anything else is not found.</param>
    public async Task<ResidentHome?> FindAsync(Guid? unitId, CancellationToken cancellation)
    {
        var homes = await ListAsync(cancellation);
        if (homes.Count == 0) return null;
        var unit = unitId is null ? homes[0] : homes.FirstOrDefault(u => u.Id == unitId) ?? throw DomainException.NotFound();
        var now = clock.Now();
        var rules = await roster.RulesAsync(cancellation);
        var assignment = unit.ClusterId is { } cluster ? await roster.AssignmentAsync(cluster, display.Day(now), cancellation) : null;
        var onDuty = rules.Find(assignment, now);
        var people = await staff.GetAsync([.. new[] { assignment?.ButlerId, onDuty?.UserId }.OfType<Guid>().Distinct()], cancellation);
        var butler = assignment is null ? null : people.GetValueOrDefault(assignment.ButlerId);
        var standIn = onDuty is { } there && there.UserId != assignment?.ButlerId ? people.GetValueOrDefault(there.UserId) : null;
        return new(unit, butler, standIn, await RespondAsync(unit.CommunityId, now, cancellation));
    }

    private async Task<int?> RespondAsync(Guid communityId, DateTime now, CancellationToken cancellation)
    {
        var plan = await plans.GetInForceAsync(communityId, cancellation);
        var severity = plan.Severities.FirstOrDefault()?.Code ?? Severities.Normal;
        var faces = await plans.CalculateAsync(new(plan.VersionId, communityId, RequestKinds.Enquiry, null, severity, now, []), cancellation);
        return faces.FirstOrDefault(f => f.Kind == ClockKind.Respond)?.LimitMinutes;
    }
}
