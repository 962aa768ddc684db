using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Notifications.Data;
using PropertyCloud.Theme.Layout;

namespace PropertyCloud.Notifications.Notices;

/// <summary>The bell of the current user: how many are unread, and which of them is worth a sound.</summary>
internal sealed class Bell(NotificationsDbContext db, UnreadCounts counts, ICurrentUser user, ICurrentTenant tenant) : IBellSource
{
    public async ValueTask<BellState> ReadAsync()
    {
        if (user.Id is not { } me || tenant.Id <= 0) return BellState.Empty;
        return await counts.GetAsync(tenant.Id, me, () => ReadAsync(me));
    }

    private async Task<BellState> ReadAsync(Guid me)
    {
        var unread = db.Notifications.AsNoTracking().Where(n => n.RecipientId == me && n.State == NoticeState.Unread);
        var counts = await unread.GroupBy(n => n.IsLoud).Select(g => new { IsLoud = g.Key, Count = g.Count() }).ToListAsync();
        var loud = counts.Where(c => c.IsLoud).Sum(c => c.Count);
        var loudest = loud == 0 ? (Guid?)null : await unread.Where(n => n.IsLoud).OrderByDescending(n => n.Id).Select(n => (Guid?)n.Id).FirstOrDefaultAsync();
        return new(counts.Sum(c => c.Count), loud, loudest);
    }
}
