using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.WorkOrders.Contracts;
using PropertyCloud.WorkOrders.Orders;
using static PropertyCloud.WorkOrders.Tests.Orders.TestOrders;

namespace PropertyCloud.WorkOrders.Tests.Orders;

public sealed class WorkOrderWorkTests
{
    [Fact, Trait("Requirement", "R43")]
    public void Dispatch_TellsWhoIsWantedUnderTheSourcesSubject()
    {
        var order = Dispatched();
        order.Status.ShouldBe(OrderStatus.Dispatched);
        var told = order.Events.ShouldHaveSingleItem().ShouldBeOfType<OrderChanged>();
        told.Subject.ShouldBe(Source);
        (told.Change, told.Sequence, told.Department, told.AssigneeId).ShouldBe((OrderChange.Dispatched, 1L, Departments.Engineering, null));
    }

    [Fact]
    public void Dispatch_ToAnUnknownDepartment_IsRefused() =>
        Should.Throw<DomainException>(() => Dispatched(department: "plumbing")).Code.ShouldBe("work-orders.unknown-department");

    [Fact]
    public void Take_BySomebodyOfTheDepartment_MakesItTheirs()
    {
        var order = Taken();
        (order.Status, order.AssigneeId, order.TakenAt, order.IsOnTheWay).ShouldBe((OrderStatus.Taken, Li.Id, At(7), true));
        (order.Last().Change, order.Last().Sequence, order.Last().AssigneeId).ShouldBe((OrderChange.Taken, 2L, Li.Id));
    }

    [Fact]
    public void Take_WhenAnotherWasFirst_SaysWhoAndWhen()
    {
        var order = Taken();
        var late = Should.Throw<OrderTakenException>(() => order.Take(Yang, At(8)));
        (late.TakenBy, late.TakenAt, late.Code).ShouldBe((Li.Id!.Value, At(7), "work-orders.already-taken"));
        order.AssigneeId.ShouldBe(Li.Id);
    }

    [Fact]
    public void Take_AgainByTheSame_ChangesNothing()
    {
        var order = Taken();
        order.Take(Li, At(9));
        (order.Sequence, order.TakenAt).ShouldBe((2L, At(7)));
    }

    [Fact]
    public void Take_ByAnotherDepartment_IsRefused() =>
        Should.Throw<DomainException>(() => Dispatched().Take(Cleaner, At(7))).Code.ShouldBe("work-orders.other-department");

    [Fact]
    public void Take_ByAMemberWithoutTheRight_IsRefused() =>
        Should.Throw<DomainException>(() => Dispatched().Take(Li with { MayTake = false }, At(7))).Code.ShouldBe("work-orders.other-department");

    [Fact]
    public void Take_WhenSomebodyElseIsNamed_IsRefused() =>
        Should.Throw<DomainException>(() => Dispatched(Yang.Id).Take(Li, At(7))).Code.ShouldBe("work-orders.assigned-to-other");

    [Fact]
    public void Take_ByTheNamedButler_NeedsNoFurtherRight()
    {
        var order = Dispatched(Zhou.Id, Departments.CustomerService);
        order.Take(Zhou, At(7));
        order.Status.ShouldBe(OrderStatus.Taken);
    }

    [Fact]
    public void Arrive_BeforeTaking_IsRefused() =>
        Should.Throw<DomainException>(() => Dispatched().Arrive(Li, At(8))).Code.ShouldBe("work-orders.take-first");

    [Fact]
    public void Arrive_ByAnother_IsRefused() =>
        Should.Throw<DomainException>(() => Taken().Arrive(Yang, At(8))).Code.ShouldBe("work-orders.not-yours");

    [Fact]
    public void Arrive_KeepsTheInstantSaid()
    {
        var order = Taken();
        order.Arrive(Li, At(14));
        (order.Status, order.ArrivedAt, order.IsOnTheWay).ShouldBe((OrderStatus.Arrived, At(14), false));
        order.Last().Change.ShouldBe(OrderChange.Arrived);
    }

    [Fact]
    public void Arrive_Twice_IsRefused() =>
        Should.Throw<DomainException>(() => InProgress().Arrive(Li, At(18))).Code.ShouldBe("work-orders.not-on-the-way");

    [Theory, InlineData(null), InlineData("  ")]
    public void Hold_WithoutAReason_IsRefused(string? reason) =>
        Should.Throw<InvalidInputException>(() => InProgress().Hold(Li, reason, At(20))).Errors.ShouldHaveSingleItem().Field.ShouldBe("reason");

    [Fact]
    public void Hold_BeforeTaking_IsRefused() =>
        Should.Throw<DomainException>(() => Dispatched().Hold(Li, "等配件", At(8))).Code.ShouldBe("work-orders.take-first");

