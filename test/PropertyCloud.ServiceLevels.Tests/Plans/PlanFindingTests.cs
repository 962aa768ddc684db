using System.Globalization;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;
using static PropertyCloud.ServiceLevels.Tests.Plans.SamplePlans;

namespace PropertyCloud.ServiceLevels.Tests.Plans;

/// <summary>A finding is a code with arguments: each reader is told in their own language, with the company's own names in it.</summary>
public sealed class PlanFindingTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en"), Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private readonly Texts _texts = new(new TextCatalog([typeof(TextCatalog).Assembly, typeof(PlanCheck).Assembly]), new CurrentWording());

    /// <summary>Everything that can be wrong with a plan at once.</summary>
    private static PlanContent Broken => Standard with
    {
        Severities = [new("small", "小问题", "Small", null, null, false), new("grave", "严重", "Grave", null, null, true)],
        Limits =
        [
            Limit(ClockKind.Respond, 30), Limit(ClockKind.Respond, 20), Limit(ClockKind.Arrive, 5, severity: "terrible"),
            Limit(ClockKind.Respond, 120, RequestKinds.Repair, "grave"), Limit(ClockKind.Arrive, 2880, RequestKinds.Repair, "grave"), Limit(ClockKind.Resolve, 45, RequestKinds.Repair, "grave"), Limit(ClockKind.Arrive, 60, RequestKinds.Repair),
            new(RequestKinds.Repair, LimitRow.Any, "pipe-leak", ClockKind.Respond, 600, CalendarKind.AllHours), Limit(ClockKind.CallBack, 1440, calendar: CalendarKind.Business),
        ],
        CallBack = new(CallBackMode.None, 0, 3),
        HandOver = new("supervisor"),
        Hours = new([]),
        Groups = [new("甲", "First", [ClockKind.Resolve, ClockKind.FeedBack]), new("乙", "Second", [ClockKind.Resolve, ClockKind.Arrive]), new("丙", "Third", [ClockKind.Respond, ClockKind.Arrive])],
        Indicators = [new("intact", "完好率", "Intact rate", null, true)],
    };

    [Fact]
    public void EachFinding_IsEnglishForEnglishReaders_AndChineseForTheOthers()
    {
        var findings = PlanCheck.Run(Broken);
        findings.Select(f => f.Code).Distinct().Count().ShouldBe(12, "all that the check can find");
        findings.ShouldAllBe(f => !f.Say(_texts, English).Any(IsHan));
        findings.ShouldAllBe(f => f.Say(_texts, Chinese).Any(IsHan));
        findings.Select(f => f.Say(_texts, English)).ShouldContain("Repair (Grave): arrival (2 days) takes longer than solving (45 min)");
        findings.Select(f => f.Say(_texts, English)).ShouldContain("Enter the target of \"Intact rate\"; the plan cannot be activated without it");
        findings.Select(f => f.Say(_texts, Chinese)).ShouldContain("报修（严重）的到场（2 天）比解决（45 分钟）还长");
    }

    [Fact]
    public void AFindingInsideATextOfOthers_IsSaidInTheSameLanguage()
    {
        var finding = PlanCheck.Run(Broken).First(f => f.Code == "lax-item");
        _texts.Say(English, "还不能发布：{0}", finding).ShouldStartWith("Cannot be published yet: Item pipe-leak, Respond");
        _texts.Say(Chinese, "还不能发布：{0}", finding).ShouldBe($"还不能发布：{finding}", "without a reader, as in a log, it is Chinese");
    }

    [Fact]
    public void ANameWithoutEnglish_StandsAsItIs()
    {
        new Named("严重", null).Say(_texts, English).ShouldBe("严重");
        new Named("严重", " ").Say(_texts, English).ShouldBe("严重");
        new Place(RequestKinds.Repair, "unheard-of", "pipe-leak", Broken).Say(_texts, English).ShouldBe("Repair (unheard-of), item pipe-leak");
        new Minutes(null).Say(_texts, English).ShouldBe("No promise");
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}
