using System.Reflection;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Kernel.Data;

/// <summary>One filter an entity: its tenant, read from the context so that it is a parameter of one plan for all tenants, and
/// the mark of removal.</summary>
internal static class TenantFilters
{
    private static readonly MethodInfo TenantOnly = Method(nameof(Tenant));
    private static readonly MethodInfo TenantAndMark = Method(nameof(TenantAndNotDeleted));

    public static void Apply(ModuleDbContext context, ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.BaseType is null && !t.IsOwned() && typeof(IMultiTenant).IsAssignableFrom(t.ClrType)).ToList())
        {
            var method = typeof(ISoftDelete).IsAssignableFrom(type.ClrType) ? TenantAndMark : TenantOnly;
            method.MakeGenericMethod(type.ClrType).Invoke(null, [context, builder]);
        }
    }

    private static MethodInfo Method(string name) => typeof(TenantFilters).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;

    private static void Tenant<T>(ModuleDbContext context, ModelBuilder builder) where T : class, IMultiTenant =>
        builder.Entity<T>().HasQueryFilter(e => e.TenantId == context.CurrentTenantId);

    private static void TenantAndNotDeleted<T>(ModuleDbContext context, ModelBuilder builder) where T : class, IMultiTenant, ISoftDelete =>
        builder.Entity<T>().HasQueryFilter(e => e.TenantId == context.CurrentTenantId && e.DeletedAt == null);
}
