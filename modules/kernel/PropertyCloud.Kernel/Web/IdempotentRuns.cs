using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Kernel.Web;

/// <summary>The key's row goes out in the change's own save, so a repeat either finds it or loses the race for it.</summary>
internal sealed class IdempotentRuns(IIdempotencyKeySource source, ICurrentUser user, TimeProvider clock) : IIdempotency
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public async Task<Guid> RunAsync(ModuleDbContext context, string operation, object body, Func<Action<Guid>, Task<Guid>> work, CancellationToken cancellation)
    {
        if (source.Key is not { } key) return await work(_ => { });
        var call = new Call(context.CurrentTenantId, user.Id ?? Guid.Empty, operation, key, BodyHash.Of(body));
        if (await FindAsync(context, call, cancellation) is { } done) return done;
        try
        {
            return await work(id => Remember(context, call, id));
        }
        catch (DbUpdateException taken) when (DbErrors.IsDuplicateKey(taken))
        {
            // The same request ran at the same time and was first: its result is this one's too.
            context.ChangeTracker.Clear();
            if (await FindAsync(context, call, cancellation) is { } first) return first;
            throw;
        }
    }

    private async Task<Guid?> FindAsync(ModuleDbContext context, Call call, CancellationToken cancellation)
    {
        var now = clock.Now();
        var row = await Rows(context, call).AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (row is null) return null;
        if (row.ExpiresAt <= now)
        {
            // Expired, and not cleaned away yet: the key is free again.
            await Rows(context, call).Where(k => k.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
            return null;
        }

        return row.Hash == call.Hash
            ? row.ResultId
            : throw new DomainException("kernel.idempotency-reused", "这次提交和上次用了同一个标识，内容却不一样。刷新页面后再提交") { Status = 422 };
    }

    private void Remember(ModuleDbContext context, Call call, Guid id) => context.Add(new IdempotencyKey
    {
        TenantId = call.TenantId,
        UserId = call.UserId,
        Operation = call.Operation,
        Key = call.Key,
        Hash = call.Hash,
        ResultId = id,
        ExpiresAt = clock.Now() + Kept,
    });

    private static IQueryable<IdempotencyKey> Rows(ModuleDbContext context, Call call) => context.Set<IdempotencyKey>()
        .Where(k => k.TenantId == call.TenantId && k.UserId == call.UserId && k.Operation == call.Operation && k.Key == call.Key);

    private sealed record Call(int TenantId, Guid UserId, string Operation, string Key, string Hash);
}
