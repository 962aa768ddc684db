using System.Globalization;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>Part of the draft's task list that a finding belongs to.</summary>
public enum PlanStep { Scope = 1, Limits = 2, Calendar = 3, Escalation = 4, CallBack = 5, Ratio = 6, Indicators = 7, Statements = 8 }

/// <summary>What stands in the way of publishing a plan, or is worth a second look. It is a code with arguments and no sentence: each reader
/// is told in their own language, also inside a refusal.</summary>
/// <param name="Code">Stable; decides the text.</param>
/// <param name="Blocks">The plan cannot be published with it.</param>
/// <param name="Args">Of the text's places: names and lengths as <see cref="ITextPart"/>, codes as they are.</param>
/// <param name="Cell">The cell that shows it, or null.</param>
public sealed record PlanFinding(string Code, bool Blocks, PlanStep Step, IReadOnlyList<object?> Args, LimitRow? Cell = null) : ITextPart
{
    /// <summary>Chinese original with places.</summary>
    public string Text => Code switch
    {
        "two-rows" => "{0}有两个时限，留一个",
        "unknown-severity" => "时限用了没有的轻重等级 {0}，改掉或加上这个等级",
        "respond-longer" => "{0}的响应（{1}）比到场（{2}）还长",
        "arrive-longer" => "{0}的到场（{1}）比解决（{2}）还长",
        "lax-item" => "项目 {0} 的{1}（{2}）比{3}（{4}）宽，项目只能更严",
        "bad-group" => "「{0}」要有两种以上从报事起算的时限，响应和回访不能放进去",
        "clock-in-two-groups" => "一种时限只能放进一组",
        "call-back-without-policy" => "承诺了回访时限，但回访设成了不做",
        "hand-over-without-call-back" => "每月交接，但没有回访可交",
        "never-open" => "有时限按工作时间计算，但一周没有一天上班",
        "make-up-days" => "调休上班日按周一的时间，但周一不上班",
        "indicator-missing" => "填写「{0}」的目标，填了才能启用方案",
        _ => throw new InvalidOperationException($"The finding {Code} has no text."),
    };

    public string Say(Texts texts, CultureInfo culture) => texts.Say(culture, Text, [.. Args]);

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Text, [.. Args]);
}
