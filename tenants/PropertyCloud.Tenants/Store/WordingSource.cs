using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Tenants.Store;

internal sealed class WordingSource(TenantStore store, ICurrentTenant tenant) : IWordingSource
{
    public ValueTask<Wording> GetAsync()
    {
        var found = store.FindRecordAsync(tenant.Id);
        return found.IsCompletedSuccessfully ? new(found.Result?.Wording ?? Wording.Default) : Slowly(found);

        static async ValueTask<Wording> Slowly(ValueTask<TenantRecord?> pending) => (await pending)?.Wording ?? Wording.Default;
    }
}
