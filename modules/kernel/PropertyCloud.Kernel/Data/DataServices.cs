using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PropertyCloud.Kernel.Data;

internal static class DataServices
{
    public static void AddModuleContext<TContext, TSqlite, TMySql>(IServiceCollection services, IConfiguration configuration) where TContext : ModuleDbContext where TSqlite : TContext where TMySql : TContext
        => throw new NotSupportedException();
}
