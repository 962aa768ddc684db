using MiniExcelLibs;
using PropertyCloud.Registry.Imports.Reading;

namespace PropertyCloud.Registry.Imports;

/// <summary>An .xlsx with the header names of one language and three rows that show how to fill it.</summary>
internal static class ImportTemplate
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Make(bool english)
    {
        using var file = new MemoryStream();
        file.SaveAs(Examples(english).Select(example => Enum.GetValues<ImportColumn>()
            .ToDictionary(c => english ? ImportColumns.EnglishNameOf(c) : ImportColumns.NameOf(c), c => (object?)example[(int)c])));
        return file.ToArray();
    }

    private static IEnumerable<string?[]> Examples(bool english) => english
        ?
        [
            ["Sample Court", "High-end", "7", "2", "1502", "East cluster", "98.52", "Wang Shan", "13800138000", "owner", "2026-09-15", "yes", "home"],
            ["Sample Court", "High-end", "7", "2", "1502", "East cluster", "98.52", "Li Ming", "0571-88886666", "family", "2026-09-15", "no", "home"],
            ["Sample Court", "High-end", "7", "2", "0103", "East cluster", "120", null, null, null, null, null, "shop"],
        ]
        :
        [
            [@"示例雅苑", @"高档", "7", "2", "1502", @"东组团", "98.52", @"王珊", "13800138000", "业主", "2026-09-15", @"是", "住宅"],
            [@"示例雅苑", @"高档", "7", "2", "1502", @"东组团", "98.52", @"李明", "0571-88886666", "家庭成员", "2026-09-15", @"否", "住宅"],
            [@"示例雅苑", @"高档", "7", "2", "0103", @"东组团", "120", null, null, null, null, null, "商铺"],
        ];
}
