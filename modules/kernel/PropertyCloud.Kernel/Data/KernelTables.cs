using Microsoft.EntityFrameworkCore;

namespace PropertyCloud.Kernel.Data;

/// <summary>The kernel's own tables. Every module's context maps them too, so that a change and what belongs to it are one
/// transaction; only the kernel's context migrates them.</summary>
internal static class KernelTables
{
    public static void Map(ModelBuilder builder, bool ownedHere)
    {
        builder.ApplyConfigurationsFromAssembly(typeof(KernelTables).Assembly);
        if (ownedHere) return;
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.ClrType.Assembly == typeof(KernelTables).Assembly))
            type.SetIsTableExcludedFromMigrations(true);
    }
}

/// <summary>Migrates the kernel's tables and reads them where no module is concerned.</summary>
internal abstract class KernelDbContext(DbContextOptions options) : ModuleDbContext(options);

internal sealed class SqliteKernelDbContext(DbContextOptions<SqliteKernelDbContext> options) : KernelDbContext(options);

internal sealed class MySqlKernelDbContext(DbContextOptions<MySqlKernelDbContext> options) : KernelDbContext(options);
