using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Butler.HandOvers;

/// <summary>接收 or 退回, by whoever receives the month.</summary>
internal sealed class DecideHandOver(ButlerDbContext db, HandOverInbox inbox, Actors actors, TimeProvider clock) : IUseCase
{
    public Task AcceptAsync(Guid id, CancellationToken cancellation) => DecideAsync(id, h => h.Accept(actors.Current(), clock.Now()), cancellation);

    public Task ReturnAsync(Guid id, string reason, CancellationToken cancellation) => DecideAsync(id, h => h.Return(reason, actors.Current(), clock.Now()), cancellation);

    private Task<int> DecideAsync(Guid id, Action<HandOver> decide, CancellationToken cancellation) => db.RetryAsync(async () =>
    {
        decide(await inbox.Received().FirstOrDefaultAsync(h => h.Id == id, cancellation) ?? throw DomainException.NotFound());
        return await db.SaveChangesAsync(cancellation);
    });
}
