using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PropertyCloud.Tenants.Store;

/// <summary>Brings changes that other hosts made to this one's catalogue within about a second (ruling 32).</summary>
internal sealed class TenantStorePoller(TenantStore store, ILogger<TenantStorePoller> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            try
            {
                await store.LookAgainAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                // The database is away: what is remembered still serves, and the next look comes in a second.
                log.LogWarning(failed, "The catalogue of companies could not be looked at");
            }
        }
    }
}
