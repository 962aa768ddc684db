using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Assignments;
using PropertyCloud.Butler.CallBacks;
using PropertyCloud.Butler.Catalogue;
using PropertyCloud.Butler.Duty;
using PropertyCloud.Butler.HandOvers;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Data;

namespace PropertyCloud.Butler.Data;

internal abstract class ButlerDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<Request> Requests => Set<Request>();
    public DbSet<RequestEntry> Entries => Set<RequestEntry>();

    /// <summary>Staff only: never asked from a resident's page (a test reads the sources for it).</summary>
    public DbSet<RequestNote> Notes => Set<RequestNote>();
    public DbSet<RequestOrder> Orders => Set<RequestOrder>();
    public DbSet<CallBackTask> CallBacks => Set<CallBackTask>();
    public DbSet<CallBackAttempt> CallBackAttempts => Set<CallBackAttempt>();
    public DbSet<HandOver> HandOvers => Set<HandOver>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<WorkingWeek> WorkingWeeks => Set<WorkingWeek>();
    public DbSet<Absence> Absences => Set<Absence>();
    public DbSet<CatalogueItem> Catalogue => Set<CatalogueItem>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ButlerDbContext).Assembly);
    }
}

internal sealed class SqliteButlerDbContext(DbContextOptions<SqliteButlerDbContext> options) : ButlerDbContext(options);

internal sealed class MySqlButlerDbContext(DbContextOptions<MySqlButlerDbContext> options) : ButlerDbContext(options);
