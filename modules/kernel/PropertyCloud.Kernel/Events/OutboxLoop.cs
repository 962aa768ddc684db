using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PropertyCloud.Kernel.Events;

/// <summary>Handles events as they are committed here, and looks each second for those of other hosts.</summary>
internal sealed class OutboxLoop(OutboxDispatcher dispatcher, OutboxSignal signal, IConfiguration configuration, ILogger<OutboxLoop> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue("App:Background", true)) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await dispatcher.RunOnceAsync(null, stoppingToken) == 0) await signal.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed)
            {
                // The database is away or a claim lost a deadlock: the next round tries again.
                log.LogWarning(failed, "A round of the outbox failed");
                await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
