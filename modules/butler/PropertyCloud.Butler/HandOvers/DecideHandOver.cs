using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.HandOvers;

/// <summary>接收 or 退回, by whoever holds the receiver's role.</summary>
internal sealed class DecideHandOver(ButlerDbContext db, Actors actors, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public Task AcceptAsync(Guid id, CancellationToken cancellation) => DecideAsync(id, h => h.Accept(actors.Current(), clock.Now()), cancellation);

    public Task ReturnAsync(Guid id, string reason, CancellationToken cancellation) => DecideAsync(id, h => h.Return(reason, actors.Current(), clock.Now()), cancellation);

    private Task<int> DecideAsync(Guid id, Action<HandOver> decide, CancellationToken cancellation) => db.RetryAsync(async () =>
    {
        var handOver = await db.GetAsync<HandOver>(id, cancellation);
        if (!MayReceive(handOver)) throw DomainException.Forbidden();
        decide(handOver);
        return await db.SaveChangesAsync(cancellation);
    });

    /// <summary>The role that the plan named; the centre's director stands above it.</summary>
    private bool MayReceive(HandOver handOver) => user.Has(ButlerPermissions.HandOverReceive)
        && user.Access!.Roles.Any(r => r == handOver.ReceiverRole || r == SeededRoles.CentreDirector);
}
