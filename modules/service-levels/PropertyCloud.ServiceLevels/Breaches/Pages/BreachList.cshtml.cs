using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Plans;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.ServiceLevels.Breaches.Pages;

/// <summary>Promises that were missed, by month; withdrawn ones with their trace.</summary>
[Permission(ServiceLevelsPermissions.Breaches)]
public sealed class BreachListModel : ModulePage
{
    [BindProperty(SupportsGet = true)] public string? Month { get; set; }
    [BindProperty(SupportsGet = true)] public int? Clock { get; set; }
    [BindProperty(SupportsGet = true)] public string? Status { get; set; }

    /// <summary>Read by hand: "page" is a route value of Razor Pages as well.</summary>
    private int PageNumber => int.TryParse(Request.Query["page"], System.Globalization.CultureInfo.InvariantCulture, out var page) ? page : 1;

    public override string Title => L["超时"];
    internal PageOf<BreachLine> Result { get; private set; } = new([], 1, SearchBreaches.Size, 0);
    internal IReadOnlyDictionary<Guid, ClockSubjectLine> Subjects { get; private set; } = new Dictionary<Guid, ClockSubjectLine>();
    internal IReadOnlyDictionary<Guid, StaffSummary> People { get; private set; } = new Dictionary<Guid, StaffSummary>();
    internal DateOnly First => BreachMonth.Parse(Month, Show);
    internal string MonthText => BreachMonth.Text(First);
    internal bool IsFiltered => Clock is not null || Status is "withdrawn" or "all";
    internal PromiseWriter Words => HttpContext.RequestServices.GetRequiredService<PromiseWriter>();
    internal string Query => $"month={MonthText}&clock={Clock}&status={Uri.EscapeDataString(Status ?? "")}";

    public EmptyState Nothing => IsFiltered
        ? new(L["没有符合的超时"], null, L["清除筛选"], $"/breaches?month={MonthText}", "filter")
        : new(L["这个月没有超时"], L["有承诺没做到时，会记在这里。"]);

    private BreachFilter Filter => new(First, Clock is { } clock && Enum.IsDefined((ClockKind)clock) ? (ClockKind)clock : null,
        Status switch { "withdrawn" => true, "all" => null, _ => false }, PageNumber);

    public async Task OnGetAsync()
    {
        var search = HttpContext.RequestServices.GetRequiredService<SearchBreaches>();
        Result = await search.HandleAsync(Filter, HttpContext.RequestAborted);
        await NameAsync(search, Result.Items);
    }

    /// <summary>The month as a file; numbers and names, no phone.</summary>
    public async Task<IActionResult> OnGetExportAsync()
    {
        var search = HttpContext.RequestServices.GetRequiredService<SearchBreaches>();
        var lines = await search.ExportAsync(Filter, HttpContext.RequestAborted);
        await NameAsync(search, lines);
        var csv = new StringBuilder("\uFEFF");
        csv.AppendLine(string.Join(',', new[] { L["单号"], L["事项|超时"], L["时限|钟"], L["承诺"], L["应在"], L["实际"], L["负责人"], L["状态"] }.Select(h => Quoted(h))));
        foreach (var line in lines)
        {
            var subject = Subjects.GetValueOrDefault(line.SubjectId);
            string[] cells = [subject?.Number ?? "", subject?.Title ?? "", Words.Clock(line.Clock), Words.Limit(line.LimitMinutes), Local(line.DueAt), line.StoppedAt is { } at ? Local(at) : "", Person(line), StatusText(line)];
            csv.AppendLine(string.Join(',', cells.Select(Quoted)));
        }

        return File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", $"breaches-{MonthText}.csv");
    }

    internal string Person(BreachLine line) => line.ResponsibleId is { } id && People.TryGetValue(id, out var person) ? person.Name : L["没有人值班"];

    internal string StatusText(BreachLine line) => line.Status == BreachStatus.Standing
        ? line.StoppedAt is null ? L["还没做到"] : L["晚了 {0}", Show.Duration(line.StoppedAt.Value - line.DueAt)]
        : line.WithdrawnFor == WithdrawReason.StoppedInTime ? L["已撤销：其实按时做到了"] : L["已撤销：当时已经挂起或改约"];

    private async Task NameAsync(SearchBreaches search, IReadOnlyList<BreachLine> lines)
    {
        Subjects = await search.DescribeAsync(lines, HttpContext.RequestAborted);
        var people = lines.Select(l => l.ResponsibleId).OfType<Guid>().Distinct().ToList();
        if (people.Count > 0) People = await HttpContext.RequestServices.GetRequiredService<IStaffLookup>().GetAsync(people, HttpContext.RequestAborted);
    }

    private string Local(DateTime utc) => Show.Local(utc).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A value that a spreadsheet would run as a formula is made text.</summary>
    private static string Quoted(string value)
    {
        var safe = value.Length > 0 && "=+-@\t\r".Contains(value[0], StringComparison.Ordinal) ? "'" + value : value;
        return "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
