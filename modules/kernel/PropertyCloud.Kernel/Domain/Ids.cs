namespace PropertyCloud.Kernel.Domain;

/// <summary>UUIDs of version 7: ordered by time to the millisecond, not within it.</summary>
public static class Ids
{
    public static Guid New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());

    /// <param name="utc">An instant in UTC.</param>
    public static Guid At(DateTime utc) => Guid.CreateVersion7(new DateTimeOffset(utc, TimeSpan.Zero));
}

public static class Clock
{
    /// <summary>The present instant in UTC, cut to microseconds, as both databases keep it.</summary>
    public static DateTime Now(this TimeProvider clock) => Cut(clock.GetUtcNow().UtcDateTime);

    public static DateTime Cut(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
