using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Notifications.Data;

namespace PropertyCloud.Notifications.Notices;

/// <summary>Marks everything that the current user was told so far as read. Repeating is harmless.</summary>
internal sealed class MarkAllRead(NotificationsDbContext db, UnreadCounts counts, ICurrentUser user, ICurrentTenant tenant, TimeProvider clock) : IUseCase
{
    /// <returns>How many were unread.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellation)
    {
        var me = user.RequireId();
        var now = clock.Now();
        var marked = await db.Notifications.Where(n => n.RecipientId == me && n.State == NoticeState.Unread)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.State, NoticeState.Read).SetProperty(n => n.ReadAt, now), cancellation);
        counts.Forget(tenant.Id, me);
        return marked;
    }
}
