namespace PropertyCloud.Kernel.Modularity;

/// <summary>Adds to a demonstration company through the module's own use cases. Called once a company, in its tenant scope,
/// in order.</summary>
public interface IDemoContributor
{
    int Order { get; }
    Task SeedAsync(DemoCompany company, CancellationToken cancellation);
}

/// <param name="Template">Name of the template, as <c>standard</c>.</param>
/// <param name="Settings">The demonstration part of the template.</param>
/// <param name="Random">Seeded, so that every load gives the same company.</param>
public sealed record DemoCompany(string Template, System.Text.Json.JsonElement Settings, Random Random, MovableClock Clock, Func<CancellationToken, Task> Drain);

/// <summary>A clock that the demonstration moves through ninety days; never part of a serving host.</summary>
public sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;
    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves forward; an earlier instant is refused.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        if (instant < _now) throw new ArgumentOutOfRangeException(nameof(instant), "Time does not go back.");
        _now = instant;
    }
}
