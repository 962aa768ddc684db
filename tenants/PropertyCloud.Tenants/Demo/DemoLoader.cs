using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Tenants.Companies;
using PropertyCloud.Tenants.Data;
using PropertyCloud.Tenants.Templates;

namespace PropertyCloud.Tenants.Demo;

/// <summary>Loads demonstration companies, each through its own ninety days.</summary>
internal sealed class DemoLoader(IServiceScopeFactory scopes, ICurrentTenant tenant, ITenantStore store, TemplateCatalogue templates, DemoClock clock, ILogger<DemoLoader> log)
{
    public const string Password = "Demo-2026!";
    public const string OperatorUserName = "operator";
    public static readonly TimeSpan History = TimeSpan.FromDays(90);

    public async Task<IReadOnlyList<string>> FindLoadedAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TenantsDbContext>().DemoLoads.Select(d => d.Template).ToListAsync(cancellation);
    }

    /// <summary>The platform's operator; repeating is safe.</summary>
    public Task CreateOperatorAsync(CancellationToken cancellation) => OnPlatformAsync(async services =>
    {
        var accounts = services.GetRequiredService<IStaffAccounts>();
        await accounts.SeedRolesAsync(cancellation);
        if ((await services.GetRequiredService<IStaffLookup>().ListAsync(SeededRoles.PlatformOperator, null, cancellation)).Count > 0) return;
        await accounts.CreateAsync(new NewStaff(OperatorUserName, "平台运营", null, SeededRoles.PlatformOperator, Password: Password), cancellation);
    }, cancellation);

    /// <summary>Creates the company of the template and lives it through to <paramref name="end"/>.</summary>
    public async Task<DemoRun> LoadAsync(string code, DateTimeOffset end, CancellationToken cancellation)
    {
        var template = templates.Find(code) ?? throw new ArgumentException($"There is no template {code}.", nameof(code));
        var settings = template.Demo ?? throw new ArgumentException($"The template {code} has no demonstration.", nameof(code));
        var moved = new MovableClock(end - History);
        clock.Follow(moved);
        try
        {
            var company = await CreateAsync(template, settings, cancellation);
            var run = new DemoRun(new DemoCompany(code, settings, new Random(Seed(code)), moved, end), company, scopes, tenant, log);
            await run.LiveAsync(cancellation);
            await MarkAsync(code, cancellation);
            return run;
        }
        finally
        {
            clock.Follow(null);
        }
    }

    private async Task<TenantInfo> CreateAsync(CompanyTemplate template, JsonElement settings, CancellationToken cancellation)
    {
        var id = 0;
        await OnPlatformAsync(async services => id = (await services.GetRequiredService<CreateCompany>().HandleAsync(
            new CreateCompanyRequest(template.Code, settings.GetProperty("displayName").GetString()!, template.Code, "", "", null, Demonstration: true), cancellation)).TenantId, cancellation);
        return await store.FindAsync(id, cancellation) ?? throw new InvalidOperationException($"The company {template.Code} was created and is not there.");
    }

    private async Task MarkAsync(string code, CancellationToken cancellation) => await OnPlatformAsync(async services =>
    {
        var db = services.GetRequiredService<TenantsDbContext>();
        db.DemoLoads.Add(DemoLoad.Of(code, clock.Now()));
        await db.SaveChangesAsync(cancellation);
    }, cancellation);

    private async Task OnPlatformAsync(Func<IServiceProvider, Task> work, CancellationToken cancellation)
    {
        using var inside = tenant.Change(await store.FindAsync(TenantInfo.Platform, cancellation));
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    /// <summary>The same company at every load, on every machine.</summary>
    private static int Seed(string code) => code.Aggregate(17, (seed, c) => unchecked((seed * 31) + c));
}
