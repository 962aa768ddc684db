using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Butler.Tests.Requests;

/// <summary>Every act in every state: what is refused, and that nothing was changed by it.</summary>
public sealed class RequestRefusalTests
{
    private static readonly string[] States = ["reported", "accepted", "in progress", "completed", "call-back", "archived", "declined", "cancelled"];
    private readonly Given _ = new();

    /// <summary>In which states each act is taken; in all others it is refused.</summary>
    private static readonly Dictionary<string, string[]> Taken = new()
    {
        ["accept"] = ["reported"],
        ["reclassify"] = ["reported", "accepted", "in progress"],
        ["dispatch"] = ["accepted", "in progress"],
        ["withdraw order"] = ["in progress"],
        ["complete"] = ["accepted"],
        ["urge"] = ["reported", "accepted", "in progress"],
        ["arrange"] = ["reported", "accepted", "in progress"],
        ["message"] = ["reported", "accepted", "in progress", "completed", "call-back"],
        ["answer"] = ["accepted", "in progress", "completed", "call-back"],
        ["reassign"] = ["reported", "accepted", "in progress", "completed", "call-back"],
        ["decline"] = ["reported", "accepted"],
        ["cancel"] = ["reported", "accepted", "in progress"],
        ["confirm"] = ["completed"],
        ["confirm automatically"] = ["completed"],
        ["send back"] = ["completed"],
        ["remind"] = ["completed"],
        ["reached"] = ["call-back"],
        ["missed"] = ["call-back"],
        ["given up"] = ["call-back"],
        ["again"] = ["archived"],
    };

    public static TheoryData<string, string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, bool>();
            foreach (var (act, states) in Taken)
            {
                foreach (var state in States) cases.Add(act, state, states.Contains(state));
            }

