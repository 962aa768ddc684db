using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Jobs;
using PropertyCloud.Notifications.Data;

namespace PropertyCloud.Notifications.Notices;

/// <summary>Read notifications go after ninety days; unread ones stay.</summary>
[Schedule("0 20 3 * * ?")]
internal sealed class RemoveReadNotifications(NotificationsDbContext db, TimeProvider clock) : TenantJob
{
    public override string Name => "notifications.remove-read";

    public override async Task RunAsync(CancellationToken cancellation)
    {
        var before = clock.Now() - Notification.KeptAfterReading;
        await db.Notifications.Where(n => n.State == NoticeState.Read && n.ReadAt < before).ExecuteDeleteAsync(cancellation);
    }
}
