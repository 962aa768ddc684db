namespace PropertyCloud.Kernel.Jobs;

/// <summary>A job that a module brought along.</summary>
internal sealed record JobRegistration(Type Type)
{
    /// <summary>As declared on the class; every job says when it falls due.</summary>
    public string Cron { get; } = ((ScheduleAttribute?)Attribute.GetCustomAttribute(Type, typeof(ScheduleAttribute)))?.Cron
        ?? throw new InvalidOperationException($"{Type.FullName} has no [Schedule].");
}
