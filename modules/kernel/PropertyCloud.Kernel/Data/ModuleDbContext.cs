using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

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

    /// <summary>The row with the id in the current tenant, or null.</summary>
    public ValueTask<T?> TryGetAsync<T>(Guid id, CancellationToken cancellation = default) where T : Entity =>
        FindAsync<T>([CurrentTenantId, id], cancellation);

    /// <summary>The row with the id in the current tenant; refused with 404 where there is none.</summary>
    public async ValueTask<T> GetAsync<T>(Guid id, CancellationToken cancellation = default) where T : Entity =>
        await TryGetAsync<T>(id, cancellation) ?? throw DomainException.NotFound();

    /// <summary>Adds an audit entry to what is saved next.</summary>
    /// <param name="action">Stable, <c>module.verb</c>.</param>
    /// <param name="details">Serialized as JSON; no personal data.</param>
    public void Audit(string action, Guid? subject, string? reason = null, object? details = null) => throw new NotSupportedException();

    /// <summary>Runs the work; when somebody else saved first, forgets everything that is tracked and runs it again, at most
    /// three times in all. The work must load what it changes.</summary>
    public Task<T> RetryAsync<T>(Func<Task<T>> work) => throw new NotSupportedException();
}
