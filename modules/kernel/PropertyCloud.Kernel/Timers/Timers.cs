namespace PropertyCloud.Kernel.Timers;

/// <summary>One row per (owner, subject): at <c>NextAt</c> the owner's handler is called with the step, and says what comes
/// next. For instants that fall due by the thousand.</summary>
public interface ITimers
{
    /// <summary>Sets or moves the timer, within the change that is being saved through <paramref name="context"/>.</summary>
    /// <param name="owner">The handler's <see cref="TimerHandlerAttribute.Owner"/>.</param>
    Task SetAsync(Data.ModuleDbContext context, string owner, Guid subject, int step, DateTime nextAt, CancellationToken cancellation = default);

    Task ClearAsync(Data.ModuleDbContext context, string owner, Guid subject, CancellationToken cancellation = default);
}

[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TimerHandlerAttribute(string owner) : Attribute
{
    public string Owner { get; } = owner;
}

/// <summary>Handles a due timer in its tenant. May be called again for the same step after a crash: what must happen once
/// needs a unique key.</summary>
public interface ITimerHandler
{
    /// <returns>The next step and its instant, or null when the timer is done.</returns>
    Task<TimerStep?> FireAsync(Guid subject, int step, DateTime dueAt, CancellationToken cancellation);
}

public sealed record TimerStep(int Step, DateTime At);
