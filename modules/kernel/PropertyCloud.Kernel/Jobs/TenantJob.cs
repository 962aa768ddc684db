namespace PropertyCloud.Kernel.Jobs;

/// <summary>When a job falls due in each company: a cron expression of Quartz, read in the company's time zone.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ScheduleAttribute(string cron) : Attribute
{
    public string Cron { get; } = cron;
}

/// <summary>Work that each company has at its own times. One trigger serves all: it claims the companies that are due and runs
/// each in its own scope, so that one company's failure stops no other. May run again after a crash.</summary>
public abstract class TenantJob
{
    /// <summary>Stable name, <c>module.work</c>.</summary>
    public abstract string Name { get; }
    public abstract Task RunAsync(CancellationToken cancellation);
}
