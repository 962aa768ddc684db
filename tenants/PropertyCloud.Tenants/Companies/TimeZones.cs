namespace PropertyCloud.Tenants.Companies;

/// <summary>Zones that a company may follow. Days, months and quiet hours are counted in the one it has.</summary>
public static class TimeZones
{
    public const string Default = "Asia/Shanghai";

    /// <summary>IANA id and its name in Chinese (translated by en.json).</summary>
    public static readonly IReadOnlyList<(string Id, string Text)> Offered =
    [
        (Default, "北京时间"), ("Asia/Urumqi", "新疆时间"), ("Asia/Hong_Kong", "香港时间"), ("Asia/Macau", "澳门时间"), ("Asia/Taipei", "台北时间"),
        ("Asia/Singapore", "新加坡时间"), ("Asia/Tokyo", "东京时间"), ("Asia/Bangkok", "曼谷时间"), ("Europe/London", "伦敦时间"), ("UTC", "协调世界时"),
    ];

    public static bool IsOffered(string? id) => Offered.Any(z => z.Id == id) && TimeZoneInfo.TryFindSystemTimeZoneById(id!, out _);
}
