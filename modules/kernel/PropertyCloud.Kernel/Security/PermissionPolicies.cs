using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace PropertyCloud.Kernel.Security;

internal sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;

/// <summary>Makes a policy of each permission as it is asked for.</summary>
internal sealed class PermissionPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    private readonly ConcurrentDictionary<string, AuthorizationPolicy> _policies = new(StringComparer.Ordinal);

    public override bool AllowsCachingPolicies => true;

    public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) => policyName.StartsWith(PermissionAttribute.PolicyPrefix, StringComparison.Ordinal)
        ? Task.FromResult<AuthorizationPolicy?>(_policies.GetOrAdd(policyName, Make))
        : base.GetPolicyAsync(policyName);

    private static AuthorizationPolicy Make(string policyName) => new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .AddRequirements(new PermissionRequirement(policyName[PermissionAttribute.PolicyPrefix.Length..]))
        .Build();
}

internal sealed class PermissionHandler(ICurrentUser user) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (user.Has(requirement.Permission)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
