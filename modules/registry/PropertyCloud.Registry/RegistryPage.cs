using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Registry;

/// <summary>Pages of this module. Use cases stay internal: a page asks for the one it needs.</summary>
public abstract class RegistryPage : ModulePage
{
    private protected T UseCase<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
    private protected CancellationToken Cancelled => HttpContext.RequestAborted;
}
