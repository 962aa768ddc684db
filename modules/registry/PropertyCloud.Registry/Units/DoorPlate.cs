using System.Text;
using System.Text.RegularExpressions;

namespace PropertyCloud.Registry.Units;

/// <summary>How a unit is written (<c>7-2-1502</c>), read aloud (7栋2单元1502) and sorted (2 before 10).</summary>
internal static partial class DoorPlate
{
    public const int Length = 64;

    /// <summary>What is taken: other modules keep plates with their own rows, and a sign or a list has room for no more.</summary>
    public const int Longest = 40;

    public const int SpokenLength = 72;
    public const int SortKeyLength = 128;
    private const int DigitsInSortKey = 6;

    public static string Text(string building, string entrance, string number) =>
        entrance.Length == 0 ? $"{building}-{number}" : $"{building}-{entrance}-{number}";

    public static string Spoken(string building, string entrance, string number)
    {
        var spoken = new StringBuilder(building);
        if (EndsLikeANumber(building)) spoken.Append('栋');
        spoken.Append(entrance);
        if (entrance.Length > 0 && EndsLikeANumber(entrance)) spoken.Append("单元");
        return spoken.Append(number).ToString();
    }

    /// <summary>Runs of digits padded with zeros, at most <see cref="SortKeyLength"/> characters.</summary>
    public static string SortKey(string plate)
    {
        var key = Digits().Replace(plate, run => run.Value.TrimStart('0').PadLeft(DigitsInSortKey, '0'));
        return key.Length <= SortKeyLength ? key : key[..SortKeyLength];
    }

    /// <summary>7栋, 7号楼, 7#, ７ are all <c>7</c>.</summary>
    public static string Building(string? text) => BuildingEnd().Replace(Code(text), "");

    /// <summary>2单元 is <c>2</c>.</summary>
    public static string Entrance(string? text) => EntranceEnd().Replace(Code(text), "");

    /// <summary>1502室 is <c>1502</c>.</summary>
    public static string Number(string? text) => NumberEnd().Replace(Code(text), "");

    /// <summary>What somebody types into a search box, as the beginning of a plate: 7栋2单元1502 becomes <c>7-2-1502</c>.</summary>
    public static string Typed(string text)
    {
        var parts = TypedParts().Replace(NumberEnd().Replace(Code(text), ""), "-");
        return parts.TrimEnd('-') + (parts.EndsWith('-') ? "-" : "");
    }

    // Full-width digits and letters, and small letters, are the same sign on the door; MariaDB compares without case, SQLite does not.
    private static string Code(string? text) =>
        Blanks().Replace((text ?? "").Normalize(NormalizationForm.FormKC), "").ToUpperInvariant();

    public static bool EndsLikeANumber(string name) => name.Length > 0 && char.IsAsciiLetterOrDigit(name[^1]);

    [GeneratedRegex("[0-9]+")] private static partial Regex Digits();
    [GeneratedRegex(@"\s+")] private static partial Regex Blanks();
    [GeneratedRegex(@"(?<=.)(号楼|栋|幢|座|楼|#)+$")] private static partial Regex BuildingEnd();
    [GeneratedRegex(@"(?<=.)(单元|门)+$")] private static partial Regex EntranceEnd();
    [GeneratedRegex(@"(?<=.)(室|房|号)+$")] private static partial Regex NumberEnd();
    [GeneratedRegex(@"(?<=.)(号楼|栋|幢|座|#|单元|-)+")] private static partial Regex TypedParts();
}
