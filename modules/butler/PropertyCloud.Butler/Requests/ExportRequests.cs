using System.Text;
using PropertyCloud.Butler.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Butler.Requests;

/// <summary>The list as a file, masked (ruling 26); leaves an audit entry.</summary>
internal sealed class ExportRequests(SearchRequests search, RequestNames names, ButlerDbContext db, Texts texts, Display display) : IUseCase
{
    public const int Most = 5000;

    /// <returns>UTF-8 with BOM, so that a spreadsheet reads the Chinese.</returns>
    public async Task<byte[]> HandleAsync(RequestFilter filter, CancellationToken cancellation)
    {
        var rows = await search.AllAsync(filter, Most, cancellation);
        var people = await names.GetAsync(rows.Select(r => r.ResponsibleId).Concat(rows.Select(r => r.AssigneeId)), rows.Select(r => r.ReporterPartyId), cancellation);
        var csv = new StringBuilder();
        Line(csv, [.. Headings.Select(h => texts.Say(h))]);
        foreach (var r in rows)
        {
            Line(csv, [r.Number, texts.Say(KindTexts.Of(r.Kind)), r.Plate, r.Title, texts.Say(StatusTexts.Of(r.Status)), Stamp(r.ReportedAt),
                r.NextDueAt is { } due ? Stamp(due) : "", people.OfStaff(r.ResponsibleId) ?? "", people.OfStaff(r.AssigneeId) ?? "",
                Masked(people.OfParty(r.ReporterPartyId)), Display.Phone(people.PhoneOf(r.ReporterPartyId))]);
        }

        db.Audit("butler.export", null, details: new { rows = rows.Count });
        await db.SaveChangesAsync(cancellation);
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static readonly string[] Headings = ["单号", "类别", "门牌", "标题", "状态", "报事时间", "下一时限", "负责", "经办", "报事人", "电话"];

    private string Stamp(DateTime utc) => display.Local(utc).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static string Masked(string? name) => string.IsNullOrEmpty(name) ? "" : $"{name[..1]}**";

    private static void Line(StringBuilder csv, string[] cells) => csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    /// <summary>Quoted; a cell that a spreadsheet would run as a formula gets an apostrophe.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
