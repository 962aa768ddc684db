using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Data;
using PropertyCloud.WorkOrders.Orders;

namespace PropertyCloud.WorkOrders.Data;

internal abstract class WorkOrdersDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<WorkOrder> Orders => Set<WorkOrder>();
    public DbSet<OrderEntry> Entries => Set<OrderEntry>();

    /// <summary>Of two who change an order at once the later one meets the first one's line of the timeline before it meets the
    /// order's version: either way the race is lost, and the work runs again.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateException taken) when (DbErrors.IsDuplicateKey(taken) && ChangeTracker.Entries<WorkOrder>().Any(o => o.State == EntityState.Modified))
        {
            throw new ChangedMeanwhileException(taken);
        }
    }
}

internal sealed class SqliteWorkOrdersDbContext(DbContextOptions<SqliteWorkOrdersDbContext> options) : WorkOrdersDbContext(options);

internal sealed class MySqlWorkOrdersDbContext(DbContextOptions<MySqlWorkOrdersDbContext> options) : WorkOrdersDbContext(options);
