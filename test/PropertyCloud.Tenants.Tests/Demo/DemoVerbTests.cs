using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Tenants.Demo;
using PropertyCloud.Tenants.Tests.Addresses;

namespace PropertyCloud.Tenants.Tests.Demo;

public sealed class DemoVerbTests
{
    [Fact]
    public async Task Run_InProduction_IsRefused()
    {
        await using var services = new ServiceCollection().AddSingleton<IHostEnvironment>(new AddressPolicyTests.Environment("Production")).AddSingleton<DemoClock>().BuildServiceProvider();
        (await new DemoVerb().RunAsync([], services, default)).ShouldBe(1);
    }

    [Fact]
    public async Task Run_InAServingHost_IsRefused()
    {
        await using var services = new ServiceCollection().AddSingleton<IHostEnvironment>(new AddressPolicyTests.Environment("Development")).BuildServiceProvider();
        (await new DemoVerb().RunAsync([], services, default)).ShouldBe(1);
    }

    [Fact]
    public void Clock_FollowsTheCompany_AndGoesBack()
    {
        var clock = new DemoClock();
        var start = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
        clock.Follow(new MovableClock(start));
        clock.GetUtcNow().ShouldBe(start);
        clock.Follow(null);
        clock.GetUtcNow().ShouldBeGreaterThan(start.AddDays(1));
    }
}
