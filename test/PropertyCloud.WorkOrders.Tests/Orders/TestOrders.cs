using PropertyCloud.Kernel.Security;
using PropertyCloud.WorkOrders.Contracts;
using PropertyCloud.WorkOrders.Orders;

namespace PropertyCloud.WorkOrders.Tests.Orders;

/// <summary>Orders and people as the tests need them.</summary>
internal static class TestOrders
{
    public static readonly DateTime Reported = new(2026, 9, 15, 7, 27, 0, DateTimeKind.Utc);
    public static readonly Actor Li = new(Id(1), Departments.Engineering, MayTake: true, MayAssign: false);
    public static readonly Actor Yang = new(Id(2), Departments.Engineering, MayTake: true, MayAssign: false);
    public static readonly Actor Cleaner = new(Id(3), Departments.Environment, MayTake: true, MayAssign: false);
    public static readonly Actor Head = new(Id(4), Departments.Engineering, MayTake: true, MayAssign: true);
    public static readonly Actor Zhou = new(Id(5), Departments.CustomerService, MayTake: false, MayAssign: false);
    public static readonly Guid Source = Id(90);

    public static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    public static DateTime At(int minutes) => Reported.AddMinutes(minutes);

    public static WorkOrder Dispatched(Guid? assignee = null, string department = Departments.Engineering, DateTime? arriveDue = null, DateTime? resolveDue = null) =>
        WorkOrder.Dispatch(new(Id(100), "GD2609150001", "butler.request", Source, "BX2609150127", department, assignee, "厨房水槽下方漏水", "带整套下水管件",
            "repair", "kitchen-leak", "normal", Id(50), Id(51), Id(52), null, "7-2-1502", false,
            OrderClock.Until(Reported, null, arriveDue), OrderClock.Until(Reported, null, resolveDue), Zhou.Id, At(6)));

    public static WorkOrder Taken()
    {
        var order = Dispatched();
        order.Take(Li, At(7));
        return order;
    }

    public static WorkOrder InProgress()
    {
        var order = Taken();
        order.Arrive(Li, At(14));
        order.Start(Li, At(16));
        return order;
    }

    public static WorkOrder OnHold()
    {
        var order = InProgress();
        order.Hold(Li, "等配件", At(20));
        return order;
    }

    public static WorkOrder Completed()
    {
        var order = InProgress();
        order.Complete(Li, "换了密封圈", [], At(50));
        return order;
    }

    public static OrderChanged Last(this WorkOrder order) => order.Events.OfType<OrderChanged>().Last();
}
