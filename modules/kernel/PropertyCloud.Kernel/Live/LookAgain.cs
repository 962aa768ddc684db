namespace PropertyCloud.Kernel.Live;

/// <summary>Tells open pages of the current tenant to look again. Carries no data, so nothing can leak; a page that
/// misses one polls. Events of a module announce their module's name as topic by themselves.</summary>
public interface ILookAgain
{
    void Announce(int tenantId, string topic);

    /// <summary>Topics announced for the tenant from now on.</summary>
    IAsyncEnumerable<string> ListenAsync(int tenantId, CancellationToken cancellation);
}
