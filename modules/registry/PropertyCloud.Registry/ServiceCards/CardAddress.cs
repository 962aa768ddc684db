using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Registry.ServiceCards;

/// <param name="Address">What the QR code says.</param>
internal sealed record CardView(Guid Id, string Code, string Address, string Plate, string Spoken, string Community);

/// <summary>Where a card leads: the resident's home, with the code as a greeting. It gives no access.</summary>
internal sealed class CardAddress(IAddresses addresses, ICurrentTenant tenant)
{
    public string Of(string code) => addresses.Of(tenant.Info ?? throw new InvalidOperationException("A card belongs to a company."), $"/home?card={code}");
}
