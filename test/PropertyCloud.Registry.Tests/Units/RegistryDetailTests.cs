using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Imports;
using PropertyCloud.Registry.Parties;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Tests.Units;

/// <summary>What an import counts and what refusals say beside their code.</summary>
public sealed class RegistryDetailTests
{
    private static readonly DateOnly Today = new(2026, 9, 5);
    private static readonly DateTime Now = new(2026, 9, 5, 7, 0, 0, DateTimeKind.Utc);

    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    [Fact]
    public void Import_AddsUpThePhonesThatWaitForASecondPerson()
    {
        var run = ImportRun.Upload(Id(1), "住户.xlsx", Id(2), Now);
        run.Checked(9, 9, 0);
        run.ChooseGood(Now);
        run.Advance(2, new(0, 0, 0, 0, 3), Now);
        run.Advance(2, new(0, 0, 0, 0, 2), Now);
        run.PhonesAsked.ShouldBe(5);
    }

    [Fact]
    public void RelationThatWouldEndBeforeItBegan_SaysTheDay()
    {
        var unit = Unit.Create(Id(1), new(Id(2), Id(3), "7", Id(4), "2", "1502"), Id(5), null);
        var relation = unit.Add(Id(11), Id(21), UnitRole.Owner, Today, false, Today);
        Should.Throw<DomainException>(() => unit.End(Id(11), Today.AddDays(-1))).Args.ShouldBe(["2026-09-05"]);
        unit.End(Id(11), Today);
        Should.Throw<DomainException>(() => relation.Correct(UnitRole.Owner, Today.AddDays(1))).Args.ShouldBe(["2026-09-06"]);
    }

    [Fact]
    public void Phone_WithALetterInIt_IsNotJustTooShort()
    {
        PhoneNumber.TryParse("13800a38", out _, out var reason).ShouldBeFalse();
        reason.Args.ShouldBeEmpty();
    }
}
