using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;
using PropertyCloud.WorkOrders.Orders;
using static PropertyCloud.WorkOrders.Tests.Orders.TestOrders;

namespace PropertyCloud.WorkOrders.Tests.Orders;

/// <summary>Every act in every state: what is refused, by which code, and that nothing was changed by it.</summary>
public sealed class WorkOrderRefusalTests
{
    private static readonly string Long = new('长', OrderEntry.ReasonLength + 1);

    private static WorkOrder In(string state)
    {
        var order = state switch
        {
            "dispatched" => Dispatched(),
            "taken" or "arrived" => Taken(),
            "in progress" => InProgress(),
            "on hold" => OnHold(),
            _ => Completed(),
        };
        if (state == "arrived") order.Arrive(Li, At(14));
        if (state is not ("declined" or "withdrawn")) return order;
        order = Taken();
        if (state == "declined") order.Decline(Li, "保修范围", At(9));
        else order.Withdraw(Zhou.Id, "业主取消", At(9));
        return order;
    }

    private static void Do(WorkOrder order, string act, Actor actor)
    {
        switch (act)
        {
            case "take": order.Take(actor, At(60)); break;
            case "arrive": order.Arrive(actor, At(60)); break;
            case "start": order.Start(actor, At(60)); break;
            case "hold": order.Hold(actor, "等配件", At(60)); break;
            case "resume": order.Resume(actor, At(60)); break;
            case "complete": order.Complete(actor, "好了", [], At(60)); break;
            case "decline": order.Decline(actor, "做不了", At(60)); break;
            case "transfer": order.Transfer(actor, Departments.Environment, null, "换部门", At(60)); break;
            default: order.Assign(Head, Yang.Id!.Value, At(60)); break;
        }
    }

    private static void IsRefused(WorkOrder order, string code, int status, Action act)
    {
        var (before, told) = (order.Status, order.Sequence);
        var refused = Should.Throw<DomainException>(act);
        (refused.Code, refused.Status).ShouldBe((code, status));
        refused.Text.ShouldNotBeNullOrWhiteSpace();
        (order.Status, order.Sequence).ShouldBe((before, told));
    }

    [Theory]
    [InlineData("dispatched", "start", "work-orders.take-first")]
    [InlineData("dispatched", "resume", "work-orders.take-first")]
    [InlineData("dispatched", "complete", "work-orders.take-first")]
    [InlineData("taken", "resume", "work-orders.not-on-hold")]
    [InlineData("arrived", "arrive", "work-orders.not-on-the-way")]
    [InlineData("in progress", "start", "work-orders.cannot-start")]
    [InlineData("on hold", "start", "work-orders.cannot-start")]
    [InlineData("on hold", "arrive", "work-orders.not-on-the-way")]
    [InlineData("on hold", "hold", "work-orders.cannot-hold")]
    [InlineData("on hold", "complete", "work-orders.resume-first")]
    [InlineData("on hold", "decline", "work-orders.resume-before-decline")]
    [InlineData("on hold", "transfer", "work-orders.resume-before-transfer")]
    [InlineData("taken", "assign", "work-orders.transfer-instead")]
    public void Act_InTheWrongState_SaysWhatToDoInstead(string state, string act, string code)
    {
        var order = In(state);
        IsRefused(order, code, 409, () => Do(order, act, Li));
    }

