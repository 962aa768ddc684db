using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Kernel.Timers;

internal enum TimerState { Armed = 1, Failed = 2 }

/// <summary>When an owner's handler is called next for a subject.</summary>
internal sealed class TimerRow
{
    public Guid Id { get; init; }
    public int TenantId { get; init; }
    public string Owner { get; init; } = "";
    public Guid Subject { get; init; }
    public int Step { get; set; }

    /// <summary>The instant that was asked for.</summary>
    public DateTime DueAt { get; set; }

    /// <summary>Not taken before; ahead of <see cref="DueAt"/> while a host holds it or after a failure.</summary>
    public DateTime NextAt { get; set; }
    public TimerState State { get; set; }
    public int Attempts { get; set; }

    /// <summary>Changes with every setting, so that a handler's answer does not undo a later one.</summary>
    public Guid Token { get; set; }
}

internal sealed class TimerRowConfiguration : IEntityTypeConfiguration<TimerRow>
{
    public void Configure(EntityTypeBuilder<TimerRow> builder)
    {
        builder.ToTable("kernel_timer");
        builder.HasKey(x => x.Id);
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Owner).IsCode(80);
        builder.HasIndex(x => new { x.TenantId, x.Owner, x.Subject }).IsUnique();
        builder.HasIndex(x => new { x.State, x.NextAt });
    }
}

internal sealed class TimerStore(TimeProvider clock) : ITimers
{
    public async Task SetAsync(ModuleDbContext context, string owner, Guid subject, int step, DateTime nextAt, CancellationToken cancellation = default)
    {
        var row = await FindAsync(context, owner, subject, cancellation);
        if (row is null)
            context.Add(row = new TimerRow { Id = Ids.New(clock), TenantId = context.CurrentTenantId, Owner = owner, Subject = subject });
        row.Step = step;
        row.DueAt = row.NextAt = Clock.Cut(nextAt);
        row.State = TimerState.Armed;
        row.Attempts = 0;
        row.Token = Ids.New(clock);
    }

    public async Task ClearAsync(ModuleDbContext context, string owner, Guid subject, CancellationToken cancellation = default)
    {
        if (await FindAsync(context, owner, subject, cancellation) is { } row) context.Remove(row);
    }

    private static async Task<TimerRow?> FindAsync(ModuleDbContext context, string owner, Guid subject, CancellationToken cancellation)
    {
        var tenantId = context.CurrentTenantId;
        return context.Set<TimerRow>().Local.FirstOrDefault(t => t.TenantId == tenantId && t.Owner == owner && t.Subject == subject && context.Entry(t).State != EntityState.Deleted)
            ?? await context.Set<TimerRow>().FirstOrDefaultAsync(t => t.TenantId == tenantId && t.Owner == owner && t.Subject == subject, cancellation);
    }
}
