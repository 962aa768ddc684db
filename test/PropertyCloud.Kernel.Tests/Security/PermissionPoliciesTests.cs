using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.Extensions.Options;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Kernel.Tests.Security;

public sealed class PermissionPoliciesTests
{
    private readonly PermissionPolicies _policies = new(Options.Create(new AuthorizationOptions()));

    [Fact]
    public async Task GetPolicy_OfAPermission_AsksForASignInAndForIt()
    {
        var policy = await _policies.GetPolicyAsync("permission:butler.accept");
        policy.ShouldNotBeNull();
        policy.Requirements.ShouldContain(r => r is DenyAnonymousAuthorizationRequirement);
        policy.Requirements.OfType<PermissionRequirement>().Single().Permission.ShouldBe("butler.accept");
    }

    [Fact]
    public async Task GetPolicy_OfAnotherName_IsNotInvented() => (await _policies.GetPolicyAsync("butler.accept")).ShouldBeNull();

    [Theory]
    [InlineData("butler.accept", true)]
    [InlineData("butler.Accept", false)]
    [InlineData("butler", false)]
    [InlineData("butler.accept.all", false)]
    public async Task Handle_OnlyTheVeryPermission_Succeeds(string asked, bool expected)
    {
        var user = new CurrentUser();
        user.Become(new UserAccess(Guid.Empty, "李雯", null, null, new HashSet<string>(["butler.accept"]), DataScope.Nothing, []));
        var context = new AuthorizationHandlerContext([new PermissionRequirement(asked)], new(), null);
        await new PermissionHandler(user).HandleAsync(context);
        context.HasSucceeded.ShouldBe(expected);
    }

    [Fact]
    public async Task Handle_NobodySignedIn_Fails()
    {
        var context = new AuthorizationHandlerContext([new PermissionRequirement("butler.accept")], new(), null);
        await new PermissionHandler(new CurrentUser()).HandleAsync(context);
        context.HasSucceeded.ShouldBeFalse();
    }
}
