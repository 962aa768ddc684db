using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Tenants.Companies;
using PropertyCloud.Tenants.Demo;
using PropertyCloud.Tenants.Lists;
using PropertyCloud.Tenants.Store;

namespace PropertyCloud.Tenants.Data;

internal abstract class TenantsDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<Company> Companies => Set<Company>();
    public DbSet<CatalogueVersion> Versions => Set<CatalogueVersion>();
    public DbSet<CompanyList> Lists => Set<CompanyList>();
    public DbSet<DemoLoad> DemoLoads => Set<DemoLoad>();

    /// <summary>The company with the key; refused with 404 where there is none or it was removed.</summary>
    public async Task<Company> GetCompanyAsync(int tenantId, CancellationToken cancellation) =>
        await Companies.SingleOrDefaultAsync(c => c.TenantId == tenantId && c.Status != CompanyStatus.Removed, cancellation) ?? throw Kernel.Errors.DomainException.NotFound();

    /// <summary>Saves a change of the catalogue and lets all hosts know of it.</summary>
    public async Task SaveCatalogueAsync(CancellationToken cancellation)
    {
        var version = await Versions.SingleAsync(v => v.Id == CatalogueVersion.OnlyId, cancellation);
        version.Grow();
        await SaveChangesAsync(cancellation);
    }
}

internal sealed class SqliteTenantsDbContext(DbContextOptions<SqliteTenantsDbContext> options) : TenantsDbContext(options);

internal sealed class MySqlTenantsDbContext(DbContextOptions<MySqlTenantsDbContext> options) : TenantsDbContext(options);
