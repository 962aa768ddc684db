using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PropertyCloud.Registry.Communities;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Parties;
using PropertyCloud.Registry.Units;

namespace PropertyCloud.Registry.Imports.Reading;

/// <summary>Why a row cannot be imported.</summary>
internal sealed record RowFault(int Row, ImportColumn Column, string? Value, Reason Reason);

/// <summary>Turns rows of a file into registry rows, or says what is wrong with them. Keeps what it has seen, so that a
/// double is found wherever it stands in the file.</summary>
internal sealed partial class RowReader(ImportColumns columns, DateOnly today)
{
    private readonly Dictionary<string, SeenUnit> _units = new(StringComparer.Ordinal);
    private readonly HashSet<string> _people = new(StringComparer.Ordinal);
    private List<RowFault> _faults = [];
    private RawRow _row;

    private sealed class SeenUnit
    {
        public int FirstRow { get; init; }
        public decimal? Area { get; set; }
        public string? Cluster { get; set; }
        public UnitKind? Use { get; set; }
        public int ContactRow { get; set; }
    }

    private static readonly Dictionary<string, UnitRole> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["业主"] = UnitRole.Owner, [@"产权人"] = UnitRole.Owner, ["owner"] = UnitRole.Owner,
        ["租户"] = UnitRole.Tenant, [@"租客"] = UnitRole.Tenant, [@"承租人"] = UnitRole.Tenant, ["tenant"] = UnitRole.Tenant,
        ["家庭成员"] = UnitRole.Family, [@"家属"] = UnitRole.Family, [@"家人"] = UnitRole.Family, ["family"] = UnitRole.Family,
        ["员工"] = UnitRole.Employee, [@"雇员"] = UnitRole.Employee, [@"保姆"] = UnitRole.Employee, ["employee"] = UnitRole.Employee,
    };

    private static readonly Dictionary<string, UnitKind> Uses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["住宅"] = UnitKind.Home, ["home"] = UnitKind.Home, ["residential"] = UnitKind.Home,
        ["商铺"] = UnitKind.Shop, [@"商业"] = UnitKind.Shop, ["shop"] = UnitKind.Shop,
        ["办公"] = UnitKind.Office, [@"写字楼"] = UnitKind.Office, ["office"] = UnitKind.Office,
        [@"其他"] = UnitKind.Other, ["other"] = UnitKind.Other,
    };

    /// <summary>The row, or null with what is wrong with it.</summary>
    public (RegistryRow? Row, IReadOnlyList<RowFault> Faults) Read(RawRow raw)
    {
        (_row, _faults) = (raw, []);
        foreach (var column in Enum.GetValues<ImportColumn>())
            if (Text(column) is { Length: > ImportLimits.CellCharacters }) Fault(column, "不能超过 {0} 个字", ImportLimits.CellCharacters);
        if (_faults.Count > 0) return (null, _faults);

        var name = Name(ImportColumn.Name, Party.NameLength);
        var phone = Phone();
        if (name is null && phone is not null) Fault(ImportColumn.Name, "填写姓名，或者清空手机");
        var row = new RegistryRow(Needed(ImportColumn.Community, Community.NameLength, "填写小区"), Name(ImportColumn.Grade, Community.GradeLength),
            Code(ImportColumn.Building, DoorPlate.Building, Building.NameLength, "缺少楼栋"), Code(ImportColumn.Entrance, DoorPlate.Entrance, Entrance.NameLength, null) is { Length: > 0 } entrance ? entrance : null,
            Code(ImportColumn.Unit, DoorPlate.Number, Unit.NumberLength, "缺少房号"), Name(ImportColumn.Cluster, Cluster.NameLength), Area(), name, phone, Role(), From(), Contact(), Use());
        if (DoorPlate.Text(row.Building, row.Entrance ?? "", row.Unit).Length > DoorPlate.Longest) Fault(ImportColumn.Unit, "楼栋、单元和房号合起来不能超过 {0} 个字", DoorPlate.Longest);
        if (_faults.Count == 0) CompareWithEarlier(row);
        return _faults.Count == 0 ? (row, []) : (null, _faults);
    }

    private void CompareWithEarlier(RegistryRow row)
    {
        var key = $"{row.Community}\n{row.Building}\n{row.Entrance}\n{row.Unit}";
        var isNew = !_units.TryGetValue(key, out var seen);
        seen ??= new() { FirstRow = _row.Number };
        if (seen.Area is { } area && row.AreaSquareMetres is { } other && area != other) Fault(ImportColumn.Area, "第 {0} 行同一房屋的面积是 {1}", seen.FirstRow, area);
        if (seen.Cluster is { } cluster && row.Cluster is { } another && cluster != another) Fault(ImportColumn.Cluster, "第 {0} 行同一房屋的组团是 {1}", seen.FirstRow, cluster);
        if (seen.Use is { } use && row.Use is { } otherUse && use != otherUse) Fault(ImportColumn.Use, "第 {0} 行同一房屋的用途不同", seen.FirstRow);
        if (row.IsContact == true && seen.ContactRow > 0) Fault(ImportColumn.Contact, "第 {0} 行已经是这套房屋的联系人，只能有一个", seen.ContactRow);
        if (row.PartyName is null ? !isNew : _people.Contains($"{key}\n{row.PartyName}")) Fault(ImportColumn.Unit, "和第 {0} 行重复，删掉一行", seen.FirstRow);
        if (_faults.Count > 0) return;
        _units[key] = seen;
        seen.Area ??= row.AreaSquareMetres;
        seen.Cluster ??= row.Cluster;
        seen.Use ??= row.Use;
        if (row.IsContact == true) seen.ContactRow = _row.Number;
        if (row.PartyName is not null) _people.Add($"{key}\n{row.PartyName}");
    }

    private string Needed(ImportColumn column, int longest, string missing)
    {
        var value = Name(column, longest);
        if (value is null && !_faults.Any(f => f.Column == column)) Fault(column, missing);
        return value ?? "";
    }

    private string Code(ImportColumn column, Func<string?, string> tidy, int longest, string? missing)
    {
        var value = tidy(Text(column));
        if (value.Length == 0 && missing is not null) Fault(column, missing);
        else if (value.Length > longest) Fault(column, "不能超过 {0} 个字", longest);
        else if (value.Any(char.IsControl)) Fault(column, "含有不能识别的字符，删掉再试");
        return value;
    }

    private string? Name(ImportColumn column, int longest)
    {
        if (Text(column) is not { } value) return null;
        if (value.Length > longest) Fault(column, "不能超过 {0} 个字", longest);
        else if (value.Any(char.IsControl)) Fault(column, "含有不能识别的字符，删掉再试");
        return value;
    }

    private string? Phone()
    {
        if (Text(ImportColumn.Phone) is not { } text) return null;
        if (PhoneNumber.TryParse(text, out var phone, out var reason)) return phone;
        Fault(ImportColumn.Phone, reason.Text, reason.Args);
        return null;
    }

    private UnitRole Role()
    {
        if (Text(ImportColumn.Role) is not { } text) return UnitRole.Owner;
        if (Roles.TryGetValue(text, out var role)) return role;
        Fault(ImportColumn.Role, "写业主、租户、家庭成员或员工");
        return UnitRole.Owner;
    }

    private UnitKind? Use()
    {
        if (Text(ImportColumn.Use) is not { } text) return null;
        if (Uses.TryGetValue(text, out var use)) return use;
        Fault(ImportColumn.Use, "写住宅、商铺、办公或其他");
        return null;
    }

    private bool? Contact()
    {
        switch (Text(ImportColumn.Contact)?.ToLowerInvariant())
        {
            case null: return null;
            case @"是" or "yes" or "y" or "true" or "1" or "√": return true;
            case @"否" or "no" or "n" or "false" or "0": return false;
            default:
                Fault(ImportColumn.Contact, "写是或否");
                return null;
        }
    }

    private decimal? Area()
    {
        if (Text(ImportColumn.Area) is not { } text) return null;
        var typed = AreaUnit().Replace(text.Normalize(NormalizationForm.FormKC), "").Trim();
        if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var area))
        {
            if (area is <= 0 or > Unit.LargestArea) Fault(ImportColumn.Area, "面积要大于 0，不超过 {0}", Unit.LargestArea);
            else if (decimal.Round(area, 2) != area) Fault(ImportColumn.Area, "最多 2 位小数，写成 {0}", decimal.Round(area, 2, MidpointRounding.AwayFromZero));
            return area;
        }

        if (CommaForPoint().IsMatch(typed)) Fault(ImportColumn.Area, "写成 {0}", typed.Replace(',', '.'));
        else Fault(ImportColumn.Area, "写成数字，如 98.52");
        return null;
    }

    private static readonly string[] DateForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", @"yyyy年M月d日", "yyyyMMdd", "yyyy-M-d H:mm:ss", "yyyy/M/d H:mm:ss"];
    private static readonly DateOnly Earliest = new(1949, 10, 1);

    private DateOnly? From()
    {
        DateOnly date;
        if (columns.Cell(_row, ImportColumn.From) is DateTime instant) date = DateOnly.FromDateTime(instant);
        else if (Text(ImportColumn.From) is not { } text) return null;
        else if (DateTime.TryParseExact(text.Normalize(NormalizationForm.FormKC), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)) date = DateOnly.FromDateTime(parsed);
        else
        {
            Fault(ImportColumn.From, "写成 2026-09-15 这样的日期");
            return null;
        }

        if (date < Earliest || date > today.AddYears(1)) Fault(ImportColumn.From, "日期要在 {0} 和 {1} 之间", Earliest.ToString("yyyy-MM-dd"), today.AddYears(1).ToString("yyyy-MM-dd"));
        return date;
    }

    private string? Text(ImportColumn column) => columns.Cell(_row, column) switch
    {
        null => null,
        string text => text,
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString("0.############", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };

    private void Fault(ImportColumn column, string text, params object?[] args) => _faults.Add(new(_row.Number, column, Text(column), new(text, args)));

    [GeneratedRegex(@"(m2|平方米|平米|平)$", RegexOptions.IgnoreCase)] private static partial Regex AreaUnit();
    [GeneratedRegex("^[0-9]+,[0-9]{1,2}$")] private static partial Regex CommaForPoint();
}
