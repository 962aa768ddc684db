using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.Requests;

/// <summary>Who acts on a request.</summary>
/// <param name="Id">User id, or null for the system.</param>
/// <param name="Name">Shown to colleagues who come too late.</param>
/// <param name="PartyId">The resident's party; null for staff and the system.</param>
/// <param name="When">Writes an instant for this reader: 15:31, 昨天 15:31.</param>
internal sealed record Actor(Guid? Id, string Name, Guid? PartyId, Func<DateTime, string> When)
{
    public bool IsResident => PartyId is not null;
    public bool IsStaff => Id is not null && PartyId is null;
}

/// <summary>Makes the actor of the running scope. Scoped.</summary>
internal sealed class Actors(ICurrentUser user, Display display)
{
    public Actor Current() => user.Access is { } access
        ? new(access.Id, access.Name, access.PartyId, display.When)
        : System();

    public Actor System() => new(null, "", null, display.When);
}
