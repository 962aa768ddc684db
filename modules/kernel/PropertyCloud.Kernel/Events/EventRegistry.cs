using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace PropertyCloud.Kernel.Events;

/// <summary>Events by their stable names, and who hears them.</summary>
public sealed class EventRegistry
{
    private readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, string> _names = [];
    private readonly Dictionary<Type, List<Subscription>> _subscriptions = [];

    internal sealed record Subscription(string Name, Type Service, Func<object, object, EventEnvelope, CancellationToken, Task> Call);

    internal static EventRegistry From(IEnumerable<Assembly> assemblies)
    {
        var registry = new EventRegistry();
        foreach (var type in assemblies.Distinct().SelectMany(a => a.GetTypes()))
        {
            if (type is { IsAbstract: false, IsInterface: false } && typeof(IEvent).IsAssignableFrom(type)) registry.AddEvent(type);
            foreach (var handled in Handled(type)) registry.AddSubscriber(type, handled);
        }

        return registry;
    }

    internal static IEnumerable<Type> Handled(Type type) => type is { IsAbstract: false, IsInterface: false, IsGenericTypeDefinition: false }
        ? type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ISubscriber<>)).Select(i => i.GetGenericArguments()[0])
        : [];

    internal string NameOf(Type type)
    {
        lock (_names)
        {
            if (!_names.TryGetValue(type, out var name)) AddEvent(type);
            return name ?? _names[type];
        }
    }

    internal Type? TypeOf(string name) => _types.GetValueOrDefault(name);

    internal IReadOnlyList<Subscription> SubscribersOf(Type type) => _subscriptions.TryGetValue(type, out var list) ? list : [];

    private void AddEvent(Type type)
    {
        var name = type.GetCustomAttribute<EventNameAttribute>()?.Name
            ?? throw new InvalidOperationException($"{type.FullName} has no [EventName]: its name and version are its contract.");
        if (_types.TryGetValue(name, out var other) && other != type)
            throw new InvalidOperationException($"Two events are named '{name}': {other.FullName} and {type.FullName}.");
        _types[name] = type;
        _names[type] = name;
    }

    private void AddSubscriber(Type subscriber, Type handled)
    {
        var handle = typeof(ISubscriber<>).MakeGenericType(handled).GetMethod(nameof(ISubscriber<IEvent>.HandleAsync))!;
        var list = _subscriptions.TryGetValue(handled, out var known) ? known : _subscriptions[handled] = [];
        list.Add(new($"{subscriber.FullName}", subscriber, (target, happened, envelope, cancellation) =>
            (Task)handle.Invoke(target, BindingFlags.DoNotWrapExceptions, null, [happened, envelope, cancellation], null)!));
    }
}

/// <summary>Hears every event after its subscribers, in this process: for the demonstration and tests.</summary>
public sealed class EventTap
{
    public event Action<int, IEvent>? Handled;

    internal void Tell(int tenantId, IEvent happened) => Handled?.Invoke(tenantId, happened);
}

/// <summary>Handles all events that wait, now and in this process: for the demonstration and tests.</summary>
public interface IOutboxDrain
{
    /// <summary>Until none is left that could be handled; events raised on the way are handled too. Returns how many.</summary>
    /// <param name="only">One tenant's events alone; null takes every tenant's.</param>
    Task<int> DrainAsync(int? only = null, CancellationToken cancellation = default);
}

/// <summary>Asks for events of the current tenant that are not handled yet.</summary>
public interface IOutboxQuery
{
    /// <summary>True while an event of the subject waits for a subscriber (parked ones do not count).</summary>
    Task<bool> HasPendingAsync(Guid subject, CancellationToken cancellation = default);
}