            return cases;
        }
    }

    private Request In(string state)
    {
        var request = state switch
        {
            "reported" or "declined" or "cancelled" => _.Reported(),
            "accepted" => _.Accepted(),
            "in progress" => _.Dispatched(),
            "completed" => _.Completed(),
            _ => _.WaitingForCallBack(),
        };
        if (state == "archived") request.CallBackReached(5, _.Butler, _.Now);
        if (state == "declined") request.Decline("不归我们", _.Butler, _.Now);
        if (state == "cancelled") request.Cancel(null, _.Resident, _.Now);
        return request;
    }

    private void Do(Request request, string act)
    {
        switch (act)
        {
            case "accept": request.Accept(_.Butler, _.Now); break;
            case "reclassify": request.Reclassify(Severities.Emergency, "水漫了", _.Butler, _.Now); break;
            case "dispatch": request.Dispatch([new("environment", null, null)], _.Butler, _.Now); break;
            case "withdraw order": request.WithdrawOrder(request.Orders.Count > 0 ? request.Orders[0].Id : Given.Id(99), "不用了", _.Butler, _.Now); break;
            case "complete": request.CompleteByButler("好了", [], _.Butler, _.Now); break;
            case "urge": request.Urge(_.Butler, _.Now); break;
            case "arrange": request.Arrange(_.Now, _.Now.AddHours(1), _.Butler, _.Now); break;
            case "message": request.PostMessage("在吗", [], _.Butler, _.Now); break;
            case "answer": request.Answer("好的", [], _.Butler, _.Now); break;
            case "reassign": request.Reassign(_.Other.Id!.Value, _.Butler, _.Now); break;
            case "decline": request.Decline("不归我们", _.Butler, _.Now); break;
            case "cancel": request.Cancel("不用了", _.Resident, _.Now); break;
            case "confirm": request.Confirm(5, null, Given.CallAll, _.Resident, _.Now); break;
            case "confirm automatically": request.ConfirmAutomatically(Given.CallAll, _.System, _.Now); break;
            case "send back": request.SendBack("还在滴", [], _.Resident, _.Now); break;
            case "remind": request.RemindToConfirm(_.System, _.Now); break;
            case "reached": request.CallBackReached(5, _.Butler, _.Now); break;
            case "missed": request.CallBackMissed(_.Butler, _.Now); break;
            case "given up": request.CallBackGivenUp(_.Butler, _.Now); break;
            default: request.CheckMayComeAgain(_.Resident); break;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Act_IsTakenInItsStatesAlone(string act, string state, bool taken)
    {
        var request = In(state);
        var (status, lines, facts, events) = (request.Status, request.LineCount, request.Facts.Count, request.Events.Count);
        if (taken)
        {
            Should.NotThrow(() => Do(request, act));
            return;
        }

        Given.Refused(() => Do(request, act)).Status.ShouldBe(409);
        (request.Status, request.LineCount, request.Facts.Count, request.Events.Count).ShouldBe((status, lines, facts, events));
    }

    [Theory]
    [InlineData("accepted", "周敏")]
    [InlineData("in progress", "周敏")]
    [InlineData("completed", "周敏")]
    [InlineData("call-back", "张素芬")]
    [InlineData("archived", "周敏")]
    [InlineData("declined", "周敏")]
    [InlineData("cancelled", "张素芬")]
    public void WhoComesTooLate_ReadsWhoWasFirst(string state, string who)
    {
        var request = In(state);
        var refused = Given.Refused(() => request.Accept(_.Other, _.Now));
        (refused.Code, refused.Args[0]).ShouldBe(("butler.moved-on", who));
        var others = States.Where(s => s != state && s != "reported").Select(s => Given.Refused(() => In(s).Accept(_.Other, _.Now)).Text);
        if (state is not "archived") others.ShouldNotContain(refused.Text, "each state says its own");
    }

    [Fact]
    public void Resident_WhoComesTooLate_ReadsNoNameOfAnother()
    {
        Given.Refused(() => In("archived").Cancel(null, _.Resident, _.Now)).Text.ShouldNotContain("{0}");
        Given.Refused(() => In("cancelled").Cancel(null, _.Resident, _.Now)).Text.ShouldNotContain("{0}");
        var atWork = Given.Refused(() => In("in progress").Confirm(5, null, Given.CallAll, _.Resident, _.Now)).Text;
        atWork.ShouldNotBe(Given.Refused(() => In("in progress").Accept(_.Butler, _.Now)).Text);
        Given.Refused(() => In("completed").Cancel(null, _.Resident, _.Now)).Text.ShouldNotBe(Given.Refused(() => In("completed").Cancel(null, _.Butler, _.Now)).Text);
    }

    [Fact]
    public void Inputs_AreRefusedByFieldAndTakenUpToTheirLength()
    {
        static string Long(int length) => new('长', length);
        void Bad(string field, Action act) => Should.Throw<InvalidInputException>(act).Errors.Select(e => e.Field).ShouldBe([field]);
        Bad("Kind", () => _.Reported("wish"));
        Bad("Description", () => Request.Report(_.New() with { Description = Long(2001) }, 24, _.Resident));
        Bad("Title", () => Request.Report(_.New() with { Title = Long(61) }, 24, _.Resident));
        Bad("UnitId", () => Request.Report(_.New() with { Where = _.New().Where with { Plate = "" } }, 24, _.Resident));
        Request.Report(_.New() with { Description = Long(2000), Title = Long(60) }, 24, _.Resident).Title.Length.ShouldBe(60);
        Bad("Reason", () => In("accepted").Reclassify("emergency", Long(201), _.Butler, _.Now));
        Bad("Reason", () => In("reported").Decline(Long(501), _.Butler, _.Now));
        Bad("Reason", () => In("reported").Cancel(Long(501), _.Resident, _.Now));
        Bad("Reason", () => In("completed").SendBack(Long(1001), [], _.Resident, _.Now));
        Bad("Reason", () => In("accepted").NoteReveal(Long(201), _.Butler, _.Now));
        Bad("Result", () => In("accepted").CompleteByButler(Long(1001), [], _.Butler, _.Now));
        Bad("Rating", () => In("completed").Confirm(0, null, Given.CallAll, _.Resident, _.Now));
        Bad("Comment", () => In("completed").Confirm(1, Long(501), Given.CallAll, _.Resident, _.Now));
        Bad("Text", () => In("accepted").PostMessage(Long(2001), [], _.Butler, _.Now));
        Bad("Text", () => In("accepted").AddNote(Long(2001), _.Butler, _.Now));
        Bad("Text", () => In("accepted").AddNote(" ", _.Butler, _.Now));
        In("completed").Confirm(1, Long(500), Given.CallAll, _.Resident, _.Now);
    }

    [Fact]
    public void OtherRefusals_NameTheirField()
    {
        void Bad(string code, int status, string? field, Action act)
        {
            var refused = Given.Refused(act);
            (refused.Code, refused.Status, refused.Field).ShouldBe((code, status, field));
        }

        Bad("butler.same-severity", 422, "Severity", () => In("accepted").Reclassify(Severities.Normal, "一样", _.Butler, _.Now));
        Bad("butler.no-department", 422, "Department", () => In("accepted").Dispatch([], _.Butler, _.Now));
        Bad("butler.unknown-department", 422, "Department", () => In("accepted").Dispatch([new("kitchen", null, null)], _.Butler, _.Now));
        Bad("butler.department-has-order", 409, "Department", () => In("in progress").Dispatch([new("engineering", null, null)], _.Butler, _.Now));
        Bad("butler.bad-slot", 422, "From", () => In("accepted").Arrange(_.Now.AddHours(1), _.Now.AddHours(1), _.Butler, _.Now));
        Bad("butler.reported-in-future", 422, "ReportedAt", () => Request.Report(_.New() with { Channel = RequestChannel.Phone, ReportedAt = _.Now.AddSeconds(1) }, 24, _.Butler));
        Bad("butler.backdated-too-far", 422, "ReportedAt", () => Request.Report(_.New() with { Channel = RequestChannel.Phone, ReportedAt = _.Now.AddHours(-25) }, 24, _.Butler));
        Bad("butler.backdated-by-resident", 422, "ReportedAt", () => Request.Report(_.New() with { ReportedAt = _.Now.AddMinutes(-1) }, 24, _.Resident));
        Bad("butler.order-not-open", 409, null, () => In("in progress").WithdrawOrder(Given.Id(99), null, _.Butler, _.Now));
        Bad("kernel.forbidden", 403, null, () => In("accepted").AddNote("x", _.Resident, _.Now));
    }
}
