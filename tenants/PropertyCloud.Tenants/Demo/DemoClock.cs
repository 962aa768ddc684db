using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Modularity;

namespace PropertyCloud.Tenants.Demo;

/// <summary>The clock of a host that loads the demonstration: each company lives through its ninety days on a clock of its own.
/// Never part of a serving host.</summary>
internal sealed class DemoClock : TimeProvider
{
    /// <summary>Configuration that puts this clock in the place of the system's.</summary>
    public const string Switch = "App:Demo";

    /// <summary>Companies may live side by side, each with its own time.</summary>
    private readonly AsyncLocal<MovableClock?> _moved = new();

    public override DateTimeOffset GetUtcNow() => _moved.Value?.GetUtcNow() ?? System.GetUtcNow();

    /// <summary>The company's clock from now on, for what the caller does and awaits; null goes back to the system's.</summary>
    public void Follow(MovableClock? clock) => _moved.Value = clock;

    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<DemoClock>();
        services.AddSingleton<TimeProvider>(s => s.GetRequiredService<DemoClock>());
    }
}
