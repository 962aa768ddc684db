using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Kernel.Events;

internal enum OutboxState { Open = 0, Handled = 2, Parked = 3 }

/// <summary>An event on its way to its subscribers, written with the change it tells of.</summary>
internal sealed class OutboxMessage
{
    public Guid Id { get; private init; }
    public int TenantId { get; private init; }

    /// <summary>Order within this process, near to order in time between processes.</summary>
    public long Sequence { get; private init; }
    public string Name { get; private init; } = "";
    public Guid Subject { get; private init; }
    public string Payload { get; private init; } = "";
    public DateTime OccurredAt { get; private init; }
    public Guid? ActorId { get; private init; }
    public string? CorrelationId { get; private init; }
    public OutboxState State { get; private init; }
    public int Attempts { get; private init; }

    /// <summary>Not taken before; in the future while a host holds it or after a failure.</summary>
    public DateTime NextAt { get; private init; }
    public DateTime? HandledAt { get; private init; }
    public string? Error { get; private init; }

    internal static OutboxMessage Of(DbSession session, int tenantId, IEvent happened)
    {
        var now = session.Clock.Now();
        return new()
        {
            Id = Ids.At(now),
            TenantId = tenantId,
            Sequence = OutboxSequence.Next(now),
            Name = session.Events.NameOf(happened.GetType()),
            Subject = happened.Subject,
            Payload = JsonSerializer.Serialize(happened, happened.GetType(), Json.Options),
            OccurredAt = now,
            ActorId = session.User.Id,
            CorrelationId = session.Origin.CorrelationId,
            NextAt = now,
        };
    }
}

/// <summary>Microseconds since 1970, never the same twice in a process: the order of events without a round trip.</summary>
internal static class OutboxSequence
{
    private static long _last;

    public static long Next(DateTime now)
    {
        var wanted = (now.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(wanted, last + 1);
            if (Interlocked.CompareExchange(ref _last, next, last) == last) return next;
        }
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("kernel_outbox");
        builder.HasKey(x => x.Id);
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Name).IsCode(120);
        builder.Property(x => x.CorrelationId).HasMaxLength(64);
        builder.Property(x => x.Error).HasMaxLength(2000);
        builder.HasIndex(x => new { x.State, x.TenantId, x.Sequence });
        builder.HasIndex(x => new { x.TenantId, x.Subject, x.State, x.Sequence });
        builder.HasIndex(x => new { x.State, x.HandledAt });
    }
}

/// <summary>That a subscriber has handled an event: unique, and saved with what it changed.</summary>
internal sealed class InboxMark(Guid eventId, string subscriber, int tenantId, DateTime at)
{
    public Guid EventId { get; private init; } = eventId;
    public string Subscriber { get; private init; } = subscriber;
    public int TenantId { get; private init; } = tenantId;
    public DateTime At { get; private init; } = at;
}

internal sealed class InboxMarkConfiguration : IEntityTypeConfiguration<InboxMark>
{
    public void Configure(EntityTypeBuilder<InboxMark> builder)
    {
        builder.ToTable("kernel_inbox");
        builder.HasKey(x => new { x.EventId, x.Subscriber });
        builder.Property(x => x.EventId).ValueGeneratedNever();
        builder.Property(x => x.Subscriber).IsCode(160);
        builder.HasIndex(x => x.At);
    }
}

/// <summary>Wakes this process's dispatcher after a commit.</summary>
internal sealed class OutboxSignal
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    public void Nudge()
    {
        try
        {
            if (_signal.CurrentCount == 0) _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else nudged between the look and the release: it is awake already.
        }
    }

    public Task<bool> WaitAsync(TimeSpan longest, CancellationToken cancellation) => _signal.WaitAsync(longest, cancellation);
}
