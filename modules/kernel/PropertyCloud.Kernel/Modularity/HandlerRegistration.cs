using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Jobs;
using PropertyCloud.Kernel.Timers;

namespace PropertyCloud.Kernel.Modularity;

/// <summary>Finds use cases, subscribers, timer handlers, jobs and verbs in a module's assembly and registers each as itself.</summary>
internal static class HandlerRegistration
{
    public static void AddHandlers(this IServiceCollection services, System.Reflection.Assembly assembly)
    {
        foreach (var type in assembly.GetTypes())
        {
            if (type is not { IsAbstract: false, IsClass: true, IsGenericTypeDefinition: false }) continue;
            if (IsHandler(type)) services.AddScoped(type);
            if (typeof(TenantJob).IsAssignableFrom(type)) services.AddSingleton(new JobRegistration(type));
            if (typeof(IHostVerb).IsAssignableFrom(type)) services.AddScoped(typeof(IHostVerb), type);
        }
    }

    private static bool IsHandler(Type type) =>
        typeof(IUseCase).IsAssignableFrom(type) || typeof(ITimerHandler).IsAssignableFrom(type) || typeof(TenantJob).IsAssignableFrom(type)
        || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ISubscriber<>));
}
