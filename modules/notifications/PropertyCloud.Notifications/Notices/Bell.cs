using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Notifications.Data;
using PropertyCloud.Theme.Layout;

namespace PropertyCloud.Notifications.Notices;

/// <summary>The number on the bell of the current user.</summary>
internal sealed class Bell(NotificationsDbContext db, UnreadCounts counts, ICurrentUser user, ICurrentTenant tenant) : IBellSource
{
    public async ValueTask<int> UnreadAsync()
    {
        if (user.Id is not { } me || tenant.Id <= 0) return 0;
        return await counts.GetAsync(tenant.Id, me, () => db.Notifications.CountAsync(n => n.RecipientId == me && n.State == NoticeState.Unread));
    }
}
