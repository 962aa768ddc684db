using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Theme.Brand;

namespace PropertyCloud.Tenants.Store;

internal sealed class BrandSource(TenantStore store, ICurrentTenant tenant) : IBrandSource
{
    public async ValueTask<string> GetColourAsync() => (await store.FindRecordAsync(tenant.Id))?.BrandColour ?? TenantSnapshot.PlatformColour;
}
