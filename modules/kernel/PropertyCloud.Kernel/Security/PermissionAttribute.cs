using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace PropertyCloud.Kernel.Security;

/// <summary>On a page model: only users with the permission. Without it (and without <c>[AllowAnonymous]</c>) a page needs a
/// signed-in user at least, and the architecture tests ask for one of the two or <see cref="AnySignedInAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PermissionAttribute(string permission) : AuthorizeAttribute($"{PolicyPrefix}{permission}")
{
    public const string PolicyPrefix = "permission:";
    public string Permission { get; } = permission;
}

/// <summary>Meant for everybody who is signed in, residents included.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnySignedInAttribute : AuthorizeAttribute;

public static class PermissionEndpointExtensions
{
    public static TBuilder RequirePermission<TBuilder>(this TBuilder builder, string permission) where TBuilder : IEndpointConventionBuilder
        => builder.RequireAuthorization(new PermissionAttribute(permission));
}
