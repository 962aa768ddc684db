using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Kernel.Data;

/// <summary>Base of every module's context: tenant filter, stamp and write check, audit entries, outbox rows and the mark of
/// the event that is being handled go out in one <c>SaveChanges</c>. Rented from a pool with the scope's tenant; used under
/// another tenant it throws.</summary>
public abstract class ModuleDbContext(DbContextOptions options) : DbContext(options)
{
    private DbSession? _session;

    /// <summary>The tenant it was rented for; a parameter of every query.</summary>
    public int CurrentTenantId => (_session ?? throw new InvalidOperationException("The context was not rented for a scope.")).RequireTenant();

    internal DbSession Session => _session ?? throw new InvalidOperationException("The context was not rented for a scope.");

    internal void Enter(DbSession session) => _session = session;
}
