using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Tenants.Addresses;

/// <summary>Takes endpoints that are not meant for the address out of the match. It reads the address itself, because routing may
/// run before a tenant is entered.</summary>
internal sealed class AddressPolicy(IConfiguration configuration, IHostEnvironment environment) : MatcherPolicy, IEndpointSelectorPolicy
{
    // After the policy that loads a page with the attributes of its model.
    public override int Order => 1000;

    private string BaseDomain => configuration["App:BaseDomain"] ?? "localhost:5000";

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(e => IsMeantForOne(e) || e.Metadata.GetMetadata<PageActionDescriptor>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!candidates.IsValidCandidate(i) || !IsMeantForOne(candidates[i].Endpoint)) continue;
            var isPlatform = TenantAddress.Parse(httpContext.Request.Host.Value, BaseDomain).Kind == AddressKind.Platform;
            var wantsPlatform = candidates[i].Endpoint.Metadata.GetMetadata<PlatformOnlyAttribute>() is not null;
            // Ruling 34: until operators have a second factor, their pages are not there in production; the verbs are.
            if (isPlatform != wantsPlatform || (wantsPlatform && environment.IsProduction())) candidates.SetValidity(i, false);
        }

        return Task.CompletedTask;
    }

    private static bool IsMeantForOne(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PlatformOnlyAttribute>() is not null || endpoint.Metadata.GetMetadata<CompanyOnlyAttribute>() is not null;
}
