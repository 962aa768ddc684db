using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Identity.Staff;

/// <summary><c>operator create NAME</c>: the platform's first operator, who comes in by the one-time link that is printed.</summary>
internal sealed class OperatorVerb : IHostVerb
{
    public string Name => "operator";

    public async Task<int> RunAsync(string[] args, IServiceProvider services, CancellationToken cancellation)
    {
        if (args is not ["create", { Length: > 0 } name])
        {
            await Console.Error.WriteLineAsync("operator create NAME");
            return 2;
        }

        var platform = await services.GetRequiredService<ITenantStore>().FindAsync(TenantInfo.Platform, cancellation)
            ?? throw new InvalidOperationException("The platform's own tenant is missing.");
        await using var scope = services.CreateAsyncScope();
        using (scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(platform))
            return await CreateAsync(scope.ServiceProvider, name, cancellation);
    }

    private static async Task<int> CreateAsync(IServiceProvider services, string name, CancellationToken cancellation)
    {
        var accounts = services.GetRequiredService<IStaffAccounts>();
        try
        {
            await accounts.SeedRolesAsync(cancellation);
            var id = await accounts.CreateAsync(new(name, name, null, SeededRoles.PlatformOperator), cancellation);
            await Console.Out.WriteLineAsync(await accounts.IssueLinkAsync(id, cancellation));
            return 0;
        }
        catch (DomainException refused)
        {
            var texts = services.GetRequiredService<Texts>();
            var problems = refused is InvalidInputException invalid ? invalid.Errors.Select(e => texts.Say(e.Text, [.. e.Args])) : [texts.Say(refused.Text, [.. refused.Args])];
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, problems));
            return 1;
        }
    }
}
