using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Tenants.Templates;

namespace PropertyCloud.Tenants.Demo;

/// <summary><c>demo [--reset] [TEMPLATE...]</c>: loads the demonstration companies once, prints addresses and sign-ins.</summary>
internal sealed class DemoVerb : IHostVerb
{
    public string Name => "demo";

    public async Task<int> RunAsync(string[] args, IServiceProvider services, CancellationToken cancellation)
    {
        // Its passwords are known to everybody.
        if (services.GetRequiredService<IHostEnvironment>().IsProduction()) return Refuse("The demonstration is not loaded in production.");
        if (services.GetService<DemoClock>() is null) return Refuse($"The demonstration needs a host of its own ({DemoClock.Switch}=true).");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var loader = services.GetRequiredService<DemoLoader>();
        var reset = services.GetRequiredService<DemoReset>();
        if (args.Contains("--reset"))
        {
            if (await reset.FindOthersAsync(cancellation) is { Count: > 0 } others) return Refuse($"Not emptied: there are other companies, {string.Join(", ", others)}.");
            await reset.RunAsync(cancellation);
        }

        var asked = args.Where(a => !a.StartsWith('-')).ToList();
        var codes = services.GetRequiredService<TemplateCatalogue>().All.Select(t => t.Code).Where(c => asked.Count == 0 || asked.Contains(c)).ToList();
        var loaded = await loader.FindLoadedAsync(cancellation);
        var missing = codes.Except(loaded).ToList();
        if (missing.Count > 0) await LoadAsync(loader, missing, services.GetRequiredService<DatabaseKind>(), cancellation);
        await PrintAsync(services, codes);
        return 0;
    }

    /// <summary>Two companies at a time where the database has more than one writer: one's host works while the other's database does.</summary>
    private static async Task LoadAsync(DemoLoader loader, IReadOnlyList<string> codes, DatabaseKind database, CancellationToken cancellation)
    {
        var end = TimeProvider.System.GetUtcNow();
        await loader.CreateOperatorAsync(cancellation);
        await Parallel.ForEachAsync(codes, new ParallelOptions { MaxDegreeOfParallelism = database.IsMySql ? 2 : 1, CancellationToken = cancellation }, async (code, token) =>
        {
            var watch = Stopwatch.StartNew();
            var run = await loader.LoadAsync(code, end, token);
            Console.WriteLine($"  {code}: {run.Acts} acts, {run.Events} events, {run.Fired} timers, {Refusals(run)}, {watch.Elapsed.TotalSeconds:0.0} s");
        });
    }

    private static string Refusals(DemoRun run) => run.Refused.Count == 0 ? "none refused" : string.Join(", ", run.Refused.Select(r => $"{r.Value} refused as {r.Key}"));

    private static async Task PrintAsync(IServiceProvider services, IReadOnlyList<string> codes)
    {
        var addresses = services.GetRequiredService<IAddresses>();
        var store = services.GetRequiredService<ITenantStore>();
        Console.WriteLine();
        Console.WriteLine($"Platform           {addresses.Of((await store.FindAsync(TenantInfo.Platform))!, "/")}   {DemoLoader.OperatorUserName}");
        foreach (var code in codes)
            if (await store.FindByNameAsync(code) is { } company)
                Console.WriteLine($"{code,-18} {addresses.Of(company, "/")}   admin, director, supervisor, butler1, frontdesk, eng-head, eng1, resident1   {company.DisplayName}");
        Console.WriteLine($"Password of everybody: {DemoLoader.Password}");
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }
}
