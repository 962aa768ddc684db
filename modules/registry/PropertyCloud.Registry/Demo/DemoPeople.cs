using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Registry.Demo;

/// <summary>Invents plausible people; the same random numbers give the same people.</summary>
internal sealed class DemoPeople(Random random, DateOnly start)
{
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
    private static readonly string[] Given =
    [
        "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "涛", "明", "超", "霞", "平", "刚", "桂英", "建华", "志强", "晓梅", "海燕", "文博", "子涵", "雨桐",
        "思远", "嘉怡", "俊杰", "玉兰", "秀英", "建国", "国栋", "春梅", "丽娟", "志明", "晓东", "雪梅", "家豪", "婷婷", "浩然", "欣怡", "梓轩", "淑珍", "立新", "卫东", "红霞", "振宇", "佳琪",
    ];
    private static readonly string[] Prefixes = ["136", "137", "138", "139", "150", "151", "158", "159", "177", "180", "186", "188", "189"];
    private readonly HashSet<string> _phones = [];

    /// <summary>Moved in some time in the six years before the ninety days.</summary>
    public DateOnly Since() => start.AddDays(-30 - random.Next(6 * 365));

    /// <summary>An owner, or an owner with a tenant; often with family.</summary>
    public IEnumerable<RegistryRow> Household(RegistryRow home)
    {
        var since = Since();
        var owner = Name();
        var isLet = random.Next(100) < 14;
        yield return home with { PartyName = owner, Phone = Phone(), From = since, IsContact = !isLet };
        if (isLet) yield return home with { PartyName = Name(owner), Phone = Phone(), Role = UnitRole.Tenant, From = since.AddDays(20), IsContact = true };
        else if (random.Next(100) < 38) yield return home with { PartyName = Name(owner), Phone = Phone(), Role = UnitRole.Family, From = since };
    }

    private string Name(string? unlike = null)
    {
        string name;
        do name = Surnames[random.Next(Surnames.Length)] + Given[random.Next(Given.Length)];
        while (name == unlike);
        return name;
    }

    private string Phone()
    {
        string phone;
        do phone = $"{Prefixes[random.Next(Prefixes.Length)]}{random.Next(100_000_000):00000000}";
        while (!_phones.Add(phone));
        return phone;
    }
}
