using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Tests.Requests;

public sealed class RequestReportTests
{
    private readonly Given _ = new();

    [Fact, Trait("Requirement", "R42")]
    public void Report_TellsWhatCameInAndWhoHoldsIt()
    {
        var request = _.Reported();
        request.Status.ShouldBe(RequestStatus.Reported);
        request.Stage.ShouldBe(BoardStage.ToAccept);
        var told = request.Events.OfType<RequestChanged>().ShouldHaveSingleItem();
        told.Change.ShouldBe(RequestChange.Reported);
        told.ResponsibleId.ShouldBe(_.Butler.Id);
        told.ReporterPartyId.ShouldBe(_.Resident.PartyId);
    }

    [Theory, Trait("Requirement", "R42"), Trait("Requirement", "R131")]
    [InlineData(RequestKinds.Enquiry), InlineData(RequestKinds.Report), InlineData(RequestKinds.Repair), InlineData(RequestKinds.Complaint)]
    [InlineData(RequestKinds.Suggestion), InlineData(RequestKinds.Praise), InlineData(RequestKinds.ServiceOrder), InlineData(RequestKinds.Errand)]
    public void Report_TakesEveryKind(string kind) => _.Reported(kind).Kind.ShouldBe(kind);

    [Fact]
    public void Report_OfUnknownKind_IsRefused() => Given.Refused(() => _.Reported("wish")).ShouldBeOfType<InvalidInputException>();

    [Fact]
    public void Report_WithoutText_IsRefused() =>
        Given.Refused(() => Request.Report(_.New() with { Description = " " }, 24, _.Resident)).Status.ShouldBe(422);

    [Fact]
    public void Report_MakesTheTitleFromTheFirstSentence() => _.Reported().Title.ShouldBe("水槽下面一直滴水，柜子都泡湿了");

    [Fact]
    public void TitleFrom_LongText_IsCut() => Request.TitleFrom(null, new string('水', 80)).Length.ShouldBe(30);

    [Theory]
    [InlineData("Noise from upstairs during the midday rest", "Noise from upstairs during the midday rest")]
    [InlineData("The kitchen sink has been leaking since this morning and the cupboard is wet", "The kitchen sink has been leaking since this morning and th…")]
    public void TitleFrom_LatinText_MayBeTwiceAsLong(string text, string title) => Request.TitleFrom(null, text).ShouldBe(title);

    [Fact]
    public void TitleFrom_NeverCutsACharacterInTwo() => Request.TitleFrom(null, string.Concat(Enumerable.Repeat("🚰", 40))).EnumerateRunes().ShouldAllBe(r => r.Value != 0xFFFD);

    [Fact]
    public void Report_WithTooLongTitle_IsRefused() =>
        Given.Refused(() => Request.Report(_.New() with { Title = new string('水', 61) }, 24, _.Resident)).Status.ShouldBe(422);

    [Fact]
    public void Report_DatedBackWithinTheSetting_RunsFromTheReport()
    {
        var request = Request.Report(_.New() with { Channel = RequestChannel.Phone, ReportedAt = _.Now.AddHours(-24) }, 24, _.Butler);
        request.ReportedAt.ShouldBe(_.Now.AddHours(-24));
        request.RecordedAt.ShouldBe(_.Now);
        request.History().ReportedAt.ShouldBe(request.ReportedAt);
    }

    [Fact]
    public void Report_DatedBackTooFar_IsRefused() =>
        Given.Refused(() => Request.Report(_.New() with { Channel = RequestChannel.Phone, ReportedAt = _.Now.AddHours(-24).AddSeconds(-1) }, 24, _.Butler)).Code.ShouldBe("butler.backdated-too-far");

    [Fact]
    public void Report_InTheFuture_IsRefused() =>
        Given.Refused(() => Request.Report(_.New() with { Channel = RequestChannel.Phone, ReportedAt = _.Now.AddSeconds(1) }, 24, _.Butler)).Code.ShouldBe("butler.reported-in-future");

    [Fact]
    public void Report_ByResidentDatedBack_IsRefused() =>
        Given.Refused(() => Request.Report(_.New() with { ReportedAt = _.Now.AddHours(-1) }, 24, _.Resident)).Code.ShouldBe("butler.backdated-by-resident");

    [Theory]
    [InlineData(RequestKinds.Repair, "BX"), InlineData(RequestKinds.Complaint, "TS"), InlineData(RequestKinds.Enquiry, "ZX"), InlineData(RequestKinds.Report, "BS")]
    [InlineData(RequestKinds.Suggestion, "JY"), InlineData(RequestKinds.Praise, "BY"), InlineData(RequestKinds.ServiceOrder, "TY"), InlineData(RequestKinds.Errand, "DB")]
    public void NumberPrefix_TellsTheKind(string kind, string prefix) => NumberPrefixes.Of(kind).ShouldBe(prefix);
}
