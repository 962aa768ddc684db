using System.Globalization;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Localization;

/// <summary>Instants, lengths of time, money and phones as readers write them, in the company's time zone. Scoped.</summary>
public sealed class Display(ICurrentTenant tenant, TimeProvider clock, Texts texts)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private TimeZoneInfo? _zone;

    public bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
    public TimeZoneInfo Zone => _zone ??= TimeZoneInfo.FindSystemTimeZoneById(tenant.Info?.TimeZoneId ?? "Asia/Shanghai");
    public DateTime NowUtc => clock.Now();
    public DateOnly Today => Day(NowUtc);

    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
    public DateOnly Day(DateTime utc) => DateOnly.FromDateTime(Local(utc));
    public DateTime ToUtc(DateTime local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Zone);

    /// <summary>15:42</summary>
    public string Time(DateTime utc) => Local(utc).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>9 月 15 日, with the year when it is another; 15 Sep in English.</summary>
    public string Date(DateOnly day)
    {
        var sameYear = day.Year == Today.Year;
        if (IsEnglish) return day.ToString(sameYear ? "d MMM" : "d MMM yyyy", English);
        return sameYear ? $"{day.Month} 月 {day.Day} 日" : $"{day.Year} 年 {day.Month} 月 {day.Day} 日";
    }

    public string Date(DateTime utc) => Date(Day(utc));

    /// <summary>9 月 15 日 周二</summary>
    public string DateWithWeekday(DateOnly day) => IsEnglish
        ? day.ToString("ddd d MMM", English)
        : $"{Date(day)} 周{"日一二三四五六"[(int)day.DayOfWeek]}";

    /// <summary>今天, 明天, 昨天, else the date.</summary>
    public string RelativeDay(DateTime utc)
    {
        var day = Day(utc);
        return (day.DayNumber - Today.DayNumber) switch
        {
            0 => texts.Say("今天"),
            1 => texts.Say("明天"),
            -1 => texts.Say("昨天"),
            _ => Date(day),
        };
    }

    /// <summary>15:42 today, 明天 08:40, 9 月 18 日 08:40.</summary>
    public string When(DateTime utc) => Day(utc) == Today ? Time(utc) : $"{RelativeDay(utc)} {Time(utc)}";

    /// <summary>8 分钟, 3 小时, 2 小时 53 分, 3 天; rounded down to whole minutes, 不到 1 分钟 below one.</summary>
    public string Duration(TimeSpan length)
    {
        var minutes = (long)Math.Max(0, length.TotalMinutes);
        if (minutes == 0) return texts.Say("不到 1 分钟");
        if (minutes < 60) return texts.Say("{0} 分钟", minutes);
        if (minutes < 24 * 60) return minutes % 60 == 0 ? texts.Say("{0} 小时", minutes / 60) : texts.Say("{0} 小时 {1} 分", minutes / 60, minutes % 60);
        var days = minutes / 1440;
        var hours = minutes % 1440 / 60;
        return hours == 0 ? texts.Say("{0} 天", days) : texts.Say("{0} 天 {1} 小时", days, hours);
    }

    /// <summary>A promise in minutes as a length: 10 分钟, 24 小时, 3 天 (from 48 hours on whole days are said as days).</summary>
    public string Limit(int minutes) => minutes switch
    {
        >= 2880 when minutes % 1440 == 0 => texts.Say("{0} 天", minutes / 1440),
        >= 60 when minutes % 60 == 0 => texts.Say("{0} 小时", minutes / 60),
        _ => texts.Say("{0} 分钟", minutes),
    };

    /// <summary>138****8000</summary>
    public static string Phone(string? phone) => phone switch
    {
        null or "" => "",
        { Length: >= 8 } => $"{phone[..3]}****{phone[^4..]}",
        _ => "****",
    };
}
