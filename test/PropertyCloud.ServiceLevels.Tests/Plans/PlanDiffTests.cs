using System.Globalization;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;
using static PropertyCloud.ServiceLevels.Tests.Plans.SamplePlans;

namespace PropertyCloud.ServiceLevels.Tests.Plans;

/// <summary>Each reader is told in their own language what a draft changes, with the company's own names in it.</summary>
public sealed class PlanDiffTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en"), Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private readonly Texts _texts = new(new TextCatalog([typeof(TextCatalog).Assembly, typeof(PlanCheck).Assembly]), new CurrentWording());

    /// <summary>Every part of the plan is another one.</summary>
    private static PlanContent Changed => LittleButler with
    {
        Name = "新方案", NameEn = "New plan",
        Severities = [.. LittleButler.Severities.Skip(1)],
        Limits = [.. LittleButler.Limits.Skip(1), Limit(ClockKind.Respond, 120, calendar: CalendarKind.Business)],
        Groups = [new("解决或反馈", null, [ClockKind.Resolve, ClockKind.FeedBack])],
        Hours = new([]), WarnPercent = 80, Escalation = [new(5, "supervisor")], CallBack = new(CallBackMode.None, 0, 3), HandOver = new("supervisor"), Confirmation = new(1, 1),
        HouseholdsPerButler = new(150, null), Indicators = [new("intact", "完好率", "Intact rate", 98m, false)], Statements = [],
    };

    private IEnumerable<string> Told(CultureInfo culture) => PlanDiff.Between(LittleButler, Changed)
        .Select(c => string.Join(": ", new[] { c.Part.Say(_texts, culture), c.Before is null ? null : $"{c.Before.Say(_texts, culture)} > {c.After!.Say(_texts, culture)}" }.OfType<string>()));

    [Fact, Trait("Requirement", "R106")]
    public void EachChange_IsEnglishForEnglishReaders()
    {
        var told = Told(English).ToList();
        told.Count.ShouldBe(14, "everything that a plan says");
        told.ShouldAllBe(t => !t.Any(c => c >= '\u4e00' && c <= '\u9fff'));
        told.ShouldContain("Severities: Small problem, Big problem, Difficult problem, Emergency > Big problem, Difficult problem, Emergency");
        told.ShouldContain("Emergency, On site: 3 min > No promise");
        told.ShouldContain("Any request, Respond: No promise > 2 h (business hours only)");
        told.ShouldContain("Either is enough:  > Resolve or Feedback");
        told.ShouldContain("Plan name: Little butler plan > New plan");
    }

    [Fact]
    public void EachChange_IsChineseForTheOthers_AndInWhatIsKept()
    {
        Told(Chinese).ShouldContain("轻重等级: 小问题、大问题、疑难问题、紧急 > 大问题、疑难问题、紧急");
        Told(Chinese).ShouldContain("任一即可:  > 解决或反馈");
        PlanDiff.Between(LittleButler, Changed).Select(c => $"{c.Part}: {c.Before} > {c.After}").ShouldContain("任何请求，响应: 不承诺 > 2 小时（只算工作时间）", "the audit entry has no reader");
    }
}
