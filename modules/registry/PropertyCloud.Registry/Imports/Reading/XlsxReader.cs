using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;

namespace PropertyCloud.Registry.Imports.Reading;

/// <summary>The first sheet of an .xlsx file. Looked through before it is read: a bomb, a document type definition or a sheet
/// beyond the limits is refused without being unpacked into memory.</summary>
internal static class XlsxReader
{
    private const int MostEntries = 200;
    private const long MostUnpacked = 200L * 1024 * 1024;
    private const int MostRatio = 120;

    public static IEnumerable<RawRow> Read(Stream file)
    {
        Inspect(file);
        file.Position = 0;
        return Rows(file);
    }

    private static IEnumerable<RawRow> Rows(Stream file)
    {
        var number = 0;
        var filled = 0;
        foreach (IDictionary<string, object?> row in MiniExcel.Query(file, useHeaderRow: false, excelType: ExcelType.XLSX))
        {
            number++;
            var cells = row.Values.Select(Tidy).ToList();
            if (cells.All(c => c is null)) continue;
            if (++filled > ImportLimits.Rows + 1) throw TooLong();
            yield return new(number, cells);
        }
    }

    private static object? Tidy(object? cell) => cell is string text ? string.IsNullOrWhiteSpace(text) ? null : text.Trim() : cell;

    private static void Inspect(Stream file)
    {
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries) throw Bomb();
            if (zip.Entries.Sum(e => e.Length) > MostUnpacked) throw Bomb();
            if (zip.Entries.Any(e => e.Length > 1_000_000 && e.Length > e.CompressedLength * MostRatio)) throw Bomb();
            if (!zip.Entries.Any(e => IsSheet(e.FullName))) throw SheetFile.Refused("registry.file-no-sheet", "文件里没有表格，另存为 .xlsx 再传");
            var unpacked = 0L;
            foreach (var entry in zip.Entries.Where(e => IsXml(e.FullName))) InspectXml(entry, ref unpacked);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException)
        {
            throw SheetFile.Refused("registry.file-broken", "文件坏了或者不是 Excel 表格，另存为 .xlsx 再传");
        }
    }

    // The sizes in the directory may lie: what really comes out is counted. XmlReader refuses a document type definition by itself.
    private static void InspectXml(ZipArchiveEntry entry, ref long unpacked)
    {
        using var counted = new CountingStream(entry.Open(), MostUnpacked - unpacked);
        using var xml = XmlReader.Create(counted, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersFromEntities = 1024 });
        var isSheet = IsSheet(entry.FullName);
        while (xml.Read())
        {
            if (!isSheet || xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "row" && int.TryParse(xml.GetAttribute("r"), out var row) && row > ImportLimits.Rows + 1) throw TooLong();
            if (xml.LocalName == "c" && xml.GetAttribute("r") is { } cell && Column(cell) > ImportLimits.Columns)
                throw SheetFile.Refused("registry.file-too-wide-sheet", "表格最多 {0} 列，删掉右边多余的列", ImportLimits.Columns);
        }

        unpacked += counted.Count;
    }

    internal static int Column(string cell)
    {
        var column = 0;
        foreach (var c in cell.TakeWhile(char.IsAsciiLetter)) column = Math.Min((column * 26) + (char.ToUpperInvariant(c) - 'A' + 1), 100_000);
        return column;
    }

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
    private static bool IsSheet(string name) => name.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) && IsXml(name);
    private static Exception TooLong() => SheetFile.Refused("registry.file-too-long", "最多 {0} 行，拆成几个文件再传", ImportLimits.Rows);
    private static Exception Bomb() => SheetFile.Refused("registry.file-bomb", "文件解开后太大，不能导入。另存为新的 .xlsx 再传");

    /// <summary>Refuses to give more bytes than allowed.</summary>
    private sealed class CountingStream(Stream inner, long most) : Stream
    {
        public long Count { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            Count += read;
            return Count > most ? throw Bomb() : read;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Count; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
