using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;
using PropertyCloud.WorkOrders.Orders;
using static PropertyCloud.WorkOrders.Tests.Orders.TestOrders;

namespace PropertyCloud.WorkOrders.Tests.Orders;

public sealed class WorkOrderDirectionTests
{
    [Fact, Trait("Requirement", "R43")]
    public void Assign_NamesWhoTakesIt()
    {
        var order = Dispatched();
        order.Assign(Head, Yang.Id!.Value, At(8));
        (order.Status, order.AssigneeId, order.Last().Change, order.Last().AssigneeId).ShouldBe((OrderStatus.Dispatched, Yang.Id, OrderChange.Dispatched, Yang.Id));
    }

    [Fact]
    public void Assign_WithoutTheRight_IsRefused() =>
        Should.Throw<DomainException>(() => Dispatched().Assign(Li, Yang.Id!.Value, At(8))).Status.ShouldBe(403);

    [Fact]
    public void Assign_WhenTaken_IsRefused() =>
        Should.Throw<DomainException>(() => Taken().Assign(Head, Yang.Id!.Value, At(8))).Code.ShouldBe("work-orders.transfer-instead");

    [Fact]
    public void Assign_TheSameAgain_ChangesNothing()
    {
        var order = Dispatched(Yang.Id);
        order.Assign(Head, Yang.Id!.Value, At(8));
        order.Sequence.ShouldBe(1);
    }

    [Fact, Trait("Requirement", "R17")]
    public void Transfer_SendsItBackToDispatchedForTheOtherDepartment()
    {
        var order = InProgress();
        order.Transfer(Li, Departments.Environment, null, "管道外面的地面要清理", At(30));
        (order.Status, order.Department, order.AssigneeId, order.TakenAt, order.ArrivedAt).ShouldBe((OrderStatus.Dispatched, Departments.Environment, null, null, null));
        (order.Last().Change, order.Last().Reason, order.Last().Status).ShouldBe((OrderChange.Transferred, "管道外面的地面要清理", OrderStatus.Dispatched));
        order.Take(Cleaner, At(31));
        order.AssigneeId.ShouldBe(Cleaner.Id);
    }

    [Fact]
    public void Transfer_ByHead_WorksOnWhatAnotherHolds()
    {
        var order = Taken();
        order.Transfer(Head, Departments.Engineering, Yang.Id, "李国强请假", At(9));
        order.AssigneeId.ShouldBe(Yang.Id);
    }

    [Fact]
    public void Transfer_ByAnotherWorker_IsRefused() =>
        Should.Throw<DomainException>(() => Taken().Transfer(Yang, Departments.Environment, null, "不归我", At(9))).Code.ShouldBe("work-orders.not-yours");

    [Fact]
    public void Transfer_WithoutAReason_IsRefused() =>
        Should.Throw<InvalidInputException>(() => Taken().Transfer(Head, Departments.Environment, null, null, At(9))).Errors.ShouldHaveSingleItem().Field.ShouldBe("reason");

    [Fact]
    public void Transfer_ToWhereItIs_IsRefused() =>
        Should.Throw<DomainException>(() => Dispatched().Transfer(Head, Departments.Engineering, null, "再派一次", At(9))).Code.ShouldBe("work-orders.same-receiver");

    [Fact]
    public void Transfer_OnHold_IsRefused() =>
        Should.Throw<DomainException>(() => OnHold().Transfer(Head, Departments.Environment, null, "换部门", At(30))).Code.ShouldBe("work-orders.resume-before-transfer");

    [Fact]
    public void Transfer_WhenOver_IsRefused() =>
        Should.Throw<DomainException>(() => Completed().Transfer(Head, Departments.Environment, null, "换部门", At(60))).Code.ShouldBe("work-orders.completed");

    [Fact]
    public void Withdraw_EndsWhatIsOpen_AndLeavesWhatIsOver()
    {
        var open = OnHold();
        open.Withdraw(Zhou.Id, "业主取消", At(30)).ShouldBeTrue();
        (open.Status, open.Last().Change, open.HoldReason).ShouldBe((OrderStatus.Withdrawn, OrderChange.Withdrawn, null));

        var done = Completed();
        done.Withdraw(Zhou.Id, "业主取消", At(60)).ShouldBeFalse();
        (done.Status, done.Sequence).ShouldBe((OrderStatus.Completed, 5L));
    }

    [Fact, Trait("Requirement", "R52")]
    public void Urge_IsCountedAndTimed_WithoutAChangeOfState()
    {
        var order = Taken();
        order.Urge(Zhou.Id, null, At(12)).ShouldBeTrue();
        order.Urge(Zhou.Id, null, At(15)).ShouldBeTrue();
        (order.UrgedCount, order.UrgedAt, order.Status, order.Sequence).ShouldBe((2, At(15), OrderStatus.Taken, 2L));
        order.Entries[^1].Kind.ShouldBe(OrderEntryKind.Urged);
    }

    [Fact]
    public void Urge_WhenOver_IsLeftAlone() => Completed().Urge(Zhou.Id, null, At(60)).ShouldBeFalse();

    [Fact]
    public void Rework_ReopensForWhoDidIt()
    {
        var order = Completed();
        order.Rework(null, "还在滴", At(120)).ShouldBeTrue();
        (order.Status, order.IsRework, order.AssigneeId, order.CompletedAt, order.ArrivedAt).ShouldBe((OrderStatus.Dispatched, true, Li.Id, null, null));
        (order.Last().Change, order.Last().Sequence).ShouldBe((OrderChange.Reworked, 6L));
    }

    [Fact]
    public void Rework_OfWhatIsNotCompleted_IsLeftAlone() => InProgress().Rework(null, "还在滴", At(60)).ShouldBeFalse();

    [Fact]
    public void NextDue_IsTheEarliestThatRuns()
    {
        var order = Dispatched(arriveDue: At(15), resolveDue: At(180));
        order.NextDueAt.ShouldBe(At(15));
        order.KeepClocks(2, new(ClockState.Kept, Reported, null, At(15), At(14)), new(ClockState.Running, Reported, null, At(180), null)).ShouldBeTrue();
        order.NextDueAt.ShouldBe(At(180));
    }

    [Fact]
    public void NextDue_WithoutPromises_SortsLast() => Dispatched().NextDueAt.ShouldBe(WorkOrder.NoDue);

    [Fact]
    public void KeepClocks_OfAnOlderRevision_ChangesNothing()
    {
        var order = Dispatched(arriveDue: At(15));
        order.KeepClocks(5, OrderClock.None, OrderClock.None);
        order.KeepClocks(4, OrderClock.Until(Reported, null, At(15)), OrderClock.None).ShouldBeFalse();
        order.ArriveDueAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-2", "'-2")]
    [InlineData("@x", "'@x")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("说\"好\"", "\"说\"\"好\"\"\"")]
    [InlineData("厨房漏水", "厨房漏水")]
    public void Export_MarksFormulasAndQuotes(string cell, string written) => ExportOrders.Quote(cell).ShouldBe(written);
}
