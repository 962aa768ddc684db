using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Accounts;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Identity.PhoneChanges;

/// <param name="Current">The password.</param>
internal sealed record AskOwnPhoneRequest(string? Phone, string? Current);

/// <summary>The signed-in user wants another phone. Their password proves who they are; a second person still agrees, because a
/// session and a password can be in the wrong hands.</summary>
internal sealed class AskOwnPhone(IdentityDbContext db, PhoneChangeDesk desk, PasswordProof proof, ICurrentUser me, IServiceProvider services) : IUseCase
{
    /// <returns>The change that waits.</returns>
    public async Task<Guid> HandleAsync(AskOwnPhoneRequest request, CancellationToken cancellation)
    {
        new Check().That(PhoneNumbers.IsMobile(request.Phone), "phone", "identity.phone", "写 11 位手机号").ThrowIfAny();
        var user = await db.GetAsync<User>(me.RequireId(), cancellation);
        await proof.RequireAsync(user, request.Current, cancellation);
        var (owner, known) = await OwnerAsync(user, cancellation);
        var change = await desk.AskAsync(owner, known, PhoneNumbers.Normalize(request.Phone!), user.Id, cancellation);
        await db.SaveChangesAsync(cancellation);
        return change.Id;
    }

    private async Task<(PhoneOwner Owner, string Known)> OwnerAsync(User user, CancellationToken cancellation)
    {
        if (user.PartyId is not { } party) return (PhoneOwner.Staff(user.Id), user.PhoneNumber ?? "");
        var homes = services.GetService<IPartyLookup>() is { } parties ? await parties.UnitsOfAsync(party, cancellation) : [];
        var home = homes.FirstOrDefault();
        var units = home is not null && services.GetService<IUnitLookup>() is { } lookup ? await lookup.GetAsync([home.UnitId], cancellation) : null;
        var community = home is null ? null : units?.GetValueOrDefault(home.UnitId)?.CommunityId;
        return (PhoneOwner.Resident(party, home?.UnitId, community), user.PhoneNumber ?? home?.Phone ?? "");
    }
}
