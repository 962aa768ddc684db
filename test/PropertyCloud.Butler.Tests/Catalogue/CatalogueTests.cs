using PropertyCloud.Butler.Catalogue;
using PropertyCloud.Butler.Tests.Requests;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Tests.Catalogue;

public sealed class CatalogueTests
{
    private static readonly CatalogueFacts Lamp = new(RequestKinds.Repair, "灯具", "Lamps", "engineering", null, null, 10);

    [Fact, Trait("Requirement", "R153")]
    public void Offer_TakesTheKindsIconWhereNoneIsGiven()
    {
        var item = CatalogueItem.Offer(Given.Id(1), "lamp", Lamp);
        item.Icon.ShouldBe("tool");
        item.IsActive.ShouldBeTrue();
    }

    [Theory, InlineData("Lamp"), InlineData(""), InlineData("灯")]
    public void Offer_UnderABadCode_IsRefused(string code) => Given.Refused(() => CatalogueItem.Offer(Given.Id(1), code, Lamp)).Status.ShouldBe(422);

    [Fact]
    public void Change_ToUnknownDepartmentOrKind_IsRefused()
    {
        var item = CatalogueItem.Offer(Given.Id(1), "lamp", Lamp);
        Given.Refused(() => item.Change(Lamp with { Department = "kitchen" })).Status.ShouldBe(422);
        Given.Refused(() => item.Change(Lamp with { Kind = "wish" })).Status.ShouldBe(422);
        Given.Refused(() => item.Change(Lamp with { Name = "" })).Status.ShouldBe(422);
    }

    [Fact]
    public void Retire_ThenOfferAgain()
    {
        var item = CatalogueItem.Offer(Given.Id(1), "lamp", Lamp);
        item.Retire();
        item.IsActive.ShouldBeFalse();
        item.OfferAgain();
        item.IsActive.ShouldBeTrue();
    }

    [Fact]
    public void Icons_AreInTheSprite_AndOfferedOnce()
    {
        CatalogueIcons.Offered.Except(PropertyCloud.Theme.ThemeAssets.IconNames).ShouldBeEmpty();
        CatalogueIcons.Offered.ShouldBeUnique();
    }
}
