using System.Globalization;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>Chinese names of clocks, kinds and cells: keys of the texts.</summary>
internal static class LimitWords
{
    public static string Clock(ClockKind kind) => ClockNames.Of(kind);

    public static string ClockHint(ClockKind kind) => kind switch
    {
        ClockKind.Respond => "有人回应",
        ClockKind.Arrive => "人到门口",
        ClockKind.Resolve => "修好、办好",
        ClockKind.FeedBack => "给出答复",
        _ => "验收后算起",
    };

    public static string Kind(string kind) => RequestKinds.NameOf(kind) ?? "任何请求";

    /// <summary>任何请求, 小问题, 投诉, 投诉（紧急）, 任何请求 pipe-leak.</summary>
    /// <param name="name">The severity's.</param>
    public static string Where(string kind, string severity, string? item, string name)
    {
        var where = (kind, severity) switch
        {
            (LimitRow.Any, LimitRow.Any) => Kind(LimitRow.Any),
            (LimitRow.Any, _) => name,
            (_, LimitRow.Any) => Kind(kind),
            _ => $"{Kind(kind)}（{name}）",
        };
        return item is null ? where : $"{where} {item}";
    }

    public static string Plain(int? minutes) => minutes switch
    {
        null => "不承诺",
        >= 2880 when minutes % 1440 == 0 => string.Create(CultureInfo.InvariantCulture, $"{minutes / 1440} 天"),
        >= 60 when minutes % 60 == 0 => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} 小时"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{minutes} 分钟"),
    };
}
