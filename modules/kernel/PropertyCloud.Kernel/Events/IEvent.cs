namespace PropertyCloud.Kernel.Events;

/// <summary>Something that happened, told to other modules after the change it belongs to is committed. Carries ids and
/// facts, never personal data. Its name and version are its contract, not its CLR type.</summary>
public interface IEvent
{
    /// <summary>What it happened to: events of one subject are handled in order, and can be asked for.</summary>
    Guid Subject { get; }
}

/// <summary>Stable name with version, as in <c>butler.request-reported.v1</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>What came with an event.</summary>
/// <param name="Id">Unique; an event is handled once by each subscriber.</param>
/// <param name="OccurredAt">When the change was made, UTC.</param>
/// <param name="ActorId">The user who made it, or null for the system.</param>
public sealed record EventEnvelope(Guid Id, DateTime OccurredAt, Guid? ActorId, string? CorrelationId);

/// <summary>Hears an event in the tenant it happened in. Its changes and the mark that it was handled are one
/// transaction when it saves through a module context; it is called again after a failure, so it must bear repeats
/// of everything it does outside that context. One that saves no change leaves no mark: it is called again when the host stops
/// before the event is done.</summary>
public interface ISubscriber<in TEvent> where TEvent : IEvent
{
    Task HandleAsync(TEvent happened, EventEnvelope envelope, CancellationToken cancellation);
}
