namespace PropertyCloud.Kernel.Live;

/// <summary>Tells open pages of the current tenant to look again. Carries no data, so nothing can leak; a page that
/// misses one polls. Events of a module announce their module's name as topic by themselves.</summary>
public interface ILookAgain
{
    void Announce(int tenantId, string topic);

    /// <summary>Only to the pages of these users: what concerns one person lets nobody else's page look. Exact on this host; other hosts
    /// let one user of sixteen look for nothing, because the database keeps sixteen numbers a topic and not one a user.</summary>
    void Announce(int tenantId, string topic, IReadOnlyCollection<Guid> users);

    /// <summary>Topics announced for the tenant from now on.</summary>
    IAsyncEnumerable<string> ListenAsync(int tenantId, CancellationToken cancellation);
}
