using PropertyCloud.Kernel.Events;

namespace PropertyCloud.Kernel.Domain;

/// <summary>Rows of a company: keyed by (TenantId, Id), filtered, stamped and checked by the kernel.</summary>
public interface IMultiTenant
{
    int TenantId { get; }
}

/// <summary>Removed by a mark, so that the removal can be undone; queries do not see marked rows.</summary>
public interface ISoftDelete
{
    DateTime? DeletedAt { get; }
}

/// <summary>A company's row. The tenant is set by the kernel when the entity is tracked, never by its author.</summary>
public abstract class Entity : IMultiTenant
{
    public Guid Id { get; protected init; }
    public int TenantId { get; private set; }
}

/// <summary>The only door to the entities behind it: rules live here, setters are private, and what happened is raised
/// as events that leave in the same transaction.</summary>
public abstract class AggregateRoot : Entity
{
    private readonly List<IEvent> _events = [];

    /// <summary>Grows by one with every saved change; two writers of the same version cannot both win.</summary>
    public long Version { get; internal set; }
    public DateTime CreatedAt { get; internal set; }
    public Guid? CreatedBy { get; internal set; }
    public DateTime? ChangedAt { get; internal set; }
    public Guid? ChangedBy { get; internal set; }

    protected void Raise(IEvent happened) => _events.Add(happened);

    /// <summary>What happened since the last save, oldest first. For tests and the kernel.</summary>
    public IReadOnlyList<IEvent> Events => _events;

    internal void ClearEvents() => _events.Clear();
}

/// <summary>Masked in audit entries and exports, never in events.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;
