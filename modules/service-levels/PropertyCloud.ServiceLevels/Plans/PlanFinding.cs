using System.Globalization;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.ServiceLevels.Contracts;

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

/// <summary>Where a limit applies: 任何请求, 小问题, 投诉（紧急）, with the item's code where there is one.</summary>
/// <param name="Kind">One of <see cref="RequestKinds"/>, or <see cref="LimitRow.Any"/>.</param>
/// <param name="Severity">The severity's code, or <see cref="LimitRow.Any"/>; its name is taken from the plan, and the code stands where it has none.</param>
/// <param name="Item">The item's code, or null.</param>
public sealed record Place(string Kind, string Severity, string? Item, string? SeverityName, string? SeverityNameEn) : ITextPart
{
    internal Place(string kind, string severity, string? item, PlanContent plan) : this(kind, severity, item, null, null)
    {
        var named = plan.Severities.FirstOrDefault(s => s.Code == severity);
        (SeverityName, SeverityNameEn) = (named?.Name, named?.NameEn);
    }

    internal Place(LimitRow row, PlanContent plan) : this(row.Kind, row.Severity, row.Item, plan)
    {
    }

    public string Say(Texts texts, CultureInfo culture)
    {
        var severity = new Named(SeverityName ?? Severity, SeverityNameEn).Say(texts, culture);
        var where = (Kind, Severity) switch
        {
            (LimitRow.Any, LimitRow.Any) => texts.Say(culture, "任何请求"),
            (LimitRow.Any, _) => severity,
            (_, LimitRow.Any) => texts.Say(culture, LimitWords.Kind(Kind)),
            _ => texts.Say(culture, "{0}（{1}）", texts.Say(culture, LimitWords.Kind(Kind)), severity),
        };
        return Item is null ? where : texts.Say(culture, "{0}，项目 {1}", where, Item);
    }

    public override string ToString() => LimitWords.Where(Kind, Severity, Item, SeverityName ?? Severity);
}

/// <summary>The length of a promise; null promises nothing.</summary>
public sealed record Minutes(int? Value) : ITextPart
{
    public string Say(Texts texts, CultureInfo culture) => Value switch
    {
        null => texts.Say(culture, "不承诺"),
        >= 2880 when Value % 1440 == 0 => texts.Say(culture, "{0} 天", Value / 1440),
        >= 60 when Value % 60 == 0 => texts.Say(culture, "{0} 小时", Value / 60),
        _ => texts.Say(culture, "{0} 分钟", Value),
    };

    public override string ToString() => LimitWords.Plain(Value);
}

/// <summary>What a clock is called.</summary>
public sealed record ClockName(ClockKind Clock) : ITextPart
{
    public string Say(Texts texts, CultureInfo culture) => texts.Say(culture, LimitWords.Clock(Clock));
    public override string ToString() => LimitWords.Clock(Clock);
}

/// <summary>What the company called something, in both languages; the Chinese where it gave no English.</summary>
public sealed record Named(string Name, string? NameEn) : ITextPart
{
    public string Say(Texts texts, CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" && !string.IsNullOrWhiteSpace(NameEn) ? NameEn : Name;
    public override string ToString() => Name;
}

/// <summary>A Chinese original with places, said with its arguments.</summary>
public sealed record Said(string Original, params object?[] Args) : ITextPart
{
    public string Say(Texts texts, CultureInfo culture) => texts.Say(culture, Original, Args);
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Original.Split('|')[0].Replace("{butler}", "管家", StringComparison.Ordinal), Args);
}

/// <summary>Several in a row; empty where there is none.</summary>
/// <param name="Between">Chinese original of what stands between two.</param>
public sealed record Listed(IReadOnlyList<ITextPart> Parts, string Between = "、|列") : ITextPart
{
    public string Say(Texts texts, CultureInfo culture) => string.Join(texts.Say(culture, Between), Parts.Select(p => p.Say(texts, culture)));
    public override string ToString() => string.Join(Between.Split('|')[0], Parts);
}

/// <summary>What a cell promises: its length, and whether only business hours count.</summary>
internal static class Promise
{
    public static ITextPart Of(LimitRow? row) => row is { Minutes: not null, Calendar: CalendarKind.Business } ? new Said("{0}（只算工作时间）", new Minutes(row.Minutes)) : new Minutes(row?.Minutes);
}
