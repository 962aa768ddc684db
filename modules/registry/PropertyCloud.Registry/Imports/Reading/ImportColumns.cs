using System.Text;

namespace PropertyCloud.Registry.Imports.Reading;

internal enum ImportColumn { Community, Grade, Building, Entrance, Unit, Cluster, Area, Name, Phone, Role, From, Contact, Use }

/// <summary>Which column of the file is which, by header names in Chinese or English, in any order.</summary>
internal sealed class ImportColumns
{
    private readonly Dictionary<ImportColumn, int> _places = [];

    private static readonly IReadOnlyList<(ImportColumn Column, string[] Names)> Known =
    [
        (ImportColumn.Community, ["小区", "小区名称", "community"]),
        (ImportColumn.Grade, ["等级", @"档次", "grade"]),
        (ImportColumn.Building, ["楼栋", @"楼号", @"栋", @"幢", "building"]),
        (ImportColumn.Entrance, ["单元", @"单元号", "entrance"]),
        (ImportColumn.Unit, ["房号", @"房间号", @"房屋", "unit", "room"]),
        (ImportColumn.Cluster, ["组团", "cluster"]),
        (ImportColumn.Area, ["面积", @"建筑面积", "area"]),
        (ImportColumn.Name, ["姓名", @"业主姓名", @"住户姓名", "name"]),
        (ImportColumn.Phone, [@"手机", @"手机号", @"电话", @"联系电话", "phone", "mobile"]),
        (ImportColumn.Role, ["身份", @"关系", "role"]),
        (ImportColumn.From, ["入住日期", @"入伙日期", @"开始日期", "from"]),
        (ImportColumn.Contact, ["联系人", "contact"]),
        (ImportColumn.Use, ["用途", @"房屋用途", "use"]),
    ];

    private static readonly Dictionary<string, ImportColumn> ByName =
        Known.SelectMany(k => k.Names.Select(n => (n, k.Column))).ToDictionary(x => x.n, x => x.Column, StringComparer.OrdinalIgnoreCase);

    private static readonly ImportColumn[] Required = [ImportColumn.Community, ImportColumn.Building, ImportColumn.Unit];

    private ImportColumns() { }

    /// <summary>The column's name in Chinese (also the key of its English).</summary>
    public static string NameOf(ImportColumn column) => Known[(int)column].Names[0];

    /// <summary>Key of the name in the reader's language; another module says 手机 for an app.</summary>
    public static string TextOf(ImportColumn column) => column == ImportColumn.Phone ? "手机|号码" : NameOf(column);

    public static string EnglishNameOf(ImportColumn column) => Known[(int)column].Names.First(n => char.IsAscii(n[0]));

    /// <summary>Refused with 422 where a name comes twice or one that is needed is missing; unknown names are ignored.</summary>
    public static ImportColumns From(RawRow header)
    {
        var columns = new ImportColumns();
        for (var i = 0; i < header.Cells.Count; i++)
        {
            if (header.Cells[i]?.ToString() is not { } name || !ByName.TryGetValue(Plain(name), out var column)) continue;
            if (!columns._places.TryAdd(column, i)) throw SheetFile.Refused("registry.header-twice", "表头“{0}”出现了两次，删掉一列再传", name);
        }

        var missing = Required.Where(c => !columns._places.ContainsKey(c)).Select(c => $"{NameOf(c)}/{EnglishNameOf(c)}").ToList();
        return missing.Count == 0 ? columns : throw SheetFile.Refused("registry.header-missing", "表头缺少 {0}。第一行要写列名，可以先下载模板", string.Join("、", missing));
    }

    public bool Has(ImportColumn column) => _places.ContainsKey(column);

    public object? Cell(RawRow row, ImportColumn column) =>
        _places.TryGetValue(column, out var place) && place < row.Cells.Count ? row.Cells[place] : null;

    // 面积（m²）, 手机*, Unit No. with blanks: the unit of measure and marks do not change what a column is.
    private static string Plain(string name)
    {
        var plain = name.Normalize(NormalizationForm.FormKC);
        var bracket = plain.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0) plain = plain[..bracket];
        return plain.Replace("*", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Trim();
    }
}
