using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Modularity;
using Quartz;

namespace PropertyCloud.Kernel.Jobs;

internal static class JobServices
{
    public static void AddKernelJobs(this IServiceCollection services)
    {
        services.AddSingleton<CompanyJobs>();
        services.AddSingleton<IJobRunner>(s => s.GetRequiredService<CompanyJobs>());
    }

    /// <summary>One trigger for each kind of job, whatever the number of companies. After all modules were registered.</summary>
    public static void AddKernelTriggers(this IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.GetValue("App:Background", true)) return;
        var database = new DatabaseKind(configuration);
        var jobs = services.Where(s => s.ServiceType == typeof(JobRegistration)).Select(s => (JobRegistration)s.ImplementationInstance!).ToList();
        services.AddQuartz(quartz =>
        {
            if (database.IsMySql) UseDatabase(quartz, database.ConnectionString);
            foreach (var job in jobs) Schedule(quartz, job);
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static void UseDatabase(IQuartzBuilder quartz, string connectionString) => quartz.UsePersistentStore(store =>
    {
        store.UseMySqlConnector(connectionString);
        store.UseClustering();
        store.ProvisionSchema();
    });

    private static void Schedule(IQuartzBuilder quartz, JobRegistration job)
    {
        var key = new JobKey(job.Type.FullName!, "companies");
        quartz.AddJob<CompanyJobTrigger>(j => j.WithIdentity(key).UsingJobData(CompanyJobTrigger.TypeKey, job.Type.FullName!));
        quartz.AddTrigger(t => t.ForJob(key).WithIdentity(job.Type.FullName!, "companies")
            .WithSimpleSchedule(s => s.WithInterval(CompanyJobTrigger.Interval).RepeatForever()));
    }
}

/// <summary>Looks twice a minute which companies a job is due for.</summary>
[DisallowConcurrentExecution]
internal sealed class CompanyJobTrigger(CompanyJobs jobs) : IJob
{
    public const string TypeKey = "type";
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var type = context.MergedJobDataMap.GetString(TypeKey);
        if (jobs.Registrations.FirstOrDefault(r => r.Type.FullName == type) is { } registration)
            await jobs.RunDueAsync(registration, cancellationToken);
    }
}
