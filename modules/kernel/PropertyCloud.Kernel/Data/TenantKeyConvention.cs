using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.ValueGeneration;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Modularity;

namespace PropertyCloud.Kernel.Data;

/// <summary>Makes <c>(TenantId, Id)</c> of every key and foreign key between tenant tables, so that the database itself refuses a
/// reference from one tenant to another. It works on the finished model: set earlier, EF would silently make a second tenant
/// column and isolation would be lost.</summary>
internal sealed class TenantKeyConvention(Type contextType, bool isMySql) : IModelFinalizingConvention
{
    internal const string TenantId = nameof(IMultiTenant.TenantId);
    internal const string CodeAnnotation = "PropertyCloud:Code";

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var model = (IMutableModel)modelBuilder.Metadata;
        var tenantTypes = model.GetEntityTypes().Where(IsTenantType).OrderBy(Depth).ToList();
        foreach (var type in tenantTypes)
            RefuseSkipNavigations(type);

        var remade = RemakeKeys(tenantTypes.Where(t => t.BaseType is null));
        RemakeForeignKeys(tenantTypes, remade);
        foreach (var (old, @new) in remade.Where(x => x.Key != x.Value))
        {
            if (old.IsPrimaryKey()) old.DeclaringEntityType.SetPrimaryKey(@new.Properties);
            old.DeclaringEntityType.RemoveKey(old);
        }

        foreach (var type in tenantTypes)
        {
            RemakeIndexes(type);
            Stamp(type);
        }

