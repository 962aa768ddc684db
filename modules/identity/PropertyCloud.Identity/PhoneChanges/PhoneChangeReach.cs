using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.PhoneChanges;

/// <summary>Which changes the current user sees, and which are theirs to decide: by permission within their data scope (staff
/// belong to the whole company); beside that, everybody sees what they asked for, and what concerns their own phone.</summary>
internal sealed class PhoneChangeReach(IdentityDbContext db, ICurrentUser me)
{
    public bool MayDecide => me.Has(IdentityPermissions.ApprovePhones);

    /// <summary>What the list shows: own requests, and what is the user's to decide.</summary>
    public IQueryable<PhoneChange> Listed()
    {
        var id = me.RequireId();
        var isAll = MayDecide && me.Scope.Kind == DataScopeKind.Company;
        var communities = MayDecide && me.Scope.Kind == DataScopeKind.Community ? me.Scope.Ids.Select(c => (Guid?)c).ToList() : [];
        return db.PhoneChanges.Where(c => isAll || c.AskedBy == id || communities.Contains(c.CommunityId));
    }

    /// <summary>The change with the account of whose phone it is, tracked; 404 where it is none of the user's business.</summary>
    public async Task<(PhoneChange Change, User? Owner)> FindAsync(Guid id, CancellationToken cancellation)
    {
        var change = await db.GetAsync<PhoneChange>(id, cancellation);
        var owner = await OwnerAsync(change, cancellation);
        if (!IsOwner(owner) && change.AskedBy != me.RequireId() && !Decides(change)) throw DomainException.NotFound();
        return (change, owner);
    }

    /// <summary>True where the user's rights reach it; whether they are the second person says the change itself.</summary>
    public bool Decides(PhoneChange change) => MayDecide && me.Scope.Kind switch
    {
        DataScopeKind.Company => true,
        DataScopeKind.Community => change.CommunityId is { } community && me.Scope.Ids.Contains(community),
        _ => false,
    };

    public bool IsOwner(User? owner) => owner is not null && owner.Id == me.Id;

    private async Task<User?> OwnerAsync(PhoneChange change, CancellationToken cancellation) => change.UserId is { } user
        ? await db.TryGetAsync<User>(user, cancellation)
        : await db.Users.FirstOrDefaultAsync(u => u.PartyId == change.PartyId, cancellation);
}
