using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;

namespace PropertyCloud.ServiceLevels.Tests.Plans;

/// <summary>The five plans' clocks as the target matrix has them.</summary>
internal static class SamplePlans
{
    public const string Any = LimitRow.Any;

    public static LimitRow Limit(ClockKind clock, int? minutes, string kind = Any, string severity = Any, string? item = null, CalendarKind calendar = CalendarKind.AllHours) =>
        new(kind, severity, item, clock, minutes, calendar);

    public static PlanContent Standard => PlanContent.Nothing("客服管家服务方案", "Butler plan") with
    {
        HouseholdsPerButler = new(150, new Dictionary<string, int> { ["高档"] = 150, ["标准"] = 200 }),
        Limits = [Limit(ClockKind.Respond, 10), Limit(ClockKind.Resolve, 1440), Limit(ClockKind.FeedBack, 1440, RequestKinds.Complaint)],
        CallBack = new(CallBackMode.All, 0, 3),
        HandOver = new("supervisor"),
        Escalation = [new(0, "supervisor"), new(60, "centre-director")],
    };

    public static PlanContent Considerate => PlanContent.Nothing("贴心管家服务方案", "Considerate plan") with
    {
        Limits =
        [
            Limit(ClockKind.Respond, 15), Limit(ClockKind.Arrive, 15, RequestKinds.Repair), Limit(ClockKind.Resolve, 1440), Limit(ClockKind.FeedBack, 1440),
        ],
        Groups = [new("解决或反馈", "Solved or fed back", [ClockKind.Resolve, ClockKind.FeedBack])],
        CallBack = new(CallBackMode.All, 0, 3),
        HandOver = new("department-head"),
    };

    public static PlanContent LittleButler => PlanContent.Nothing("小管家服务方案", "Little butler plan") with
    {
        Severities =
        [
            new("small", "小问题", "Small problem", "换灯、修锁", null, false), new("big", "大问题", "Big problem", "漏水、管道", null, false),
            new("difficult", "疑难问题", "Difficult problem", null, null, false), new("emergency", "紧急", "Emergency", "跑水、停电、困人", null, true),
        ],
        Limits =
        [
            Limit(ClockKind.Arrive, 3, severity: "emergency"), Limit(ClockKind.Resolve, 30, severity: "small"), Limit(ClockKind.Resolve, 180, severity: "big"),
            Limit(ClockKind.FeedBack, 3 * 1440, severity: "difficult"),
        ],
        CallBack = new(CallBackMode.All, 0, 3),
        Statements = [new("每两个月上门拜访每一户", "Every household is visited every two months")],
    };

    /// <summary>Named indicators without a value.</summary>
    public static PlanContent FiveStar => PlanContent.Nothing("五星级酒店式服务方案", "Five-star plan") with
    {
        Indicators = [new("intact", "设备设施完好率", null, null, true), new("clean", "清洁保洁率", null, 98m, true)],
    };
}
