using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.ServiceCards;

namespace PropertyCloud.Registry.Tests.ServiceCards;

public sealed class ServiceCardTests
{
    private static readonly DateTime Now = new(2026, 9, 15, 7, 0, 0, DateTimeKind.Utc);
    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    [Fact]
    public void Issue_HasACodeOfEightyBits()
    {
        var codes = Enumerable.Range(0, 1000).Select(i => ServiceCard.Issue(Id(i + 1), Id(5)).Code).ToList();
        codes.ShouldAllBe(c => c.Length == 16 && c.All(x => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".Contains(x)));
        codes.Distinct().Count().ShouldBe(1000);
        foreach (var place in Enumerable.Range(0, 16)) codes.Select(c => c[place]).Distinct().Count().ShouldBe(32, $"place {place}");
    }

    [Fact]
    public void Rotate_EndsThisCardAndIssuesTheNext()
    {
        var card = ServiceCard.Issue(Id(1), Id(5));
        var next = card.Rotate(Id(2), "卡丢了", Now);
        card.State.ShouldBe(CardState.Rotated);
        card.ActiveUnitId.ShouldBeNull();
        card.RotatedBecause.ShouldBe("卡丢了");
        next.ActiveUnitId.ShouldBe(Id(5));
        next.Code.ShouldNotBe(card.Code);
    }

    [Fact]
    public void Rotate_Twice_IsRefused()
    {
        var card = ServiceCard.Issue(Id(1), Id(5));
        card.Rotate(Id(2), "卡丢了", Now);
        Should.Throw<DomainException>(() => card.Rotate(Id(3), "卡丢了", Now)).Code.ShouldBe("registry.card-rotated");
    }

    [Fact]
    public void Rotate_WithoutAReason_IsRefused()
    {
        var card = ServiceCard.Issue(Id(1), Id(5));
        Should.Throw<DomainException>(() => card.Rotate(Id(2), " ", Now)).Code.ShouldBe("registry.card-reason-missing");
        card.State.ShouldBe(CardState.Active);
    }
}
