using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Tenants.Companies;

/// <summary>The operator's use cases count on the platform only: on a company's address they are not there, whatever roles say.</summary>
internal static class PlatformGuard
{
    public static void RequirePlatform(this ICurrentTenant tenant)
    {
        if (tenant.Id != TenantInfo.Platform) throw DomainException.NotFound();
    }

    public static int RequireCompany(this ICurrentTenant tenant) => tenant.Id >= Company.FirstTenantId ? tenant.Id : throw DomainException.NotFound();
}
