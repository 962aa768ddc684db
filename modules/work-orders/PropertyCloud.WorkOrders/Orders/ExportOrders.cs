using System.Text;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.WorkOrders.Data;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>A table of orders as CSV (UTF-8 with BOM, as spreadsheets want it), newest first. Holds no resident's name or phone;
/// leaves an audit entry.</summary>
internal sealed class ExportOrders(WorkOrdersDbContext db, OrderAccess access, OrderNames names, OrderWords words, ICurrentUser user, Texts texts, Display show, TimeProvider clock) : IUseCase
{
    public const int MostRows = 5_000;

    public async Task<byte[]> HandleAsync(OrderFilter filter, CancellationToken cancellation)
    {
        if (!user.Has(WorkOrdersPermissions.Assign)) throw DomainException.Forbidden();
        var orders = await filter.Apply(access.Reachable(), clock.Now()).AsNoTracking()
            .OrderByDescending(o => o.CreatedAt).ThenBy(o => o.Id).Take(MostRows).ToListAsync(cancellation);
        var people = await names.PeopleAsync(orders.Select(o => o.AssigneeId), cancellation);
        db.Audit("work-orders.export", null, null, new { rows = orders.Count, filter.Department, filter.Overdue });
        await db.SaveChangesAsync(cancellation);
        var csv = new StringBuilder();
        Line(csv, [.. Heads.Select(h => texts.Say(h))]);
        foreach (var order in orders) Line(csv, Cells(order, people));
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static readonly string[] Heads = ["工单号", "来源单号", "部门", "负责人", "位置", "内容", "类别", "状态", "派单时间", "接单时间", "到场时间", "完工时间", "到场时限", "解决时限", "返工"];

    private string[] Cells(WorkOrder o, IReadOnlyDictionary<Guid, string> people) =>
    [
        o.Number, o.SourceNumber, names.Department(o.Department), o.AssigneeId is { } id ? people.GetValueOrDefault(id) ?? "" : "", o.Plate, o.Title,
        words.Kind(o.Kind), words.Status(o.Status), At(o.DispatchedAt), At(o.TakenAt), At(o.ArrivedAt), At(o.CompletedAt), At(o.ArriveDueAt), At(o.ResolveDueAt),
        texts.Say(o.IsRework ? "是" : "否"),
    ];

    private string At(DateTime? utc) => utc is { } at ? show.Local(at).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) : "";

    private static void Line(StringBuilder csv, IReadOnlyList<string> cells) => csv.AppendJoin(',', cells.Select(Quote)).Append("\r\n");

    /// <summary>A cell that a spreadsheet would take for a formula is marked as text.</summary>
    internal static string Quote(string cell)
    {
        var text = cell.Length > 0 && "=+-@\t\r".Contains(cell[0]) && !(cell[0] == '-' && cell.Length == 1) ? "'" + cell : cell;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
    }
}
