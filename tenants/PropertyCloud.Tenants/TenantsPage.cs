using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Tenants;

/// <summary>Pages of this module. Use cases stay internal: a page asks for the one it needs.</summary>
public abstract class TenantsPage : ModulePage
{
    private protected T UseCase<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
    private protected CancellationToken Cancelled => HttpContext.RequestAborted;
}

/// <summary>Pages of the operator, on the platform's own address only.</summary>
[PlatformOnly]
public abstract class PlatformPage : TenantsPage
{
    public override Frame Frame => Frame.Platform;
}
