using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Notifications.Data;

namespace PropertyCloud.Notifications.Notices;

/// <summary>The current user's own notifications, newest first; nobody reads another's.</summary>
internal sealed class ListNotifications(NotificationsDbContext db, NoticeReader reader, ICurrentUser user) : IUseCase
{
    public const int PageSize = 20;

    public async Task<PageOf<NoticeLine>> HandleAsync(bool unreadOnly, int page, CancellationToken cancellation)
    {
        var me = user.RequireId();
        var number = Math.Clamp(page, 1, 10_000);
        var mine = db.Notifications.AsNoTracking().Where(n => n.RecipientId == me);
        if (unreadOnly) mine = mine.Where(n => n.State == NoticeState.Unread);
        var total = await mine.CountAsync(cancellation);
        var rows = await mine.OrderByDescending(n => n.HappenedAt).ThenByDescending(n => n.Id).Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return new(await reader.ReadAsync(rows, cancellation), number, PageSize, total);
    }
}
