using System.Text;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Registry.Imports.Reading;

/// <summary>A row as the file has it.</summary>
/// <param name="Number">As a spreadsheet counts: 1 is the first.</param>
internal readonly record struct RawRow(int Number, IReadOnlyList<object?> Cells);

/// <summary>Limits of ruling 37. A file beyond them is refused whole; a cell beyond them makes its row a bad one.</summary>
internal static class ImportLimits
{
    public const long FileBytes = 10 * 1024 * 1024;
    public const int Rows = 100_000;
    public const int Columns = 50;
    public const int CellCharacters = 1_000;
}

/// <summary>Reads a table from .xlsx or CSV. What it is is told by its bytes, never by its name.</summary>
internal static class SheetFile
{
    /// <summary>Rows in order, empty ones left out; read as they are asked for. Refused with 422: too large, neither of the two
    /// kinds, more rows or columns than allowed, a compressed bomb, a document type definition.</summary>
    /// <param name="file">Seekable.</param>
    public static IEnumerable<RawRow> Read(Stream file)
    {
        if (file.Length > ImportLimits.FileBytes) throw Refused("registry.file-too-large", "文件不能超过 {0} MB，拆开再传", ImportLimits.FileBytes / 1024 / 1024);
        if (file.Length == 0) throw Refused("registry.file-empty", "文件是空的，换一个");
        var head = Head(file);
        if (head is [0x50, 0x4B, ..]) return XlsxReader.Read(file);
        if (head is [0xD0, 0xCF, 0x11, 0xE0, ..]) throw Refused("registry.file-old-excel", "这是旧版 .xls 文件，另存为 .xlsx 再传");
        return CsvReader.Read(file);
    }

    public static DomainException Refused(string code, string text, params object?[] args) => new(code, text, args) { Status = 422, Field = "file" };

    private static byte[] Head(Stream file)
    {
        file.Position = 0;
        var head = new byte[8];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return head[..read];
    }
}
