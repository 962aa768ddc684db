using System.Text.Json;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;

namespace PropertyCloud.ServiceLevels.Tests.Plans;

public sealed class PlanTemplateTests
{
    private const string Section = """
        { "name": "小管家服务方案", "nameEn": "Little butler", "householdsPerButler": { "default": 100, "byGrade": { "高档": 80 } },
          "severities": [ { "code": "small", "name": "小问题", "nameEn": "Small", "hint": "换灯", "hintEn": "Lamps", "emergency": false }, { "code": "emergency", "name": "紧急", "nameEn": "Emergency", "emergency": true } ],
          "clocks": [ { "kind": "*", "severity": "small", "item": null, "clock": "resolve", "minutes": 30, "calendar": "24x7" }, { "kind": "complaint", "severity": "*", "clock": "feed-back", "minutes": 480, "calendar": "business" } ],
          "groups": [ { "name": "解决或反馈", "nameEn": "Either", "clocks": ["resolve", "feed-back"], "rule": "either" } ],
          "warnPercent": 60, "escalation": [ { "afterMinutes": 0, "toRole": "supervisor" } ],
          "callBack": { "mode": "sample", "samplePercent": 30, "attempts": 2 }, "handOver": { "monthly": true, "toRole": "supervisor" },
          "confirmation": { "remindAfterHours": 12, "confirmAfterDays": 2 },
          "indicators": [ { "code": "satisfaction", "name": "满意率", "nameEn": "Satisfaction", "targetPercent": 98, "mandatory": true } ],
          "statements": [ { "text": "热线 24 小时有人接", "textEn": "The hotline is staffed at all hours" } ] }
        """;

    [Fact]
    public void Read_AWholeSection_TakesEverything()
    {
        var plan = PlanTemplate.Read(JsonDocument.Parse(Section).RootElement);
        plan.HouseholdsPerButler!.For("高档").ShouldBe(80);
        plan.Limits.ShouldBe([SamplePlans.Limit(ClockKind.Resolve, 30, severity: "small"), SamplePlans.Limit(ClockKind.FeedBack, 480, "complaint", calendar: CalendarKind.Business)]);
        plan.Groups.ShouldHaveSingleItem().Clocks.ShouldBe([ClockKind.Resolve, ClockKind.FeedBack]);
        plan.CallBack.ShouldBe(new(CallBackMode.Sample, 30, 2));
        plan.HandOver.ShouldBe(new("supervisor"));
        plan.Confirmation.ShouldBe(new(12, 2));
        plan.Escalation.ShouldBe([new(0, "supervisor")]);
        plan.Indicators.ShouldHaveSingleItem().TargetPercent.ShouldBe(98);
        PlanCheck.Run(plan).ShouldBeEmpty();
    }

    [Fact]
    public void Read_AnEmptyPlan_PromisesNothing()
    {
        var plan = PlanTemplate.Read(JsonDocument.Parse("""{ "name": "景观管家", "householdsPerButler": null, "clocks": [], "callBack": { "mode": "none" }, "handOver": null }""").RootElement);
        plan.Limits.ShouldBeEmpty();
        plan.CallBack.Mode.ShouldBe(CallBackMode.None);
        plan.HandOver.ShouldBeNull();
        plan.Severities.Count.ShouldBe(2);
    }
}
