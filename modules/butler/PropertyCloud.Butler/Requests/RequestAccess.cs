using PropertyCloud.Butler.Residents;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.Requests;

/// <summary>Which requests the current user sees, applied inside queries. Scoped.</summary>
internal sealed class RequestAccess(ICurrentUser user, ResidentScope residents)
{
    public async ValueTask<IQueryable<Request>> VisibleAsync(IQueryable<Request> requests, CancellationToken cancellation) => user.Access switch
    {
        { PartyId: { } party } => await residents.ApplyAsync(requests, party, cancellation),
        { } access => Staff(requests, access),
        null => requests.Where(_ => false),
    };

    /// <summary>Staff: by data scope; whoever holds a request, stands in for it or has its order sees it as well.</summary>
    public static IQueryable<Request> Staff(IQueryable<Request> requests, UserAccess access)
    {
        var me = access.Id;
        return requests.Within(access.Scope, community: r => r.CommunityId, cluster: r => r.ClusterId, department: r => r.Department,
            own: r => r.ResponsibleId == me || r.AssigneeId == me || r.AcceptedBy == me);
    }
}
