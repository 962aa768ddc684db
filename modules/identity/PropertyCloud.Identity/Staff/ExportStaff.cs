using System.Text;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Roles;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Identity.Staff;

/// <summary>The list as a file for spreadsheets, phones masked; that it was taken is in the audit.</summary>
internal sealed class ExportStaff(SearchStaff search, IdentityDbContext db, Texts texts, Display show) : IUseCase
{
    public async Task<byte[]> HandleAsync(StaffSearch asked, CancellationToken cancellation)
    {
        var rows = await search.AllAsync(asked, cancellation);
        db.Audit("identity.staff-exported", null, details: new { rows = rows.Count });
        await db.SaveChangesAsync(cancellation);
        var csv = new Csv();
        csv.Row(texts.Say("姓名"), texts.Say("用户名"), texts.Say("手机号"), texts.Say("部门"), texts.Say("职务"), texts.Say("工号"), texts.Say("角色"), texts.Say("状态"), texts.Say("最近登录"));
        foreach (var row in rows)
        {
            csv.Row(row.Name, row.UserName, row.Phone, texts.Say(RoleNames.OfDepartment(row.Department)), row.Title, row.EmployeeNumber,
                string.Join(' ', row.Roles.Select(r => texts.Say(RoleNames.OfRole(r)))), texts.Say(row.IsActive ? "在用" : "停用"),
                row.LastSignInAt is { } at ? show.Local(at).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) : "");
        }

        return csv.ToBytes();
    }
}

/// <summary>Comma-separated text in UTF-8 with its mark, so that spreadsheets read Chinese. A cell that a spreadsheet would run as
/// a formula begins with an apostrophe.</summary>
internal sealed class Csv
{
    private readonly StringBuilder _text = new();

    public void Row(params string?[] cells) => _text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    public byte[] ToBytes() => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(_text.ToString())];

    internal static string Cell(string? value)
    {
        var text = value ?? "";
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠') text = "'" + text;
        return $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
