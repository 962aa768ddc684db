using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Theme.Components;

/// <summary>The promise: <c>&lt;pc-clock chip="@chip" /&gt;</c>. Warned and late are derived here from the instants; the script
/// only moves a running chip on by the same instants. A null chip draws nothing (a cancelled request shows none).</summary>
[HtmlTargetElement("pc-clock", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ClockTag(ClockWords face) : TagHelper
{
    public ClockChip? Chip { get; set; }

    /// <summary>Leaves the label out where a heading says it already.</summary>
    public bool Bare { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Chip is null)
        {
            output.SuppressOutput();
            return;
        }
        var look = face.Read(Chip);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"clock clock-{look.State}");
        if (look.Moves)
        {
            output.Attributes.SetAttribute("data-clock", "");
            Mark(output, "data-started", Chip.StartedAt);
            Mark(output, "data-warn", Chip.WarnAt);
            Mark(output, "data-due", Chip.DueAt);
            output.Attributes.SetAttribute("data-by", look.By);
        }
        output.Content.SetHtmlContent(Inner(look));
    }

    private string Inner(ClockLook look)
    {
        var html = Html.Encoder;
        var fill = look.SharePercent is { } share
            ? $"<svg class=\"clock-fill\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"{share}\" height=\"1\"/></svg>"
            : "";
        var label = Bare || string.IsNullOrEmpty(Chip!.Label) ? "" : $"<span class=\"k\">{html.Encode(Chip.Label)}</span>";
        var instant = look.State is "kept" or "missed" ? Chip!.StoppedAt : Chip!.DueAt;
        var text = instant is { } at && look.State is not ("unset" or "next" or "hold")
            ? $"<time class=\"v\" datetime=\"{at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}\">{html.Encode(look.Text)}</time>"
            : $"<span class=\"v\">{html.Encode(look.Text)}</span>";
        return $"{fill}{IconTag.Svg(look.Icon)}<span class=\"sr\">{html.Encode(look.Spoken)}</span>{label}{text}";
    }

    private static void Mark(TagHelperOutput output, string name, DateTime? utc)
    {
        if (utc is { } at) output.Attributes.SetAttribute(name, new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)).ToUnixTimeMilliseconds());
    }
}

/// <summary>What a chip shows now.</summary>
/// <param name="State">run, warn, late, hold, kept, missed, next, unset.</param>
/// <param name="Spoken">The state as a word, with its colon, for who does not see the colour.</param>
/// <param name="SharePercent">How much of the time is used; null where nothing runs.</param>
/// <param name="Moves">The script may move it on.</param>
/// <param name="By">18:27 前: said while an hour or more is left.</param>
public sealed record ClockLook(string State, string Icon, string Spoken, string Text, int? SharePercent = null, bool Moves = false, string By = "");

/// <summary>Reads a chip at the present instant. Under an hour it says what remains, above it the time of day.</summary>
public sealed class ClockWords(Texts texts, Display show)
{
    public ClockLook Read(ClockChip chip) => chip.State switch
    {
        ChipState.Next => new("next", "clock-play", texts.Say("未开始："), chip.NextText ?? texts.Say("未开始")),
        ChipState.OnHold => new("hold", "player-pause", texts.Say("已暂停："), texts.Say("已暂停")),
        ChipState.Kept => new("kept", "circle-check", texts.Say("按时："), Kept(chip)),
        ChipState.Missed => new("missed", "clock-x", texts.Say("超时完成："), Missed(chip)),
        ChipState.Running when chip.DueAt is { } due => Running(chip, due),
        _ => new("unset", "circle-dashed", texts.Say("未承诺："), texts.Say("未承诺")),
    };

    private ClockLook Running(ClockChip chip, DateTime due)
    {
        var now = show.NowUtc;
        var by = By(due);
        if (now >= due)
            return new("late", "alarm", texts.Say("已超时："), now - due < TimeSpan.FromMinutes(1) ? texts.Say("刚超时") : texts.Say("超 {0}", Short(now - due)), null, true, by);
        var left = due - now;
        var text = left >= TimeSpan.FromHours(1) ? by : left < TimeSpan.FromMinutes(1) ? texts.Say("剩不到 1 分") : texts.Say("剩 {0} 分", (int)left.TotalMinutes);
        return chip.WarnAt is { } warn && now >= warn
            ? new("warn", "clock-exclamation", texts.Say("快到时限："), text, Share(chip, due, now), true, by)
            : new("run", "clock", texts.Say("进行中："), text, Share(chip, due, now), true, by);
    }

    private static int Share(ClockChip chip, DateTime due, DateTime now)
    {
        if (chip.StartedAt is not { } started || due <= started) return 0;
        return (int)Math.Clamp((now - started).Ticks * 100 / (due - started).Ticks, 0, 100);
    }

    /// <summary>18:27 前, 明天 08:40 前, by 18:27, Wed 08:40: at most 22 characters with its label.</summary>
    private string By(DateTime due)
    {
        if (!show.IsEnglish) return texts.Say("{0} 前", show.When(due));
        var local = show.Local(due);
        var days = show.Day(due).DayNumber - show.Today.DayNumber;
        var culture = CultureInfo.InvariantCulture;
        return days == 0 ? texts.Say("{0} 前", show.Time(due)) : local.ToString(days is > 0 and < 7 ? "ddd HH:mm" : "d MMM HH:mm", culture);
    }

    private string Kept(ClockChip chip) =>
        chip is { StartedAt: { } from, StoppedAt: { } to } ? texts.Say("{0}，按时", show.IsEnglish ? Short(to - from) : Long(to - from)) : texts.Say("按时");

    private string Missed(ClockChip chip) =>
        chip is { DueAt: { } due, StoppedAt: { } to } ? texts.Say("晚 {0}", Short(to - due)) : texts.Say("已超时");

    private string Long(TimeSpan length) => length < TimeSpan.FromHours(1) || length >= TimeSpan.FromHours(24) ? Short(length, "{0} 分钟") : show.Duration(length);

    /// <summary>8 分, 3 小时, 2 天: the largest unit, rounded down, at least one minute.</summary>
    private string Short(TimeSpan length, string minutes = "{0} 分")
    {
        var whole = Math.Max(1, (int)length.TotalMinutes);
        if (whole < 60) return texts.Say(minutes, whole);
        return whole < 1440 ? texts.Say("{0} 小时|短", whole / 60) : texts.Say("{0} 天|短", whole / 1440);
    }
}
