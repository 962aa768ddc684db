using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Live;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Notifications.Data;

namespace PropertyCloud.Notifications.Notices;

/// <summary>Writes what an event tells, once for each person, and lets their open pages, and nobody else's, look again. Nobody is told of their own act.</summary>
internal sealed class NoticeWriter(NotificationsDbContext db, Recipients recipients, UnreadCounts counts, ILookAgain live, ICurrentTenant tenant, TimeProvider clock)
{
    public const string Topic = "notifications";
    private static readonly TimeSpan JustBefore = TimeSpan.FromMinutes(5);

    public async Task WriteAsync(IEnumerable<NoticeDraft> drafts, EventEnvelope envelope, CancellationToken cancellation)
    {
        var told = new List<Notification>();
        foreach (var draft in drafts) told.AddRange(await AddAsync(draft, told, envelope, cancellation));
        if (told.Count == 0) return;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException duplicate) when (DbErrors.IsDuplicateKey(duplicate))
        {
            // Another host handled the same event at the same time and has told everybody.
            db.ChangeTracker.Clear();
        }

        LookAgain([.. told.Select(n => n.RecipientId).Distinct()]);
    }

    /// <summary>Marks what is settled as read for everybody; the rows stay in their inboxes. Repeating is harmless.</summary>
    public async Task SettleAsync(NoticeDone? done, EventEnvelope envelope, CancellationToken cancellation)
    {
        if (done is null) return;
        var kinds = done.Kinds.ToList();
        var open = db.Notifications.Where(n => n.SubjectId == done.Subject && kinds.Contains(n.Kind) && n.Url == done.Url && n.State == NoticeState.Unread);
        var users = await open.Select(n => n.RecipientId).Distinct().ToListAsync(cancellation);
        if (users.Count == 0) return;
        await open.ExecuteUpdateAsync(set => set.SetProperty(n => n.State, NoticeState.Read).SetProperty(n => n.ReadAt, envelope.OccurredAt), cancellation);
        LookAgain(users);
    }

    private void LookAgain(IReadOnlyCollection<Guid> users)
    {
        foreach (var user in users) counts.Forget(tenant.Id, user);
        live.Announce(tenant.Id, Topic, users);
    }

    /// <param name="before">What this event told so far; it is not saved yet.</param>
    private async Task<IReadOnlyList<Notification>> AddAsync(NoticeDraft draft, IReadOnlyList<Notification> before, EventEnvelope envelope, CancellationToken cancellation)
    {
        var wanted = (await recipients.FindAsync(draft.Audience, cancellation)).Where(u => u != envelope.ActorId)
            .Except(before.Where(n => n.SubjectId == draft.Subject && n.Kind == draft.UnlessTold).Select(n => n.RecipientId)).ToList();
        if (wanted.Count == 0) return [];
        var left = wanted.Except(await AlreadyToldAsync(draft, wanted, envelope, cancellation)).ToList();
        var told = left.ConvertAll(user => Notification.Tell(user, draft, envelope.Id, envelope.OccurredAt, clock.Now()));
        db.Notifications.AddRange(told);
        return told;
    }

    private async Task<IReadOnlyList<Guid>> AlreadyToldAsync(NoticeDraft draft, List<Guid> wanted, EventEnvelope envelope, CancellationToken cancellation)
    {
        var since = envelope.OccurredAt - JustBefore;
        return await db.Notifications
            .Where(n => n.SubjectId == draft.Subject && wanted.Contains(n.RecipientId)
                && ((n.EventId == envelope.Id && n.Kind == draft.Kind)
                    || (n.Kind == draft.UnlessTold && n.HappenedAt >= since && (n.Kind != draft.Kind || n.State == NoticeState.Unread))))
            .Select(n => n.RecipientId)
            .ToListAsync(cancellation);
    }
}
