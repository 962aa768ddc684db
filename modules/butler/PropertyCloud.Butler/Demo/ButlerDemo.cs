using PropertyCloud.Kernel.Modularity;

namespace PropertyCloud.Butler.Demo;

internal sealed class ButlerDemo : IDemoContributor
{
    public int Order => 30;

    public Task SeedAsync(DemoCompany company, CancellationToken cancellation) => Task.CompletedTask;
}
