using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Kernel.Files;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.Requests;

/// <summary>Photos of a request: staff within their scope, the department that has or had an order, residents by ruling 16.</summary>
internal sealed class RequestBlobAccess(ButlerDbContext db, RequestAccess access, ICurrentUser user) : IBlobAccess
{
    public string Owner => "butler";

    public async Task<bool> MayReadAsync(Guid subject, CancellationToken cancellation)
    {
        if (await (await access.VisibleAsync(db.Requests, cancellation)).AnyAsync(r => r.Id == subject, cancellation)) return true;
        return user.Access is { IsResident: false, Department: { } department }
            && await db.Orders.AnyAsync(o => o.RequestId == subject && o.Department == department, cancellation);
    }
}
