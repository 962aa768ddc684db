using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Registry.Communities;
using PropertyCloud.Registry.Imports;
using PropertyCloud.Registry.Parties;
using PropertyCloud.Registry.ServiceCards;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Data;

internal abstract class RegistryDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<Community> Communities => Set<Community>();
    public DbSet<Building> Buildings => Set<Building>();
    public DbSet<Entrance> Entrances => Set<Entrance>();
    public DbSet<Cluster> Clusters => Set<Cluster>();
    public DbSet<PublicPlace> Places => Set<PublicPlace>();
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<UnitRelation> Relations => Set<UnitRelation>();
    public DbSet<Party> Parties => Set<Party>();
    public DbSet<ServiceCard> Cards => Set<ServiceCard>();
    public DbSet<ImportRun> Imports => Set<ImportRun>();
    public DbSet<ImportFault> ImportFaults => Set<ImportFault>();
}

internal sealed class SqliteRegistryDbContext(DbContextOptions<SqliteRegistryDbContext> options) : RegistryDbContext(options);

internal sealed class MySqlRegistryDbContext(DbContextOptions<MySqlRegistryDbContext> options) : RegistryDbContext(options);
