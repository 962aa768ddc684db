using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Modularity.Plugins;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Kernel.Modularity;

/// <summary>Runs what the command line asks for: <c>serve</c> (also when it asks for nothing), <c>migrate</c>, or a verb of a module.</summary>
public static class HostRun
{
    private const int Misused = 2;

    /// <param name="map">Maps what belongs to no module's <c>/api</c>.</param>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunPropertyCloudAsync(this WebApplication app, string[] args, Action<WebApplication>? map = null)
    {
        var verb = args.FirstOrDefault(a => !a.StartsWith('-')) is { } first && first == args[0] ? first : "serve";
        switch (verb)
        {
            case "serve":
                await ServeAsync(app, map);
                return 0;
            case "migrate":
                await app.Services.GetRequiredService<IDatabaseMigrator>().MigrateAsync();
                return 0;
            default:
                return await RunVerbAsync(app, verb, args[1..]);
        }
    }

    private static async Task ServeAsync(WebApplication app, Action<WebApplication>? map)
    {
        app.UsePropertyCloud();
        map?.Invoke(app);
        await PrepareAsync(app);
        await app.RunAsync();
    }

    private static async Task<int> RunVerbAsync(WebApplication app, string name, string[] args)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var verbs = scope.ServiceProvider.GetServices<IHostVerb>().ToList();
        if (verbs.Find(v => v.Name == name) is not { } verb)
        {
            await Console.Error.WriteLineAsync($"There is no verb '{name}'. There are: serve, migrate, {string.Join(", ", verbs.Select(v => v.Name).Distinct().Order(StringComparer.Ordinal))}.");
            return Misused;
        }

        await PrepareAsync(app);
        return await verb.RunAsync(args, scope.ServiceProvider, app.Lifetime.ApplicationStopping);
    }

    /// <summary>Migrates where that is the start's business, then lets each module start.</summary>
    private static async Task PrepareAsync(WebApplication app)
    {
        TellPlugins(app);
        var isSqlite = !app.Services.GetRequiredService<DatabaseKind>().IsMySql;
        if (isSqlite || app.Configuration.GetValue("Database:MigrateAtStart", false))
            await app.Services.GetRequiredService<IDatabaseMigrator>().MigrateAsync();
        foreach (var module in app.Services.GetRequiredService<ModuleCatalog>().Modules)
        {
            await using var scope = app.Services.CreateAsyncScope();
            await module.StartAsync(scope.ServiceProvider, CancellationToken.None);
        }
    }

    private static void TellPlugins(WebApplication app)
    {
        var found = app.Services.GetRequiredService<PluginCatalog>();
        foreach (var plugin in found.Plugins)
            app.Logger.LogInformation("Plug-in {Module} from {Folder}, hash {Hash}", plugin.Module.Name, plugin.Folder, plugin.Hash);
        foreach (var warning in found.Warnings)
            app.Logger.LogWarning("{Warning}", warning);
    }
}