    [Fact]
    public void Hold_SaysWhy()
    {
        var order = OnHold();
        (order.Status, order.HoldReason, order.HeldAt).ShouldBe((OrderStatus.OnHold, "等配件", At(20)));
        (order.Last().Change, order.Last().Reason).ShouldBe((OrderChange.Held, "等配件"));
    }

    [Fact]
    public void Hold_Twice_IsRefused() =>
        Should.Throw<DomainException>(() => OnHold().Hold(Li, "还在等", At(30))).Code.ShouldBe("work-orders.cannot-hold");

    [Fact]
    public void Resume_GoesOnWhereTheHoldBegan()
    {
        var working = OnHold();
        working.Resume(Li, At(90));
        (working.Status, working.HoldReason).ShouldBe((OrderStatus.InProgress, null));

        var underway = Taken();
        underway.Hold(Li, "业主改约", At(9));
        underway.Resume(Li, At(90));
        underway.Status.ShouldBe(OrderStatus.Taken);
    }

    [Fact]
    public void Resume_WhenNotOnHold_IsRefused() =>
        Should.Throw<DomainException>(() => InProgress().Resume(Li, At(20))).Code.ShouldBe("work-orders.not-on-hold");

    [Theory, InlineData(null), InlineData(" ")]
    public void Complete_WithoutANote_IsRefused(string? note) =>
        Should.Throw<InvalidInputException>(() => InProgress().Complete(Li, note, [], At(50))).Errors.ShouldHaveSingleItem().Field.ShouldBe("note");

    [Fact]
    public void Complete_OnHold_IsRefused() =>
        Should.Throw<DomainException>(() => OnHold().Complete(Li, "好了", [], At(50))).Code.ShouldBe("work-orders.resume-first");

    [Fact]
    public void Complete_WhenAlreadyCompleted_IsRefused() =>
        Should.Throw<DomainException>(() => Completed().Complete(Li, "好了", [], At(60))).Code.ShouldBe("work-orders.completed");

    [Fact]
    public void Complete_ByAnother_IsRefused() =>
        Should.Throw<DomainException>(() => InProgress().Complete(Yang, "好了", [], At(50))).Code.ShouldBe("work-orders.not-yours");

    [Fact]
    public void Complete_WithoutArriving_MakesNoArrivalUp()
    {
        var order = Taken();
        order.Complete(Li, "电话里解决了", [], At(20));
        (order.Status, order.ArrivedAt, order.CompletedAt).ShouldBe((OrderStatus.Completed, null, At(20)));
    }

    [Fact, Trait("Requirement", "R43")]
    public void Complete_TellsNoteAndPhotos()
    {
        var order = InProgress();
        order.Complete(Li, " 换了密封圈 ", [Id(7), Id(8)], At(50));
        var told = order.Last();
        (told.Change, told.Note).ShouldBe((OrderChange.Completed, "换了密封圈"));
        told.PhotoIds.ShouldBe([Id(7), Id(8)]);
        order.Entries[^1].PhotoIds.ShouldBe([Id(7), Id(8)]);
    }

    [Fact]
    public void Decline_WithoutAReason_IsRefused() =>
        Should.Throw<InvalidInputException>(() => Taken().Decline(Li, "", At(9))).Errors.ShouldHaveSingleItem().Field.ShouldBe("reason");

    [Fact]
    public void Decline_ByAnotherDepartment_IsRefused() =>
        Should.Throw<DomainException>(() => Dispatched().Decline(Cleaner, "不是我们的", At(9))).Code.ShouldBe("work-orders.not-yours");

    [Fact]
    public void Decline_OnHold_IsRefused() =>
        Should.Throw<DomainException>(() => OnHold().Decline(Li, "做不了", At(30))).Code.ShouldBe("work-orders.resume-before-decline");

    [Fact]
    public void Decline_EndsIt()
    {
        var order = Dispatched();
        order.Decline(Li, "这是开发商保修范围", At(9));
        (order.Status, order.IsOpen, order.Last().Reason).ShouldBe((OrderStatus.Declined, false, "这是开发商保修范围"));
        Should.Throw<DomainException>(() => order.Take(Yang, At(10))).Code.ShouldBe("work-orders.declined");
    }

    [Fact]
    public void Timeline_HasALineForEachChange_InOrder()
    {
        var order = Completed();
        order.Entries.Select(e => e.Kind).ShouldBe([OrderEntryKind.Dispatched, OrderEntryKind.Taken, OrderEntryKind.Arrived, OrderEntryKind.Started, OrderEntryKind.Completed]);
        order.Entries.Select(e => e.Ordinal).ShouldBe([1, 2, 3, 4, 5]);
        order.Events.OfType<OrderChanged>().Select(e => e.Sequence).ShouldBe([1L, 2, 3, 4, 5]);
    }
}
