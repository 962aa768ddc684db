using System.Globalization;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Plans;

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
