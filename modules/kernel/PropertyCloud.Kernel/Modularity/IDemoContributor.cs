using System.Text.Json;
using PropertyCloud.Kernel.Events;

namespace PropertyCloud.Kernel.Modularity;

/// <summary>Adds to a demonstration company through the module's own use cases. Called once a company, in a scope of its
/// tenant, by <see cref="Order"/>; what is to happen later in the ninety days is scheduled with <see cref="DemoCompany.At"/>.</summary>
public interface IDemoContributor
{
    /// <summary>Identity 10, registry 20, service-levels 25, butler 30, work-orders 40.</summary>
    int Order { get; }
    Task SeedAsync(DemoCompany company, CancellationToken cancellation);
}

/// <summary>A demonstration company that is being lived through under a moved clock. After each scheduled act the events are
/// handled and timers that fell due are fired, before time goes on.</summary>
/// <param name="template">Name of the template, as <c>standard</c>.</param>
/// <param name="settings">The demonstration part of the template (<c>demo</c>).</param>
/// <param name="random">Seeded, so that every load gives the same company.</param>
/// <param name="clock">Starts ninety days before <paramref name="end"/>.</param>
/// <param name="end">The instant at which the demonstration is loaded; nothing is scheduled after it.</param>
public sealed class DemoCompany(string template, JsonElement settings, Random random, MovableClock clock, DateTimeOffset end)
{
    private readonly PriorityQueue<(DateTimeOffset When, Func<IServiceProvider, CancellationToken, Task> Act), (DateTimeOffset, long)> _acts = new();
    private readonly List<Action<IEvent>> _listeners = [];
    private readonly Dictionary<Guid, string> _stages = [];
    private long _sequence;

    public string Template { get; } = template;
    public JsonElement Settings { get; } = settings;
    public Random Random { get; } = random;
    public MovableClock Clock { get; } = clock;
    public DateTimeOffset End { get; } = end;

    /// <summary>Schedules an act in a scope of its own; an act after <see cref="End"/> is left out, one in the past happens now.
    /// The act says who does it: <c>CurrentUser.Become(...)</c> from the given services.</summary>
    public void At(DateTimeOffset when, Func<IServiceProvider, CancellationToken, Task> act)
    {
        if (when <= End) _acts.Enqueue((when, act), (when, _sequence++));
    }

    /// <summary>Agrees between contributors how far people take a subject, so that the present shows one of each.</summary>
    /// <param name="stage">A word of the contributors' own, as the status at which they stop.</param>
    public void StopAt(Guid subject, string stage) => _stages[subject] = stage;

    /// <summary>Null where people go on as usual.</summary>
    public string? StageOf(Guid subject) => _stages.GetValueOrDefault(subject);

    /// <summary>Hears each event after it was handled, to schedule what people do next.</summary>
    public void OnEvent<T>(Action<T> heard) where T : IEvent => _listeners.Add(e =>
    {
        if (e is T mine) heard(mine);
    });

    public void Hear(IEvent happened)
    {
        foreach (var listener in _listeners) listener(happened);
    }

    /// <summary>The next act, or null when the ninety days are over.</summary>
    public (DateTimeOffset When, Func<IServiceProvider, CancellationToken, Task> Act)? Next() =>
        _acts.TryDequeue(out var next, out _) ? next : null;
}

/// <summary>A clock that the demonstration moves through ninety days; never part of a serving host.</summary>
public sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;
    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves forward; an earlier instant leaves the clock where it is.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        if (instant > _now) _now = instant;
    }
}
