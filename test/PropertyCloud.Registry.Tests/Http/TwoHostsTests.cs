using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Testing;

namespace PropertyCloud.Registry.Tests.Http;

/// <summary>Two hosts on one database: what is set on one counts on the other within two seconds (as ruling 32).</summary>
public sealed class TwoHostsTests
{
    private const string Company = "standard";

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.MariaDb)]
    public async Task Setting_ChangedOnOneHost_CountsOnTheOther(Engine engine)
    {
        await using var first = await TestApp.StartAsync(engine);
        var configuration = first.Services.GetRequiredService<IConfiguration>();
        await using var second = await TestApp.StartAsync(engine, settings: new Dictionary<string, string?>
        {
            ["ConnectionStrings:Main"] = configuration["ConnectionStrings:Main"], ["App:Data"] = configuration["App:Data"],
        });
        var resident = second.Anonymous(Company);
        await resident.SignInAsync("resident1", TestApp.Password);
        (await resident.GetAsync("/home/card")).Ok().Text.ShouldNotContain("400-900-9000");

        var page = (await (await first.SignInAsync(Company, "admin")).GetAsync("/registry")).Ok();
        (await page.SubmitAsync("form[action*='Hotline']", new() { ["hotline"] = "400-900-9000" })).Ok();
        second.Clock.Advance(TimeSpan.FromSeconds(2));
        (await resident.GetAsync("/home/card")).Ok().Text.ShouldContain("400-900-9000");

        (await page.SubmitAsync("form[action*='Hotline']", new() { ["hotline"] = "400-900-9001" })).Ok();
        second.Clock.Advance(TimeSpan.FromSeconds(2));
        (await resident.GetAsync("/home/card")).Ok().Text.ShouldContain("400-900-9001");
    }
}
