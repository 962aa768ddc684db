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

    private Request Unnamed => Request.Report(_.New() with { ReporterPartyId = null, Channel = RequestChannel.Phone }, 24, _.Butler);

    /// <summary>Each of the two could read the other's: neither does, whether the days meet or the old household left the day before.</summary>
    [Fact]
    public void WithoutAReporter_OnTheDayOfHandingOver_IsSeenByNeither()
    {
        var (old, next) = (Relation(_.Resident.PartyId!.Value, new(2026, 1, 1), new(2026, 9, 15)), Relation(Newcomer, new(2026, 9, 15)));
        Sees(Newcomer, Unnamed, old, next).ShouldBeFalse("it may be the predecessor's");
        Sees(old.PartyId, Unnamed, old, next).ShouldBeFalse("it may be the successor's");
    }

    [Theory]
    [InlineData("2026-09-14", "2026-09-15", false, true)]
    [InlineData("2026-09-15", "2026-09-16", true, false)]
    [InlineData("2026-09-14", "2026-09-14", false, true)]
    [InlineData("2026-09-16", "2026-09-16", true, false)]
    public void WithoutAReporter_OnADayThatOneHouseholdHadAlone_IsSeenByThatOne(string lastDay, string firstDay, bool before, bool after)
    {
        var (old, next) = (Relation(_.Resident.PartyId!.Value, new(2026, 1, 1), DateOnly.Parse(lastDay)), Relation(Newcomer, DateOnly.Parse(firstDay)));
        (Sees(old.PartyId, Unnamed, old, next), Sees(Newcomer, Unnamed, old, next)).ShouldBe((before, after));
    }

    [Fact]
    public void WithoutAReporter_InAHomeThatNobodyHandedOver_IsSeen() =>
        Sees(Newcomer, Unnamed, Relation(Newcomer, new(2026, 9, 15)), Relation(_.Resident.PartyId!.Value, new(2026, 9, 15))).ShouldBeTrue();

    [Fact]
    public void AnothersRelation_OpensNothing() => Sees(Newcomer, _.Reported(), Relation(Given.Id(51), new(2026, 1, 1))).ShouldBeFalse();

    [Fact]
    public void NoRelation_SeesNothing() => Sees(Newcomer, _.Reported()).ShouldBeFalse();
}
