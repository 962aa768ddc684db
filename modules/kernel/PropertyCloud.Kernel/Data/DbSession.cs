using PropertyCloud.Kernel.Live;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Data;

/// <summary>Where a call comes from, for audit entries and events. Scoped; set by the middleware and by the dispatcher.</summary>
public sealed class CallOrigin
{
    /// <summary>Network address of the caller, or null in the background.</summary>
    public string? Address { get; set; }
    public string? CorrelationId { get; set; }
}

/// <summary>What all contexts of a scope share. Scoped.</summary>
internal sealed class DbSession(ICurrentTenant tenant, ICurrentUser user, TimeProvider clock, CallOrigin origin, Events.OutboxSignal signal, Events.EventRegistry events, ILookAgain? lookAgain = null)
{
    public ICurrentTenant Tenant { get; } = tenant;
    public ICurrentUser User { get; } = user;
    public TimeProvider Clock { get; } = clock;
    public CallOrigin Origin { get; } = origin;
    public Events.OutboxSignal Signal { get; } = signal;
    public Events.EventRegistry Events { get; } = events;
    public ILookAgain? LookAgain { get; } = lookAgain;

    /// <summary>The event that this scope handles: its mark goes out with the first change that is saved.</summary>
    public (Guid EventId, string Subscriber)? Handling { get; set; }
    public bool HandlingIsMarked { get; set; }
}
