using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Identity.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Identity.PhoneChanges;

/// <param name="Who">Name of whose phone it is.</param>
/// <param name="Unit">The home it was asked for at; null for staff.</param>
/// <param name="OldPhone">Masked; empty where there was none.</param>
/// <param name="NewPhone">Masked; empty where it is to be removed.</param>
/// <param name="MayDecide">The current user is a second person.</param>
/// <param name="IsOwn">The current user asked for it.</param>
internal sealed record PhoneChangeView(Guid Id, string Who, bool IsStaff, UnitSummary? Unit, string OldPhone, string NewPhone, string AskedBy, DateTime AskedAt,
    PhoneChangeState State, string? DecidedBy, DateTime? DecidedAt, string? Reason, bool MayDecide, bool IsOwn);

/// <summary>Changes of phones that the current user asked for or decides, masked: what waits, oldest first, else newest first.</summary>
internal sealed class ViewPhoneChanges(IdentityDbContext db, PhoneChangeReach reach, IStaffLookup staff, IServiceProvider services, ICurrentUser me, Texts texts) : IUseCase
{
    private const int PageSize = 30;

    public async Task<PageOf<PhoneChangeView>> ListAsync(bool closed, int page, CancellationToken cancellation)
    {
        var number = Math.Clamp(page, 1, 10_000);
        var found = reach.Listed().AsNoTracking();
        found = closed
            ? found.Where(c => c.State != PhoneChangeState.Waiting).OrderByDescending(c => c.AskedAt).ThenByDescending(c => c.Id)
            : found.Where(c => c.State == PhoneChangeState.Waiting).OrderBy(c => c.AskedAt).ThenBy(c => c.Id);
        var total = await found.CountAsync(cancellation);
        var rows = await found.Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return new(await ReadAsync(rows, cancellation), number, PageSize, total);
    }

    public async Task<int> CountWaitingAsync(CancellationToken cancellation) =>
        await reach.Listed().CountAsync(c => c.State == PhoneChangeState.Waiting, cancellation);

    public async Task<PhoneChangeView> GetAsync(Guid id, CancellationToken cancellation) =>
        (await ReadAsync([(await reach.FindAsync(id, cancellation)).Change], cancellation))[0];

    /// <summary>What waits for the current user's own phone, or null.</summary>
    public Task<PhoneChangeView?> FindOwnAsync(CancellationToken cancellation) => FindOfAsync(me.Access?.PartyId ?? me.RequireId(), cancellation);

    /// <summary>What waits for a staff member's phone, for who manages staff; null when nothing does.</summary>
    public Task<PhoneChangeView?> FindOfStaffAsync(Guid userId, CancellationToken cancellation) => FindOfAsync(userId, cancellation);

    private async Task<PhoneChangeView?> FindOfAsync(Guid owner, CancellationToken cancellation)
    {
        var waiting = await db.PhoneChanges.AsNoTracking().FirstOrDefaultAsync(c => c.WaitingFor == owner, cancellation);
        return waiting is null ? null : (await ReadAsync([waiting], cancellation))[0];
    }

    private async Task<IReadOnlyList<PhoneChangeView>> ReadAsync(IReadOnlyList<PhoneChange> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0) return [];
        var people = await staff.GetAsync([.. rows.SelectMany(r => new[] { r.UserId, r.AskedBy, r.DecidedBy }).OfType<Guid>().Distinct()], cancellation);
        var parties = services.GetService<IPartyLookup>() is { } lookup
            ? await lookup.GetAsync([.. rows.Select(r => r.PartyId).OfType<Guid>().Distinct()], cancellation) : new Dictionary<Guid, PartySummary>();
        var units = services.GetService<IUnitLookup>() is { } homes
            ? await homes.GetAsync([.. rows.Select(r => r.UnitId).OfType<Guid>().Distinct()], cancellation) : new Dictionary<Guid, UnitSummary>();
        string Name(Guid? user) => user is { } id ? people.GetValueOrDefault(id)?.Name ?? texts.Say("本人") : texts.Say("系统");
        return [.. rows.Select(r => new PhoneChangeView(r.Id,
            r.UserId is { } member ? Name(member) : r.PartyId is { } party ? parties.GetValueOrDefault(party)?.Name ?? "" : "",
            r.UserId is not null, r.UnitId is { } unit ? units.GetValueOrDefault(unit) : null, Display.Phone(r.OldPhone), Display.Phone(r.NewPhone),
            Name(r.AskedBy), r.AskedAt, r.State, r.DecidedAt is null ? null : Name(r.DecidedBy), r.DecidedAt, r.Reason,
            r.IsWaiting && r.AskedBy != me.Id && (reach.Decides(r) || IsOwn(r)), r.AskedBy == me.Id))];
    }

    private bool IsOwn(PhoneChange change) => change.UserId == me.Id || (change.PartyId is { } party && party == me.Access?.PartyId);
}

/// <param name="OldPhone">Whole; empty where there was none.</param>
/// <param name="NewPhone">Whole; empty where it is to be removed.</param>
internal sealed record WholePhones(string OldPhone, string NewPhone);

/// <summary>Both numbers whole, for who decides: to ring the old one up and ask. That they were looked at is in the audit.</summary>
internal sealed class RevealPhoneChange(IdentityDbContext db, PhoneChangeReach reach) : IUseCase
{
    public async Task<WholePhones> HandleAsync(Guid id, CancellationToken cancellation)
    {
        var (change, _) = await reach.FindAsync(id, cancellation);
        if (!reach.Decides(change)) throw Kernel.Errors.DomainException.Forbidden();
        db.Audit("identity.phone-change-revealed", change.Id);
        await db.SaveChangesAsync(cancellation);
        return new(change.OldPhone, change.NewPhone ?? "");
    }
}