        foreach (var type in model.GetEntityTypes())
            NameAndGuard(type);
        foreach (var type in tenantTypes)
            Verify(type);
    }

    internal static bool IsTenantType(IReadOnlyEntityType type) =>
        typeof(IMultiTenant).IsAssignableFrom(type.ClrType) || (type.FindOwnership() is { } ownership && IsTenantType(ownership.PrincipalEntityType));

    private static int Depth(IReadOnlyEntityType type) => type.FindOwnership() is { } ownership ? 1 + Depth(ownership.PrincipalEntityType) : 0;

    private static void RefuseSkipNavigations(IReadOnlyEntityType type)
    {
        if (type.GetDeclaredSkipNavigations().FirstOrDefault() is { } skip)
            throw new InvalidOperationException($"{type.ClrType.Name}.{skip.Name}: many-to-many needs a join entity of its own, so that it has a tenant.");
    }

    private static Dictionary<IMutableKey, IMutableKey> RemakeKeys(IEnumerable<IMutableEntityType> types)
    {
        var remade = new Dictionary<IMutableKey, IMutableKey>();
        foreach (var type in types)
        {
            var tenant = type.FindProperty(TenantId) ?? type.AddProperty(TenantId, typeof(int));
            foreach (var key in type.GetDeclaredKeys().ToList())
            {
                // A key that the database makes up (Identity's claims) cannot be composite; the tenant guards its writes instead.
                if (key.Properties is [{ ClrType: var clr, ValueGenerated: ValueGenerated.OnAdd }] && clr == typeof(int))
                {
                    tenant.IsConcurrencyToken = true;
                    remade[key] = key;
                    continue;
                }

                if (key.Properties.Contains(tenant))
                    throw new InvalidOperationException($"{type.ClrType.Name}: the kernel puts the tenant into keys; leave it out of HasKey.");
                remade[key] = type.AddKey([tenant, .. key.Properties])!;
            }
        }

        return remade;
    }

    private static void RemakeForeignKeys(IEnumerable<IMutableEntityType> types, Dictionary<IMutableKey, IMutableKey> remade)
    {
        foreach (var type in types)
        {
            foreach (var foreignKey in type.GetDeclaredForeignKeys().ToList())
            {
                if (!remade.TryGetValue(foreignKey.PrincipalKey, out var key) || key == foreignKey.PrincipalKey) continue;
                if (foreignKey.DeleteBehavior == DeleteBehavior.SetNull)
                    throw new InvalidOperationException($"{type.ClrType.Name}: SetNull cannot be, it would clear the tenant as well.");
                var (required, unique, delete) = (foreignKey.IsRequired, foreignKey.IsUnique, foreignKey.DeleteBehavior);
                foreignKey.SetProperties([type.FindProperty(TenantId)!, .. foreignKey.Properties], key);
                foreignKey.IsRequired = required;
                foreignKey.IsUnique = unique;
                foreignKey.DeleteBehavior = delete == DeleteBehavior.Cascade ? DeleteBehavior.Cascade : DeleteBehavior.ClientNoAction;
            }
        }
    }

    private static void RemakeIndexes(IMutableEntityType type)
    {
        var tenant = type.FindProperty(TenantId)!;
        foreach (var index in type.GetDeclaredIndexes().ToList())
        {
            if (index.Properties.Contains(tenant)) continue;
            var name = index.GetDatabaseName();
            var (unique, descending, filter) = (index.IsUnique, index.IsDescending, index.GetFilter());
            var annotations = index.GetAnnotations().Where(a => a.Name != RelationalAnnotationNames.Name).ToList();
            var properties = index.Properties.ToList();
            type.RemoveIndex(index);
            if (type.FindIndex([tenant, .. properties]) is not null) continue;
            var made = index.Name is { } own ? type.AddIndex([tenant, .. properties], own) : type.AddIndex([tenant, .. properties]);
            made.IsUnique = unique;
            if (descending is { Count: > 0 }) made.IsDescending = [false, .. descending];
            foreach (var annotation in annotations) made.SetAnnotation(annotation.Name, annotation.Value);
            if (filter is not null) made.SetFilter(filter);
        }
    }

    private static void Stamp(IMutableEntityType type)
    {
        if (type.BaseType is not null) return;
        var tenant = type.FindProperty(TenantId)!;
        tenant.ValueGenerated = ValueGenerated.Never;
        tenant.SetValueGeneratorFactory((_, _) => new TenantIdGenerator());
        foreach (var id in type.GetDeclaredProperties().Where(p => p.ClrType == typeof(Guid) && p.IsPrimaryKey()))
            id.ValueGenerated = ValueGenerated.Never;
        if (typeof(AggregateRoot).IsAssignableFrom(type.ClrType))
            type.FindProperty(nameof(AggregateRoot.Version))!.IsConcurrencyToken = true;
    }

    /// <summary>Names the table <c>module_entity</c> unless the author named it, and lets the database refuse tenant 0.</summary>
    private void NameAndGuard(IMutableEntityType type)
    {
        var sharesTable = type.FindOwnership() is { IsUnique: true };
        if (!sharesTable && type.BaseType is null && ((IConventionEntityType)type).GetTableNameConfigurationSource() != ConfigurationSource.Explicit)
            type.SetTableName($"{ModulePrefix()}_{Snake(type.ClrType.Name)}");
        if (!sharesTable && type.BaseType is null && type.FindProperty(TenantId) is not null && type.GetTableName() is { } table)
        {
            var column = isMySql ? "`TenantId`" : "\"TenantId\"";
            type.AddCheckConstraint($"CK_{table}_TenantId", $"{column} > 0");
        }

        if (!isMySql) return;
        foreach (var property in type.GetDeclaredProperties().Where(p => p.FindAnnotation(CodeAnnotation) is not null))
            property.SetCollation("utf8mb4_bin");
    }

    private string ModulePrefix()
    {
        var module = contextType.Assembly.GetTypes().Select(t => t.GetCustomAttribute<ModuleAttribute>(false)).FirstOrDefault(a => a is not null);
        return (module?.Name ?? "kernel").Replace('-', '_');
    }

    private static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    /// <summary>An author's own composite key or an early foreign key would leave a second tenant column behind: refused at start.</summary>
    private static void Verify(IReadOnlyEntityType type)
    {
        if (type.BaseType is null && !type.IsOwned() && type.GetQueryFilter() is null)
            throw new InvalidOperationException($"{type.ClrType.Name} has no tenant filter: configure it in an IEntityTypeConfiguration of its module.");
        if (type.GetDeclaredProperties().FirstOrDefault(p => p.Name != TenantId && p.Name.StartsWith(TenantId, StringComparison.Ordinal)) is { } second)
            throw new InvalidOperationException($"{type.ClrType.Name}: '{second.Name}' is a second tenant column.");
        foreach (var foreignKey in type.GetDeclaredForeignKeys().Where(f => IsTenantType(f.PrincipalEntityType)))
        {
            var pairs = foreignKey.Properties.Zip(foreignKey.PrincipalKey.Properties);
            if (!pairs.Any(p => p.First.Name == TenantId && p.Second.Name == TenantId))
                throw new InvalidOperationException($"{type.ClrType.Name}: the foreign key to {foreignKey.PrincipalEntityType.ClrType.Name} leaves the tenant out.");
        }
    }

    /// <summary>Stamps when an entity is tracked, not when it is saved: fix-up to a tracked parent needs it.</summary>
    private sealed class TenantIdGenerator : ValueGenerator<int>
    {
        public override bool GeneratesTemporaryValues => false;

        // Without it every child that is added by id alone fails.
        public override bool GeneratesStableValues => true;
        public override int Next(EntityEntry entry) => ((ModuleDbContext)entry.Context).CurrentTenantId;
    }
}

public static class CodeProperty
{
    /// <summary>A code (not words): compared exactly, also where the database's default ignores case.</summary>
    public static PropertyBuilder<T> IsCode<T>(this PropertyBuilder<T> property, int maxLength)
    {
        property.HasMaxLength(maxLength);
        property.HasAnnotation(TenantKeyConvention.CodeAnnotation, true);
        return property;
    }
}
