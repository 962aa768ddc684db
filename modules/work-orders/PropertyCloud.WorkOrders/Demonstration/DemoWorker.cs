using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.WorkOrders.Contracts;
using PropertyCloud.WorkOrders.Data;
using PropertyCloud.WorkOrders.Orders;

namespace PropertyCloud.WorkOrders.Demonstration;

/// <summary>One person with one order: each act schedules the next one.</summary>
internal sealed class DemoWorker(IServiceProvider services, DemoCompany company, Guid worker, Guid orderId, long round)
{
    private static readonly string[] Reasons = ["等配件到货", "业主不在家，约了改天", "要等停水时段", "等厂家师傅一起上门"];
    private static readonly string[] Notes =
    [
        "换了新的密封圈，试水半小时没有再漏", "更换损坏的零件，当面试用正常", "清理疏通完毕，现场已经打扫干净", "调整固定好了，开关顺畅",
        "检查并修好，业主在场看过", "已经按要求办好，东西放在门口柜", "和双方都说好了，楼上答应午休时段停工", "加装固定件，今后每月巡查一次",
    ];

    private Random Random => company.Random;

    /// <summary>What is due within the hour is taken at once; the rest when the hands are free.</summary>
    public Task SeeAsync(CancellationToken cancellation) => ActAsync(order =>
    {
        if (order.Sequence != round) return Task.CompletedTask;
        if (IsStaged(order) || order.NextDueAt - company.Clock.Now() < TimeSpan.FromMinutes(60)) return TakeAsync(order, cancellation);
        Next(TimeSpan.FromMinutes(Random.Next(1, 6)), w => w.ActAsync(later => w.TakeAsync(later, CancellationToken.None), CancellationToken.None));
        return Task.CompletedTask;
    }, cancellation);

    private async Task TakeAsync(WorkOrder order, CancellationToken cancellation)
    {
        if (order.Sequence != round) return;
        await services.GetRequiredService<TakeOrder>().HandleAsync(orderId, cancellation);
        if (IsStaged(order))
        {
            Next(Soon(), w => w.ArriveAsync(CancellationToken.None));
            return;
        }

        // A request at the desk or by phone needs no visit.
        if (order.ArriveDueAt is null && Random.Next(100) < 30) Next(Delay(order.ResolveDueAt, 15, 90), w => w.CompleteAsync(CancellationToken.None));
        else Next(order.ArriveClock.IsRunning ? Delay(order.ArriveDueAt, 8, 35) : OnTheWay(order.ResolveDueAt), w => w.ArriveAsync(CancellationToken.None));
    }

    private Task ArriveAsync(CancellationToken cancellation) => ActAsync(async order =>
    {
        await services.GetRequiredService<ArriveOrder>().HandleAsync(orderId, cancellation);
        Next(TimeSpan.FromSeconds(Random.Next(30, 150)), w => w.StartAsync(CancellationToken.None));
    }, cancellation);

    private Task StartAsync(CancellationToken cancellation) => ActAsync(async order =>
    {
        await services.GetRequiredService<StartOrder>().HandleAsync(orderId, cancellation);
        if (IsStaged(order)) Next(Soon(), w => company.StageOf(order.SourceId) == nameof(OrderStatus.OnHold) ? w.HoldAsync(CancellationToken.None) : w.CompleteAsync(CancellationToken.None));
        else if (Random.Next(100) < 7) Next(TimeSpan.FromMinutes(Random.Next(10, 30)), w => w.HoldAsync(CancellationToken.None));
        else Next(Delay(order.ResolveDueAt, 15, 100), w => w.CompleteAsync(CancellationToken.None));
    }, cancellation);

    private Task HoldAsync(CancellationToken cancellation) => ActAsync(async _ =>
    {
        await services.GetRequiredService<HoldOrder>().HandleAsync(orderId, new(Reasons[Random.Next(Reasons.Length)]), cancellation);
        Next(TimeSpan.FromMinutes(Random.Next(180, 1600)), w => w.ResumeAsync(CancellationToken.None));
    }, cancellation);

    private Task ResumeAsync(CancellationToken cancellation) => ActAsync(async order =>
    {
        await services.GetRequiredService<ResumeOrder>().HandleAsync(orderId, cancellation);
        Next(TimeSpan.FromMinutes(Random.Next(15, 60)), w => w.CompleteAsync(CancellationToken.None));
    }, cancellation);

    private Task CompleteAsync(CancellationToken cancellation) => ActAsync(order =>
        services.GetRequiredService<CompleteOrder>().HandleAsync(orderId, new(Notes[Random.Next(Notes.Length)], []), cancellation), cancellation);

    /// <summary>In the worker's name, looking first: what somebody else ended meanwhile, and what the present stops at, is left alone.</summary>
    private async Task ActAsync(Func<WorkOrder, Task> act, CancellationToken cancellation)
    {
        var access = await services.GetRequiredService<IUserAccessSource>().FindAsync(worker, cancellation);
        if (access is null) return;
        services.GetRequiredService<CurrentUser>().Become(access);
        var db = services.GetRequiredService<WorkOrdersDbContext>();
        var order = await db.Orders.AsNoTracking().FirstOrDefaultAsync(o => o.Id == orderId, cancellation);
        if (order is not { IsOpen: true } || company.StageOf(order.SourceId) == order.Status.ToString()) return;
        await act(order);
    }

    private void Next(TimeSpan after, Func<DemoWorker, Task> act) => company.At(company.Clock.GetUtcNow() + after,
        (scope, _) => act(new DemoWorker(scope, company, worker, orderId, round)));

    /// <summary>One of the present: taken quickly to where it stops.</summary>
    private bool IsStaged(WorkOrder order) => company.StageOf(order.SourceId) is not null;

    private TimeSpan Soon() => TimeSpan.FromSeconds(Random.Next(40, 150));

    /// <summary>Where no arrival is promised, a short promise to solve it makes people walk faster.</summary>
    private TimeSpan OnTheWay(DateTime? resolveDue)
    {
        var usual = TimeSpan.FromMinutes(Random.Next(8, 35));
        if (resolveDue is not { } due) return usual;
        var third = (due - company.Clock.Now()) * 0.3;
        return third > TimeSpan.FromMinutes(2) && third < usual ? third : usual;
    }

    /// <summary>A usual length, kept within the promise nine times of ten; now and then it is missed.</summary>
    private TimeSpan Delay(DateTime? due, int least, int most)
    {
        var usual = TimeSpan.FromMinutes(Random.Next(least, most));
        if (due is not { } until) return usual;
        var left = until - company.Clock.Now();
        if (left <= TimeSpan.Zero) return usual;
        if (Random.Next(100) < 6) return left * (1.05 + Random.NextDouble() * 0.6);
        var inTime = left * (0.35 + Random.NextDouble() * 0.5);
        return usual < inTime ? usual : inTime;
    }
}
