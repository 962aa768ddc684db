using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Links;
using PropertyCloud.Identity.Staff;
using PropertyCloud.Kernel.Auditing;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Identity.Operators;

/// <param name="Who">Name of who did it; empty for the command line.</param>
internal sealed record OperatorAct(DateTime At, string Action, string Who, string? Reason);

/// <param name="LinkUntil">UTC, until when a link that was given out works; null where none does.</param>
internal sealed record OperatorDetails(StaffDetails Account, DateTime? LinkUntil, IReadOnlyList<OperatorAct> Acts);

/// <summary>An operator as another one sees them, with the latest acts on their access.</summary>
internal sealed class GetOperator(IdentityDbContext db, GetStaff get, IStaffLookup staff, ICurrentTenant tenant, TimeProvider clock) : IUseCase
{
    private const int LatestActs = 20;

    public async Task<OperatorDetails> HandleAsync(Guid id, CancellationToken cancellation)
    {
        tenant.RequirePlatform();
        var account = await get.HandleAsync(id, cancellation);
        var now = clock.Now();
        var until = await db.Links.AsNoTracking().Where(l => l.UserId == id && l.Status == LinkStatus.Open && l.ExpiresAt > now).MaxAsync(l => (DateTime?)l.ExpiresAt, cancellation);
        return new(account, until, await ActsAsync(id, cancellation));
    }

    private async Task<IReadOnlyList<OperatorAct>> ActsAsync(Guid id, CancellationToken cancellation)
    {
        var platform = db.CurrentTenantId;
        var entries = await db.Set<AuditEntry>().AsNoTracking().Where(a => a.TenantId == platform && a.Subject == id).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(LatestActs)
            .Select(a => new { a.At, a.Action, a.ActorId, a.Reason }).ToListAsync(cancellation);
        var who = await staff.GetAsync([.. entries.Select(e => e.ActorId).OfType<Guid>().Distinct()], cancellation);
        return [.. entries.Select(e => new OperatorAct(e.At, e.Action, e.ActorId is { } actor && who.TryGetValue(actor, out var person) ? person.Name : "", e.Reason))];
    }
}
