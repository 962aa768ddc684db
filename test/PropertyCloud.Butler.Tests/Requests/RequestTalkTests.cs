using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Tests.Requests;

public sealed class RequestTalkTests
{
    private readonly Given _ = new();

    [Fact]
    public void PostMessage_FromStaff_StopsRespond_EvenBeforeAccepting()
    {
        var request = _.Reported();
        _.Later(2);
        request.PostMessage("马上过去看", [], _.Butler, _.Now);
        request.Facts.ShouldHaveSingleItem().Kind.ShouldBe(ClockFactKind.Responded);
        request.UnreadByResident.ShouldBe(1);
        request.Events.OfType<MessagePosted>().ShouldHaveSingleItem().FromResident.ShouldBeFalse();
    }

    [Fact]
    public void PostMessage_FromTheResident_StopsNothing()
    {
        var request = _.Reported();
        request.PostMessage("我在家", [], _.Resident, _.Now);
        request.Facts.ShouldBeEmpty();
        request.UnreadByStaff.ShouldBe(2);
    }

    [Fact]
    public void PostMessage_ThatSaysNothing_IsRefused() => Given.Refused(() => _.Reported().PostMessage(" ", [], _.Butler, _.Now)).Status.ShouldBe(422);

    [Fact]
    public void PostMessage_AfterTheEnd_IsRefused()
    {
        var request = _.Reported();
        request.Cancel(null, _.Resident, _.Now);
        Given.Refused(() => request.PostMessage("还在吗", [], _.Resident, _.Now)).Code.ShouldBe("butler.moved-on");
    }

    [Fact, Trait("Requirement", "R53")]
    public void Answer_IsWhatStopsFeedBack_AMessageDoesNot()
    {
        var request = _.Accepted(RequestKinds.Complaint);
        request.PostMessage("正在了解", [], _.Butler, _.Now);
        request.Facts.ShouldNotContain(f => f.Kind == ClockFactKind.Answered);
        _.Later(5);
        request.Answer("已与楼上约定午休时段停工", [], _.Butler, _.Now);
        request.Facts.Single(f => f.Kind == ClockFactKind.Answered).At.ShouldBe(_.Now);
        _.Later(5);
        request.Answer("补充", [], _.Butler, _.Now);
        request.Facts.Count(f => f.Kind == ClockFactKind.Answered).ShouldBe(1);
    }

    [Fact]
    public void Answer_BeforeAccepting_IsRefused() => Given.Refused(() => _.Reported().Answer("好", [], _.Butler, _.Now)).Code.ShouldBe("butler.moved-on");

    [Fact]
    public void AddNote_IsNoEntryThatAResidentReads()
    {
        var request = _.Accepted();
        request.AddNote("8 月换过软管，带整套管件", _.Butler, _.Now);
        request.Notes.ShouldHaveSingleItem().Text.ShouldBe("8 月换过软管，带整套管件");
        request.Entries.ShouldNotContain(e => e.Kind == EntryKind.Note);
        request.Events.OfType<MessagePosted>().ShouldBeEmpty();
    }

    [Fact]
    public void AddNote_ByAResident_IsRefused() => Given.Refused(() => _.Accepted().AddNote("x", _.Resident, _.Now)).Status.ShouldBe(403);

    [Fact]
    public void NoteReveal_NeedsAReason() => Given.Refused(() => _.Accepted().NoteReveal("", _.Butler, _.Now)).ShouldBeOfType<InvalidInputException>();

    [Fact]
    public void Sequence_GrowsOverBothTables()
    {
        var request = _.Accepted();
        request.AddNote("一", _.Butler, _.Now);
        request.PostMessage("二", [], _.Butler, _.Now);
        request.Entries.Select(e => e.Sequence).ShouldBe([1, 2, 4]);
        request.Notes.Select(n => n.Sequence).ShouldBe([3]);
    }
}
