using System.Text;
using Microsoft.AspNetCore.Http;

namespace PropertyCloud.Registry;

/// <summary>Writes CSV that spreadsheets open in Chinese (UTF-8 with BOM), a row at a time. A value that a spreadsheet would run
/// as a formula gets an apostrophe before it.</summary>
internal static class CsvText
{
    public static async Task WriteAsync(HttpResponse response, string fileName, IReadOnlyList<string> header, IAsyncEnumerable<string?[]> rows, CancellationToken cancellation)
    {
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"export.csv\"; filename*=UTF-8''{Uri.EscapeDataString(fileName)}";
        response.Headers.CacheControl = "no-store";
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(true), leaveOpen: true);
        await writer.WriteAsync(Line(header));
        await foreach (var row in rows.WithCancellation(cancellation)) await writer.WriteAsync(Line(row));
    }

    internal static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var safe = value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{value}" : value;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
