using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PropertyCloud.Kernel.Auditing;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Modularity;

namespace PropertyCloud.Kernel.Data;

/// <summary>What goes out with a change: checks each write's tenant, grows versions, and adds events, audit entries and the mark
/// of a handled event to the same save.</summary>
internal sealed class ChangeWriter
{
    private readonly ModuleDbContext _context;
    private readonly List<object> _added = [];
    private readonly List<AggregateRoot> _raisers = [];
    private readonly List<EntityEntry<AggregateRoot>> _grown = [];
    private bool _marksHandled;

    private ChangeWriter(ModuleDbContext context) => _context = context;

    public static ChangeWriter Prepare(ModuleDbContext context, int tenantId)
    {
        var writer = new ChangeWriter(context);
        context.ChangeTracker.DetectChanges();
        foreach (var entry in context.ChangeTracker.Entries().ToList())
        {
            if (entry.Entity is AggregateRoot root) writer.Grow(entry.Context.Entry(root));
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted) CheckTenant(entry, tenantId);
            if (entry.Entity is AggregateRoot audited) writer.Audit(entry, audited, tenantId);
        }

        writer.CollectEvents(tenantId);
        writer.MarkHandled(tenantId);
        return writer;
    }

    /// <summary>After the commit: events are forgotten, the dispatcher is nudged and open pages look again.</summary>
    public void Saved()
    {
        foreach (var root in _raisers) root.ClearEvents();
        var session = _context.Session;
        if (_marksHandled) session.HandlingIsMarked = true;
        if (_raisers.Count == 0) return;
        session.Signal.Nudge();
        session.LookAgain?.Announce(session.Tenant.Id, ModuleName(_context.GetType().Assembly));
    }

    /// <summary>After a failure: a second save of the same context must not carry them twice.</summary>
    public void Undo()
    {
        foreach (var row in _added) _context.Entry(row).State = EntityState.Detached;
        foreach (var entry in _grown) entry.Entity.Version--;
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Assembly, string> Names = new();

    internal static string ModuleName(Assembly assembly) => Names.GetOrAdd(assembly, a =>
        a.GetTypes().Select(t => t.GetCustomAttribute<ModuleAttribute>(false)).FirstOrDefault(x => x is not null)?.Name ?? "kernel");

    private static void CheckTenant(EntityEntry entry, int tenantId)
    {
        if (!TenantKeyConvention.IsTenantType(entry.Metadata)) return;
        var tenant = entry.Property(TenantKeyConvention.TenantId);
        if ((int)tenant.CurrentValue! != tenantId || (entry.State != EntityState.Added && (int)tenant.OriginalValue! != tenantId) || tenantId <= 0)
            throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} belongs to tenant {tenant.CurrentValue} and may not be written by tenant {tenantId}.");
    }

    private void Grow(EntityEntry<AggregateRoot> entry)
    {
        var root = entry.Entity;
        if (root.Events.Count > 0) _raisers.Add(root);
        if (entry.State == EntityState.Added)
        {
            root.Version = 1;
            root.CreatedAt = _context.Session.Clock.Now();
            root.CreatedBy = _context.Session.User.Id;
        }
        else if (entry.State == EntityState.Modified || (entry.State == EntityState.Unchanged && root.Events.Count > 0))
        {
            root.Version++;
            root.ChangedAt = _context.Session.Clock.Now();
            root.ChangedBy = _context.Session.User.Id;
            entry.DetectChanges();
            _grown.Add(entry);
        }
    }

    private void Audit(EntityEntry entry, AggregateRoot root, int tenantId)
    {
        if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) return;
        var type = entry.Metadata.ClrType;
        if (type.GetCustomAttribute<AuditedAttribute>() is null) return;
        var verb = entry.State switch { EntityState.Added => "created", EntityState.Deleted => "deleted", _ => "changed" };
        var changes = entry.State == EntityState.Modified ? Changes(entry) : null;
        if (changes is { Count: 0 }) return;
        Add(AuditEntry.Of(_context.Session, tenantId, $"{ModuleName(type.Assembly)}.{type.Name}.{verb}", type.Name, root.Id, changes, null));
    }

    private static readonly HashSet<string> Bookkeeping = [nameof(AggregateRoot.Version), nameof(AggregateRoot.ChangedAt), nameof(AggregateRoot.ChangedBy)];

    private static Dictionary<string, object?[]> Changes(EntityEntry entry) => entry.Properties
        .Where(p => p.IsModified && !Bookkeeping.Contains(p.Metadata.Name) && !Equals(p.OriginalValue, p.CurrentValue))
        .ToDictionary(p => p.Metadata.Name, p => p.Metadata.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() is null
            ? new[] { p.OriginalValue, p.CurrentValue }
            : ["***", "***"]);

    private void CollectEvents(int tenantId)
    {
        var session = _context.Session;
        foreach (var happened in _raisers.SelectMany(r => r.Events))
            Add(OutboxMessage.Of(session, tenantId > 0 ? tenantId : throw new InvalidOperationException("An event needs a tenant."), happened));
    }

    private void MarkHandled(int tenantId)
    {
        var session = _context.Session;
        if (session.Handling is not { } handling || session.HandlingIsMarked) return;
        // A save of nothing costs nothing: the mark belongs to a change.
        if (!_context.ChangeTracker.Entries().Any(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)) return;
        Add(new InboxMark(handling.EventId, handling.Subscriber, tenantId, session.Clock.Now()));
        _marksHandled = true;
    }

    private void Add(object row)
    {
        _context.Add(row);
        _added.Add(row);
    }
}
