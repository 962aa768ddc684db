using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Data;

namespace PropertyCloud.Kernel.Modularity;

/// <summary>What a module is given while it adds its services.</summary>
public sealed class ModuleContext(PropertyCloudModule module, IServiceCollection services, IConfiguration configuration)
{
    public PropertyCloudModule Module { get; } = module;
    public IServiceCollection Services { get; } = services;
    public IConfiguration Configuration { get; } = configuration;

    /// <summary>Adds the module's context: code asks for <typeparamref name="TContext"/>, the provider that is configured
    /// decides which of the two subclasses (each with its own migrations) is rented from the pool.</summary>
    public void AddDbContext<TContext, TSqlite, TMySql>()
        where TContext : ModuleDbContext
        where TSqlite : TContext
        where TMySql : TContext
        => DataServices.AddModuleContext<TContext, TSqlite, TMySql>(Services, Configuration);
}
