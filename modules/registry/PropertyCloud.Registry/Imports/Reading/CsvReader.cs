using System.Text;

namespace PropertyCloud.Registry.Imports.Reading;

/// <summary>CSV after RFC 4180, separated by comma, semicolon or tab; UTF-8 with and without BOM, UTF-16 with BOM, else GB18030.</summary>
internal static class CsvReader
{
    private static readonly Encoding Gb18030 = FindGb18030();

    public static IEnumerable<RawRow> Read(Stream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var text = Decode(bytes);
        return Rows(text, Separator(text));
    }

    /// <summary>What is neither UTF-8 nor GB18030 is refused: it is no text.</summary>
    public static string Decode(byte[] bytes)
    {
        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, ..] => Strict(new UTF8Encoding(false, true), bytes.AsSpan(3)),
                [0xFF, 0xFE, ..] => Strict(new UnicodeEncoding(false, false, true), bytes.AsSpan(2)),
                [0xFE, 0xFF, ..] => Strict(new UnicodeEncoding(true, false, true), bytes.AsSpan(2)),
                _ => WithoutMark(bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            throw SheetFile.Refused("registry.file-unreadable", "读不出这个文件，另存为 .xlsx 或 UTF-8 的 CSV 再传");
        }
    }

    private static string WithoutMark(byte[] bytes)
    {
        if (bytes.AsSpan().Contains((byte)0)) throw SheetFile.Refused("registry.file-unreadable", "读不出这个文件，另存为 .xlsx 或 UTF-8 的 CSV 再传");
        try
        {
            return Strict(new UTF8Encoding(false, true), bytes);
        }
        catch (DecoderFallbackException)
        {
            return Strict(Gb18030, bytes);
        }
    }

    private static string Strict(Encoding encoding, ReadOnlySpan<byte> bytes) => encoding.GetString(bytes);

    private static Encoding FindGb18030()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    private static char Separator(string text)
    {
        var end = text.AsSpan().TrimStart("\r\n").IndexOfAny('\r', '\n');
        var first = text.AsSpan().TrimStart("\r\n");
        if (end >= 0) first = first[..end];
        var (commas, semicolons, tabs) = (first.Count(',') + first.Count('，'), first.Count(';'), first.Count('\t'));
        return tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    private static IEnumerable<RawRow> Rows(string text, char separator)
    {
        var number = 0;
        var filled = 0;
        for (var at = 0; at < text.Length;)
        {
            var cells = Record(text, ref at, separator);
            number++;
            if (cells.Count > ImportLimits.Columns) throw SheetFile.Refused("registry.file-too-wide", "第 {0} 行有 {1} 列，最多 {2} 列", number, cells.Count, ImportLimits.Columns);
            if (cells.All(c => c is null)) continue;
            if (++filled > ImportLimits.Rows + 1) throw SheetFile.Refused("registry.file-too-long", "最多 {0} 行，拆成几个文件再传", ImportLimits.Rows);
            yield return new(number, cells);
        }
    }

    private static List<object?> Record(string text, ref int at, char separator)
    {
        var cells = new List<object?>(12);
        while (true)
        {
            var cell = at < text.Length && text[at] == '"' ? Quoted(text, ref at, separator) : Plain(text, ref at, separator);
            cells.Add(string.IsNullOrWhiteSpace(cell) ? null : cell.Trim());
            if (at < text.Length && text[at] == separator)
            {
                at++;
                continue;
            }

            if (at < text.Length && text[at] == '\r') at++;
            if (at < text.Length && text[at] == '\n') at++;
            return cells;
        }
    }

    private static string Plain(string text, ref int at, char separator)
    {
        var start = at;
        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n')) at++;
        return text[start..at];
    }

    private static string Quoted(string text, ref int at, char separator)
    {
        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"') value.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') value.Append(text[at++]);
            else break;
        }

        if (at < text.Length) at++;
        value.Append(Plain(text, ref at, separator));
        return value.ToString();
    }
}
