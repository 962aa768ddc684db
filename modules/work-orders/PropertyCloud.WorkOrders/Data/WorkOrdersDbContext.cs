using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Data;
using PropertyCloud.WorkOrders.Orders;

namespace PropertyCloud.WorkOrders.Data;

internal abstract class WorkOrdersDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<WorkOrder> Orders => Set<WorkOrder>();
    public DbSet<OrderEntry> Entries => Set<OrderEntry>();
}

internal sealed class SqliteWorkOrdersDbContext(DbContextOptions<SqliteWorkOrdersDbContext> options) : WorkOrdersDbContext(options);

internal sealed class MySqlWorkOrdersDbContext(DbContextOptions<MySqlWorkOrdersDbContext> options) : WorkOrdersDbContext(options);