    public static TheoryData<string, string> Overs
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var state in new[] { "completed", "withdrawn", "declined" })
            {
                foreach (var act in new[] { "take", "arrive", "start", "hold", "resume", "complete", "decline", "assign" }) data.Add(state, act);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Overs))]
    public void Act_WhenOver_SaysHowItEnded(string state, string act)
    {
        var order = In(state);
        IsRefused(order, $"work-orders.{state}", 409, () => Do(order, act, Li));
    }

    [Theory]
    [InlineData("completed")]
    [InlineData("withdrawn")]
    [InlineData("declined")]
    public void Transfer_WhenOver_IsRefusedToTheHeadToo(string state)
    {
        var order = In(state);
        IsRefused(order, $"work-orders.{state}", 409, () => Do(order, "transfer", Head));
        IsRefused(order, $"work-orders.{state}", 409, () => Do(order, "transfer", Li));
    }

    [Theory]
    [InlineData("taken", "arrive")]
    [InlineData("taken", "start")]
    [InlineData("taken", "hold")]
    [InlineData("on hold", "resume")]
    [InlineData("in progress", "complete")]
    [InlineData("taken", "decline")]
    [InlineData("taken", "transfer")]
    public void Act_OnWhatAnotherHolds_IsRefused(string state, string act)
    {
        var order = In(state);
        IsRefused(order, "work-orders.not-yours", 403, () => Do(order, act, Yang));
    }

    [Theory]
    [InlineData("take")]
    [InlineData("arrive")]
    [InlineData("decline")]
    [InlineData("transfer")]
    public void Act_ByNobody_AsksToSignIn(string act)
    {
        var order = In("dispatched");
        IsRefused(order, "kernel.sign-in-first", 401, () => Do(order, act, new Actor(null, Departments.Engineering, MayTake: true, MayAssign: false)));
    }

    [Fact]
    public void HeldOrder_IsNotNobodys()
    {
        var order = In("taken");
        IsRefused(order, "kernel.sign-in-first", 401, () => order.Start(new Actor(null, Departments.Engineering, true, false), At(60)));
    }

    [Fact]
    public void Dispatched_IsDeclinedAndTransferredByTheDepartment_NotByOthers()
    {
        foreach (var act in new[] { "decline", "transfer" })
        {
            var order = In("dispatched");
            IsRefused(order, "work-orders.not-yours", 403, () => Do(order, act, Cleaner));
            IsRefused(order, "work-orders.not-yours", 403, () => Do(order, act, Li with { MayTake = false }));
            Do(order, act, Li);
            order.Status.ShouldBe(act == "decline" ? OrderStatus.Declined : OrderStatus.Dispatched);
            Do(In("dispatched"), act, Cleaner with { MayAssign = true });
        }
    }

    [Fact]
    public void DispatchedToANamedPerson_IsNotDeclinedByAColleague()
    {
        var order = Dispatched(Yang.Id);
        IsRefused(order, "work-orders.not-yours", 403, () => Do(order, "decline", Li));
        Do(order, "decline", Yang with { MayTake = false });
        order.Status.ShouldBe(OrderStatus.Declined);
    }

    [Fact]
    public void Take_AfterAnotherOfTheDepartmentIsNamed_OrByAStranger_IsRefused()
    {
        var named = Dispatched(Yang.Id);
        IsRefused(named, "work-orders.assigned-to-other", 409, () => named.Take(Li, At(7)));
        var open = Dispatched();
        IsRefused(open, "work-orders.other-department", 403, () => open.Take(Cleaner, At(7)));
    }

    [Fact]
    public void TakenWithoutAnInstant_IsNotPossible_TheSecondReadsTheFirstOnes() =>
        Should.Throw<OrderTakenException>(() => InProgress().Take(Yang, At(60))).TakenAt.ShouldBe(At(7));

    [Fact]
    public void Assign_AndTransfer_ToWhatIsUnknown_NameTheField()
    {
        var order = Taken();
        IsRefused(order, "work-orders.unknown-department", 422, () => order.Transfer(Head, "plumbing", null, "换部门", At(9)));
        var same = Should.Throw<DomainException>(() => order.Transfer(Head, Departments.Engineering, Li.Id, "再派", At(9)));
        (same.Code, same.Status, same.Field).ShouldBe(("work-orders.same-receiver", 422, "department"));
        var unknown = Should.Throw<DomainException>(() => Dispatched(department: "plumbing"));
        (unknown.Status, unknown.Field, unknown.Args[0]).ShouldBe((422, "department", "plumbing"));
    }

    [Fact]
    public void Transfer_ToAColleagueOrAnotherDepartmentsNobody_IsNotTheSame()
    {
        var order = Taken();
        order.Transfer(Head, Departments.Engineering, null, "谁有空谁接", At(9));
        order.AssigneeId.ShouldBeNull();
        var other = Dispatched();
        other.Transfer(Head, Departments.Environment, null, "不归工程", At(9));
        other.Department.ShouldBe(Departments.Environment);
    }

    [Fact]
    public void Reasons_AreTakenUpToTheirLength()
    {
        foreach (var act in new Action<string>[] { r => InProgress().Hold(Li, r, At(20)), r => Taken().Decline(Li, r, At(20)), r => Taken().Transfer(Head, Departments.Environment, null, r, At(20)) })
        {
            Should.Throw<InvalidInputException>(() => act(Long)).Errors.Select(e => (e.Field, e.Code)).ShouldBe([("reason", "kernel.too-long")]);
            Should.NotThrow(() => act(Long[1..]));
        }

        Should.Throw<InvalidInputException>(() => InProgress().Complete(Li, new('长', OrderEntry.NoteLength + 1), [], At(20))).Errors.Select(e => (e.Field, e.Code)).ShouldBe([("note", "kernel.too-long")]);
    }

    [Fact]
    public void Dispatch_WithoutTheSourcesId_IsAMistakeOfTheProgram() =>
        Should.Throw<ArgumentException>(() => WorkOrder.Dispatch(new(Guid.Empty, "GD2609150001", "butler.request", Source, "BX2609150127", Departments.Engineering, null, "厨房水槽下方漏水", null,
            "repair", null, "normal", Id(50), null, null, null, "7-2-1502", false, OrderClock.None, OrderClock.None, null, At(6))));

    [Fact]
    public void RequireCompletable_SaysBeforehandWhatCompleteWould()
    {
        Should.NotThrow(() => InProgress().RequireCompletable(Li, "好了"));
        Should.Throw<DomainException>(() => OnHold().RequireCompletable(Li, "好了")).Code.ShouldBe("work-orders.resume-first");
    }

    [Fact]
    public void Resume_AfterAnArrivalWithoutWork_IsArrivedAgain()
    {
        var order = In("arrived");
        order.Hold(Li, "业主不在", At(20));
        order.Resume(Li, At(30));
        (order.Status, order.HeldAt, order.Last().Change).ShouldBe((OrderStatus.Arrived, null, OrderChange.Resumed));
        order.Entries[^1].Kind.ShouldBe(OrderEntryKind.Resumed);
    }

    [Fact]
    public void NewRound_StartsFromNothing()
    {
        var order = Completed();
        order.Rework(null, "还在滴", At(120));
        (order.DispatchedAt, order.TakenAt, order.StartedAt, order.HeldAt, order.HoldReason).ShouldBe((At(120), null, null, null, null));
        order.Transfer(Head, Departments.Environment, null, "换部门", At(130));
        order.IsRework.ShouldBeTrue("the mark of rework stays with the order");
    }

    [Fact]
    public void Dispatch_KeepsEverythingThatTheSourceSaid()
    {
        var order = Dispatched(Yang.Id);
        (order.Number, order.SourceType, order.SourceId, order.SourceNumber, order.Title, order.Note, order.Kind, order.ItemCode, order.Severity, order.Plate, order.PlateIsPublic, order.DispatchedAt)
            .ShouldBe(("GD2609150001", "butler.request", Source, "BX2609150127", "厨房水槽下方漏水", "带整套下水管件", "repair", "kitchen-leak", "normal", "7-2-1502", false, At(6)));
        (order.CommunityId, order.ClusterId, order.UnitId, order.PlaceId).ShouldBe((Id(50), Id(51), Id(52), null));
        order.Entries.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            e => e.OrderId.ShouldBe(order.Id), e => e.Note.ShouldBe("带整套下水管件"), e => e.ActorId.ShouldBe(Zhou.Id), e => e.AssigneeId.ShouldBe(Yang.Id),
            e => e.Department.ShouldBe(Departments.Engineering), e => e.At.ShouldBe(At(6)), e => e.PhotoIds.ShouldBeEmpty());
        order.Last().PhotoIds.ShouldBeEmpty();
    }

    [Fact]
    public void KeepClocks_OfTheSameRevision_IsTakenAgain() => Dispatched().KeepClocks(0, OrderClock.Until(Reported, null, At(15)), OrderClock.None).ShouldBeTrue();

    [Fact]
    public void NextDue_IsTheResolveWhereItComesFirst() => Dispatched(arriveDue: At(200), resolveDue: At(180)).NextDueAt.ShouldBe(At(180));
}
