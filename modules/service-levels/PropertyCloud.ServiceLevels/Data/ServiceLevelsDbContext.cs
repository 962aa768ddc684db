using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Data;
using PropertyCloud.ServiceLevels.Breaches;
using PropertyCloud.ServiceLevels.Clocks;
using PropertyCloud.ServiceLevels.Plans;

namespace PropertyCloud.ServiceLevels.Data;

internal abstract class ServiceLevelsDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<ServicePlan> Plans => Set<ServicePlan>();
    public DbSet<PlanVersion> Versions => Set<PlanVersion>();
    public DbSet<ClockRow> Clocks => Set<ClockRow>();
    public DbSet<Breach> Breaches => Set<Breach>();
}

internal sealed class SqliteServiceLevelsDbContext(DbContextOptions<SqliteServiceLevelsDbContext> options) : ServiceLevelsDbContext(options);

internal sealed class MySqlServiceLevelsDbContext(DbContextOptions<MySqlServiceLevelsDbContext> options) : ServiceLevelsDbContext(options);
