using PropertyCloud.Butler.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Settings;
using PropertyCloud.Kernel.Web;
using PropertyCloud.LostAndFound.Data;

namespace PropertyCloud.LostAndFound.Items;

internal sealed record FoundInput(string? What, string? Where, Guid? RequestId);

/// <summary>Registers what was found. A repeat under the same key registers nothing more.</summary>
internal sealed class RegisterItem(LostAndFoundDbContext db, IRequestLookup requests, ISettings settings, IIdempotency idempotency, TimeProvider clock) : IUseCase
{
    public Task<Guid> HandleAsync(FoundInput input, CancellationToken cancellation) => idempotency.RunAsync(db, "lost-and-found.register", input, async remember =>
    {
        if (input.RequestId is { } request && !(await requests.GetAsync([request], cancellation)).ContainsKey(request)) throw DomainException.NotFound();
        var item = FoundItem.Register(Ids.New(clock), input.What ?? "", input.Where ?? "", input.RequestId, await settings.GetAsync(LostAndFoundModule.KeepDays, cancellation), clock.Now());
        db.Add(item);
        remember(item.Id);
        await db.SaveChangesAsync(cancellation);
        return item.Id;
    }, cancellation);
}
