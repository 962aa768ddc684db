using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Identity.Data;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Identity.PhoneChanges;

internal sealed class PhoneChangeAccess(IdentityDbContext db, PhoneChangeDesk desk) : IPhoneChanges
{
    public async Task AskAsync(IReadOnlyCollection<AskedPhone> asked, Guid? askedBy, CancellationToken cancellation = default)
    {
        if (asked.Count == 0) return;
        var last = asked.GroupBy(a => a.PartyId).Select(g => g.Last()).ToList();
        var parties = last.Select(a => (Guid?)a.PartyId).ToList();
        await db.RetryAsync(async () =>
        {
            var waiting = await db.PhoneChanges.Where(c => parties.Contains(c.WaitingFor)).ToDictionaryAsync(c => c.WaitingFor!.Value, cancellation);
            foreach (var a in last)
                desk.Ask(waiting.GetValueOrDefault(a.PartyId), PhoneOwner.Resident(a.PartyId, a.UnitId, a.CommunityId), a.OldPhone, a.NewPhone, askedBy);
            return await db.SaveChangesAsync(cancellation);
        });
    }

    public async Task<IReadOnlyDictionary<Guid, WaitingPhone>> FindWaitingAsync(IReadOnlyCollection<Guid> partyIds, CancellationToken cancellation = default)
    {
        if (partyIds.Count == 0) return new Dictionary<Guid, WaitingPhone>();
        var wanted = partyIds.Distinct().Select(id => (Guid?)id).ToList();
        var rows = await db.PhoneChanges.AsNoTracking().Where(c => wanted.Contains(c.WaitingFor))
            .Select(c => new { c.Id, Party = c.WaitingFor!.Value, c.NewPhone, c.AskedBy, c.AskedAt }).ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Party, r => new WaitingPhone(r.Id, Display.Phone(r.NewPhone), r.AskedBy, r.AskedAt));
    }

    public async Task<ApprovedPhone?> FindApprovedAsync(Guid changeId, CancellationToken cancellation = default) =>
        await db.PhoneChanges.AsNoTracking().Where(c => c.Id == changeId && c.State == PhoneChangeState.Approved && c.PartyId != null)
            .Select(c => new ApprovedPhone(c.PartyId!.Value, c.NewPhone)).FirstOrDefaultAsync(cancellation);
}
