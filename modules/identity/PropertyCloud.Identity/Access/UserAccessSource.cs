using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Access;

internal sealed class UserAccessSource(AccessLoader loader) : IUserAccessSource
{
    public async ValueTask<UserAccess?> FindAsync(Guid userId, string securityStamp, CancellationToken cancellation)
    {
        var user = await loader.UserAsync(userId, cancellation);
        return user.Access is not null && string.Equals(user.SecurityStamp, securityStamp, StringComparison.Ordinal) ? user.Access : null;
    }

    public async ValueTask<UserAccess?> FindAsync(Guid userId, CancellationToken cancellation) => (await loader.UserAsync(userId, cancellation)).Access;
}
