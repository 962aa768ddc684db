using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Notifications.Data;

namespace PropertyCloud.Notifications.Notices;

/// <summary>Marks one of the current user's notifications as read; another's is not found. Repeating is harmless.</summary>
internal sealed class MarkRead(NotificationsDbContext db, UnreadCounts counts, ICurrentUser user, ICurrentTenant tenant, TimeProvider clock) : IUseCase
{
    /// <returns>Where the notification leads: always an address of this product.</returns>
    public async Task<string> HandleAsync(Guid id, CancellationToken cancellation)
    {
        var me = user.RequireId();
        var notification = await db.Notifications.FirstOrDefaultAsync(n => n.Id == id && n.RecipientId == me, cancellation) ?? throw DomainException.NotFound();
        if (notification.Read(clock.Now()))
        {
            await db.SaveChangesAsync(cancellation);
            counts.Forget(tenant.Id, me);
        }

        return notification.Url;
    }
}
