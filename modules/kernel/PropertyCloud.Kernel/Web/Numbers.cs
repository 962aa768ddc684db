using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Web;

/// <summary>Reserves numbers in blocks, in statements of their own that no caller's transaction holds; what a process did not
/// use when it ended is a gap.</summary>
internal sealed class Numbers(IServiceScopeFactory scopes, ICurrentTenant tenant) : INumbers
{
    private const int BlockSize = 20;
    private const int Attempts = 50;
    private readonly ConcurrentDictionary<(int Tenant, string Prefix), Counter> _counters = new();

    public async Task<string> NextAsync(string prefix, DateOnly day, CancellationToken cancellation = default)
    {
        if (tenant.Id <= 0) throw new InvalidOperationException("No tenant was entered: refused, never a default.");
        var counter = _counters.GetOrAdd((tenant.Id, prefix), _ => new Counter());
        await counter.Gate.WaitAsync(cancellation);
        try
        {
            if (counter.Day != day || counter.Next >= counter.End)
            {
                counter.Next = await ReserveAsync(tenant.Id, prefix, day, cancellation);
                counter.End = counter.Next + BlockSize;
                counter.Day = day;
            }

            return Format(prefix, day, counter.Next++);
        }
        finally
        {
            counter.Gate.Release();
        }
    }

    /// <summary>Four digits at least; the ten thousandth of a day has five.</summary>
    internal static string Format(string prefix, DateOnly day, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{day:yyMMdd}{number:D4}");

    private async Task<int> ReserveAsync(int tenantId, string prefix, DateOnly day, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
            if (await TryReserveAsync(db, tenantId, prefix, day, cancellation) is { } first) return first;
        }

        throw new InvalidOperationException($"No block of numbers could be reserved for {prefix}.");
    }

    private static async Task<int?> TryReserveAsync(KernelDbContext db, int tenantId, string prefix, DateOnly day, CancellationToken cancellation)
    {
        var row = db.Set<NumberBlock>().Where(b => b.TenantId == tenantId && b.Prefix == prefix && b.Day == day);
        var next = await row.AsNoTracking().Select(b => (int?)b.Next).FirstOrDefaultAsync(cancellation);
        if (next is { } first)
            return await row.Where(b => b.Next == first).ExecuteUpdateAsync(s => s.SetProperty(b => b.Next, first + BlockSize), cancellation) == 1 ? first : null;
        try
        {
            db.Add(new NumberBlock { TenantId = tenantId, Prefix = prefix, Day = day, Next = 1 + BlockSize });
            await db.SaveChangesAsync(cancellation);
            return 1;
        }
        catch (DbUpdateException taken) when (DbErrors.IsDuplicateKey(taken))
        {
            return null;
        }
    }

    private sealed class Counter
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);
        public DateOnly Day { get; set; }
        public int Next { get; set; }
        public int End { get; set; }
    }
}
