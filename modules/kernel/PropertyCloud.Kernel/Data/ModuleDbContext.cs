using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using PropertyCloud.Kernel.Auditing;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Kernel.Data;

/// <summary>Base of every module's context: tenant filter, stamp and write check, audit entries, outbox rows and the mark of
/// the event that is being handled go out in one <c>SaveChanges</c>. Rented from a pool with the scope's tenant; used under
/// another tenant it throws.</summary>
public abstract class ModuleDbContext(DbContextOptions options) : DbContext(options)
{
    private DbSession? _session;
    private int _tenantId;

    /// <summary>The tenant it was rented for; a parameter of every query.</summary>
    public int CurrentTenantId
    {
        get
        {
            var session = Session;
            if (_tenantId <= 0) throw new InvalidOperationException("No tenant was entered: refused, never a default.");
            if (session.Tenant.Id != _tenantId)
                throw new InvalidOperationException($"This context was rented for tenant {_tenantId} and is used under tenant {session.Tenant.Id}. Open a scope for each tenant.");
            return _tenantId;
        }
    }

    internal DbSession Session => _session ?? throw new InvalidOperationException("The context was not rented for a scope.");

    internal void Enter(DbSession session)
    {
        _session = session;
        _tenantId = session.Tenant.Id;
    }

    /// <summary>The row with the id in the current tenant, or null.</summary>
    public ValueTask<T?> TryGetAsync<T>(Guid id, CancellationToken cancellation = default) where T : class, IMultiTenant =>
        FindAsync<T>([CurrentTenantId, id], cancellation);

    /// <summary>The row with the id in the current tenant; refused with 404 where there is none.</summary>
    public async ValueTask<T> GetAsync<T>(Guid id, CancellationToken cancellation = default) where T : class, IMultiTenant =>
        await TryGetAsync<T>(id, cancellation) ?? throw DomainException.NotFound();

    /// <summary>Adds an audit entry to what is saved next.</summary>
    /// <param name="action">Stable, <c>module.verb</c>.</param>
    /// <param name="details">Serialized as JSON; no personal data.</param>
    public void Audit(string action, Guid? subject, string? reason = null, object? details = null) =>
        Add(AuditEntry.Of(Session, CurrentTenantId, action, null, subject, details, reason));

    /// <summary>Runs the work; when somebody else saved first (also under the same unique key), forgets everything that is tracked and
    /// runs it again, at most three times in all. The work must load what it changes.</summary>
    public async Task<T> RetryAsync<T>(Func<Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (Exception lost) when (attempt < 3 && (DbErrors.IsLostRace(lost) || DbErrors.IsDuplicateKey(lost)))
            {
                ChangeTracker.Clear();
            }
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var pending = ChangeWriter.Prepare(this, _tenantId);
        try
        {
            var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            pending.Saved();
            return rows;
        }
        catch (DbUpdateConcurrencyException lost)
        {
            pending.Undo();
            throw new ChangedMeanwhileException(lost);
        }
        catch
        {
            pending.Undo();
            throw;
        }
    }

    /// <summary>Applies the kernel's tables and the configurations of the context's assembly, then the filters.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        KernelTables.Map(modelBuilder, ownedHere: GetType().Assembly == typeof(ModuleDbContext).Assembly);
        if (GetType().Assembly != typeof(ModuleDbContext).Assembly) modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        TenantFilters.Apply(this, modelBuilder);
        if (Database.IsMySql()) modelBuilder.UseCollation("utf8mb4_unicode_ci", DelegationModes.ApplyToAll);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>().HavePrecision(6);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
        if (Database.IsSqlite()) configurationBuilder.Properties<Guid>().HaveConversion<BigEndianGuidConverter>();
        var isMySql = Database.IsMySql();
        var contextType = GetType();
        configurationBuilder.Conventions.Add(_ => new TenantKeyConvention(contextType, isMySql));
    }

    public override void Dispose()
    {
        Leave();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    public override ValueTask DisposeAsync()
    {
        Leave();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    private void Leave()
    {
        _session = null;
        _tenantId = 0;
    }
}
