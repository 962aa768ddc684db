using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Kernel.Jobs;

/// <summary>Removes events that were handled more than thirty days ago (they are not a history) and keys that expired.</summary>
[Schedule("0 40 3 * * ?")]
internal sealed class Cleaning(KernelDbContext db, ICurrentTenant tenant, TimeProvider clock) : TenantJob
{
    private static readonly TimeSpan EventsKept = TimeSpan.FromDays(30);

    public override string Name => "kernel.cleaning";

    public override async Task RunAsync(CancellationToken cancellation)
    {
        var tenantId = tenant.Id;
        var now = clock.Now();
        var handledBefore = now - EventsKept;
        await db.Set<OutboxMessage>().Where(m => m.TenantId == tenantId && m.State == OutboxState.Handled && m.HandledAt < handledBefore).ExecuteDeleteAsync(cancellation);
        await db.Set<IdempotencyKey>().Where(k => k.TenantId == tenantId && k.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
    }
}
