using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Tenants.Companies;

/// <summary><c>tenant create LABEL --template T --name N --admin NAME [--user U] [--phone P]</c>: prints the administrator's one-time link.</summary>
internal sealed class TenantVerb : IHostVerb
{
    private const string Usage = "tenant create LABEL --template TEMPLATE --name \"COMPANY\" --admin \"NAME\" [--user admin] [--phone PHONE]";

    public string Name => "tenant";

    public async Task<int> RunAsync(string[] args, IServiceProvider services, CancellationToken cancellation)
    {
        if (args is not ["create", { } label, ..] || label.StartsWith('-')) return Refuse(Usage);
        var request = new CreateCompanyRequest(label, Option(args, "--name") ?? "", Option(args, "--template") ?? "", Option(args, "--admin") ?? "", Option(args, "--user") ?? "admin", Option(args, "--phone"));
        var tenant = services.GetRequiredService<ICurrentTenant>();
        using var inside = tenant.Change(await services.GetRequiredService<ITenantStore>().FindAsync(TenantInfo.Platform, cancellation));
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        try
        {
            var created = await scope.ServiceProvider.GetRequiredService<CreateCompany>().HandleAsync(request, cancellation);
            Console.WriteLine($"{created.Label} (tenant {created.TenantId}): {created.AdministratorLink}");
            return 0;
        }
        catch (InvalidInputException invalid)
        {
            return Refuse(string.Join(Environment.NewLine, invalid.Errors.Select(e => $"{e.Field}: {string.Format(null, e.Text, [.. e.Args])}")) + Environment.NewLine + Usage);
        }
        catch (DomainException refused)
        {
            return Refuse(refused.Message);
        }
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }
}
