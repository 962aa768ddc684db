using PropertyCloud.Butler.Requests;
using PropertyCloud.Butler.Residents;
using PropertyCloud.Butler.Tests.Requests;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Tests.Residents;

/// <summary>Ruling 16, and that no page of residents can read an internal note.</summary>
public sealed class ResidentScopeTests
{
    private readonly Given _ = new();
    private static readonly Guid Unit = Given.Id(22);
    private static readonly Guid Newcomer = Given.Id(50);

    private bool Sees(Guid party, Request request, params PartyUnit[] relations) =>
        ResidentScope.Visible(party, [.. relations.Where(r => r.PartyId == party)], relations, local => local.AddHours(-8)).Compile()(request);

    private static PartyUnit Relation(Guid party, DateOnly from, DateOnly? to = null) => new(party, "名", null, Unit, UnitRole.Owner, from, to, true);

    [Fact]
    public void OwnRequest_IsSeen() => Sees(_.Resident.PartyId!.Value, _.Reported()).ShouldBeTrue();

    [Fact]
    public void HouseholdsRequest_DuringOnesRelation_IsSeen() => Sees(Newcomer, _.Reported(), Relation(Newcomer, new(2026, 9, 15))).ShouldBeTrue();

    [Fact]
    public void PredecessorsRequest_IsNotSeen() => Sees(Newcomer, _.Reported(), Relation(Newcomer, new(2026, 9, 16))).ShouldBeFalse();

    [Fact]
    public void RequestAfterOneMovedOut_IsNotSeen() => Sees(Newcomer, _.Reported(), Relation(Newcomer, new(2026, 1, 1), new(2026, 9, 14))).ShouldBeFalse();

    [Theory]
    [InlineData("2026-09-15", "2026-09-15")]
    [InlineData("2026-09-14", "2026-09-15")]
    public void PredecessorsRequest_OfTheDayOfHandingOver_IsNotSeen(string lastDay, string firstDay) =>
        Sees(Newcomer, _.Reported(), Relation(Newcomer, DateOnly.Parse(firstDay)), Relation(_.Resident.PartyId!.Value, new(2026, 1, 1), DateOnly.Parse(lastDay))).ShouldBeFalse();

    [Fact]
    public void SuccessorsRequest_OfTheDayOfHandingOver_IsNotSeen() =>
        Sees(Newcomer, _.Reported(), Relation(Newcomer, new(2026, 1, 1), new(2026, 9, 15)), Relation(_.Resident.PartyId!.Value, new(2026, 9, 15))).ShouldBeFalse();

    [Fact]
    public void HouseholdsRequest_OfWhoMovesOutLater_IsSeen() =>
        Sees(Newcomer, _.Reported(), Relation(Newcomer, new(2026, 9, 15)), Relation(_.Resident.PartyId!.Value, new(2026, 1, 1), new(2026, 9, 16))).ShouldBeTrue();

    [Fact]
    public void HouseholdsRequest_OfWhoCameOnTheSameDay_IsSeen() =>
        Sees(Newcomer, _.Reported(), Relation(Newcomer, new(2026, 9, 15)), Relation(_.Resident.PartyId!.Value, new(2026, 9, 15))).ShouldBeTrue();

    [Fact]
    public void AnothersRelation_OpensNothing() => Sees(Newcomer, _.Reported(), Relation(Given.Id(51), new(2026, 1, 1))).ShouldBeFalse();

    [Fact]
    public void NoRelation_SeesNothing() => Sees(Newcomer, _.Reported()).ShouldBeFalse();
}
