using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Timers;

namespace PropertyCloud.Tenants.Demo;

/// <summary>One company's ninety days: people act, events are handled and timers fire, all at the instants at which they would have.</summary>
internal sealed class DemoRun(DemoCompany company, TenantInfo info, IServiceScopeFactory scopes, ICurrentTenant tenant, ILogger log)
{
    public int Acts { get; private set; }

    /// <summary>Acts that a rule refused, by code: people look before they act, so any is a fault of the demonstration.</summary>
    public IReadOnlyDictionary<string, int> Refused => _refused;
    private readonly Dictionary<string, int> _refused = new(StringComparer.Ordinal);
    public int Events { get; private set; }
    public int Fired { get; private set; }
    public TenantInfo Company => info;

    public async Task LiveAsync(CancellationToken cancellation)
    {
        await using var services = scopes.CreateAsyncScope();
        var tap = services.ServiceProvider.GetRequiredService<EventTap>();
        var drain = services.ServiceProvider.GetRequiredService<IOutboxDrain>();
        var sweep = services.ServiceProvider.GetRequiredService<ITimerSweep>();
        tap.Handled += Hear;
        try
        {
            await SeedAsync(cancellation);
            Events += await drain.DrainAsync(info.Id, cancellation);
            while (company.Next() is { } next)
            {
                if (await FireAsync(sweep, drain, next.When, cancellation))
                {
                    // What fired may have moved somebody to act earlier: look at the order again.
                    company.At(next.When, next.Act);
                    continue;
                }

                company.Clock.MoveTo(next.When);
                await ActAsync(next.Act, cancellation);
                Events += await drain.DrainAsync(info.Id, cancellation);
            }

            await FireAsync(sweep, drain, company.End, cancellation);
            company.Clock.MoveTo(company.End);
        }
        finally
        {
            tap.Handled -= Hear;
        }
    }

    private void Hear(int tenantId, IEvent happened)
    {
        if (tenantId != info.Id) return;
        // On MySQL four events are handled at once, and what people do next goes into one queue.
        lock (company) company.Hear(happened);
    }

    private async Task SeedAsync(CancellationToken cancellation)
    {
        using var inside = tenant.Change(info);
        await using var list = scopes.CreateAsyncScope();
        foreach (var type in list.ServiceProvider.GetServices<IDemoContributor>().OrderBy(c => c.Order).Select(c => c.GetType()).ToList())
        {
            await using var scope = scopes.CreateAsyncScope();
            await PrepareAsync(scope.ServiceProvider);
            var contributor = scope.ServiceProvider.GetServices<IDemoContributor>().First(c => c.GetType() == type);
            await contributor.SeedAsync(company, cancellation);
        }
    }

    private async Task ActAsync(Func<IServiceProvider, CancellationToken, Task> act, CancellationToken cancellation)
    {
        using var inside = tenant.Change(info);
        await using var scope = scopes.CreateAsyncScope();
        await PrepareAsync(scope.ServiceProvider);
        Acts++;
        try
        {
            await act(scope.ServiceProvider, cancellation);
        }
        catch (DomainException refused)
        {
            _refused[refused.Code] = _refused.GetValueOrDefault(refused.Code) + 1;
            log.LogDebug(refused, "An act of the demonstration of {Company} was refused", info.Name);
        }
    }

    private static async Task PrepareAsync(IServiceProvider services)
    {
        if (services.GetService<IWordingSource>() is { } wording) services.GetRequiredService<CurrentWording>().Value = await wording.GetAsync();
    }

    /// <summary>Fires what falls due up to the instant, each at its own time.</summary>
    /// <returns>True when anything fired.</returns>
    private async Task<bool> FireAsync(ITimerSweep sweep, IOutboxDrain drain, DateTimeOffset until, CancellationToken cancellation)
    {
        var any = false;
        while (await sweep.NextDueAsync(info.Id, cancellation) is { } due && due <= until.UtcDateTime)
        {
            company.Clock.MoveTo(new DateTimeOffset(due, TimeSpan.Zero));
            var fired = await sweep.SweepAsync(info.Id, cancellation);
            if (fired == 0) return any;
            Fired += fired;
            any = true;
            Events += await drain.DrainAsync(info.Id, cancellation);
        }

        return any;
    }
}
