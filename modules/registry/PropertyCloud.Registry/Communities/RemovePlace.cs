using PropertyCloud.Kernel.Domain;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Registry.Communities;

/// <summary>Removes a public place that nothing was reported at.</summary>
internal sealed class RemovePlace(RegistryReach reach) : IUseCase
{
    /// <returns>The community it was in.</returns>
    public async Task<Guid> HandleAsync(Guid id, long? seen, CancellationToken cancellation = default)
    {
        var place = await reach.PlaceAsync(id, seen, cancellation);
        await reach.RemoveAsync(RegistryItem.Place, place, cancellation);
        return place.CommunityId;
    }
}
