using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.Households;

namespace PropertyCloud.Registry.ServiceCards;

/// <summary>Gives a unit a new card, with a reason; the old code leads nowhere from now on.</summary>
internal sealed class RotateCard(RegistryDbContext db, HouseholdQuery households, IIdempotency once, TimeProvider clock) : IUseCase
{
    public static readonly IReadOnlyList<(string Code, string Text)> Reasons = [("lost", "卡丢了"), ("moved", "换了住户"), ("copied", "卡被人拍走"), ("worn", "卡坏了")];

    /// <returns>The new card's id.</returns>
    public Task<Guid> HandleAsync(Guid unitId, string? reason, CancellationToken cancellation = default)
    {
        var why = Reasons.FirstOrDefault(r => r.Code == reason);
        new Check().That(why.Code is not null, "reason", "registry.card-reason-missing", "选一个换卡的原因").ThrowIfAny();
        return once.RunAsync(db, "registry.rotate-card", new { unitId, reason }, async made =>
        {
            var unit = await households.RequireUnitAsync(unitId, cancellation);
            var card = await db.Cards.FirstOrDefaultAsync(c => c.ActiveUnitId == unit.Id, cancellation);
            var next = card?.Rotate(Ids.New(clock), why.Text, clock.Now()) ?? ServiceCard.Issue(Ids.New(clock), unit.Id);
            made(next.Id);
            db.Cards.Add(next);
            db.Audit("registry.card-rotated", unit.Id, why.Text);
            await db.SaveChangesAsync(cancellation);
            return next.Id;
        }, cancellation);
    }
}
