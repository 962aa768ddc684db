using PropertyCloud.Kernel.Tests.Web;
using Quartz;

namespace PropertyCloud.Kernel.Tests.Jobs;

public abstract class TriggerTests(TrialHost host)
{
    [Fact]
    public async Task Start_EachKindOfJob_HasOneTrigger_WhateverTheNumberOfCompanies()
    {
        var scheduler = await host.SchedulerAsync();
        var trigger = await scheduler.GetTrigger(new TriggerKey("PropertyCloud.Kernel.Jobs.Cleaning", "companies"));
        trigger.ShouldNotBeNull();
    }
}

public sealed class TriggersOnSqliteTests(SqliteWorkingHost host) : TriggerTests(host), IClassFixture<SqliteWorkingHost>;

public sealed class TriggersOnMariaDbTests(MariaDbWorkingHost host) : TriggerTests(host), IClassFixture<MariaDbWorkingHost>;
