using Microsoft.Extensions.Time.Testing;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Butler.Tests.Requests;

/// <summary>A request and the people around it, for the tests of its rules.</summary>
internal sealed class Given
{
    public static readonly DateTime Start = new(2026, 9, 15, 7, 27, 0, DateTimeKind.Utc);
    public static readonly CallBackPolicy CallAll = new(CallBackMode.All, 100, 3);
    public static readonly CallBackPolicy CallNobody = new(CallBackMode.None, 0, 3);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Start));
    public DateTime Now => Clock.Now();
    public Actor Butler { get; } = Person(1, "周敏");
    public Actor Other { get; } = Person(2, "刘倩");
    public Actor Engineer { get; } = Person(3, "李国强");
    public Actor Resident { get; } = new(Id(10), "张素芬", Id(11), When);
    public Actor System { get; } = new(null, "", null, When);
    public Guid Community { get; } = Id(20);
    public Guid Cluster { get; } = Id(21);

    private static Actor Person(int number, string name) => new(Id(number), name, null, When);
    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, (byte)number]);
    private static string When(DateTime utc) => utc.AddHours(8).ToString("HH:mm", global::System.Globalization.CultureInfo.InvariantCulture);

    public void Later(int minutes) => Clock.Advance(TimeSpan.FromMinutes(minutes));

    public NewRequest New(string kind = RequestKinds.Repair) => new(Ids.New(Clock), "BX2609150001", kind, "water", Severities.Normal, null,
        "水槽下面一直滴水，柜子都泡湿了。我下午都在家", [], new(Community, Cluster, Id(22), null, "7-2-1502", "7栋2单元1502", false), Resident.PartyId,
        RequestChannel.ResidentApp, Now, Now, Id(30), Butler.Id);

    public Request Reported(string kind = RequestKinds.Repair) => Request.Report(New(kind), 24, Resident);

    public Request Accepted(string kind = RequestKinds.Repair)
    {
        var request = Reported(kind);
        Later(4);
        request.Accept(Butler, Now);
        return request;
    }

    public Request Dispatched(params string[] departments)
    {
        var request = Accepted();
        Later(2);
        request.Dispatch([.. (departments.Length == 0 ? ["engineering"] : departments).Select(d => new DispatchTarget(d, null, null))], Butler, Now);
        return request;
    }

    public Request Completed()
    {
        var request = Accepted();
        Later(10);
        request.CompleteByButler("已处理", [], Butler, Now);
        return request;
    }

    public Request WaitingForCallBack()
    {
        var request = Completed();
        Later(5);
        request.Confirm(5, null, CallAll, Resident, Now);
        return request;
    }

    /// <summary>The department's event about an order.</summary>
    public OrderChanged Heard(RequestOrder order, OrderChange change, OrderStatus status, long sequence, string? reason = null, DateTime? at = null) =>
        new(order.Id, Request.SubjectType, order.RequestId, sequence, change, status, order.Department, Engineer.Id, Engineer.Id, at ?? Now, reason, null, []);

    public static DomainException Refused(Action act) => Should.Throw<DomainException>(act);
}
