using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Data;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>The plan of a company template. Makes the company's default plan and publishes version 1; where a mandatory value is
/// missing it stays a draft and version 0, which promises nothing, is in force (ruling 9). A company that has a plan keeps it.</summary>
internal sealed class PlanTemplate(ServiceLevelsDbContext db, PlanStore store, TimeProvider clock) : ITemplateSection
{
    public string Section => "plan";

    public async Task ApplyAsync(JsonElement section, CancellationToken cancellation)
    {
        if (await db.Plans.AnyAsync(p => p.Scope == ServicePlan.ScopeOfDefault, cancellation)) return;
        var content = Read(section);
        var plan = ServicePlan.CreateDefault(content, clock, null);
        db.Plans.Add(plan);
        await db.SaveChangesAsync(cancellation);
        if (!PlanCheck.Run(content).Any(f => f.Blocks))
        {
            db.Versions.Add(plan.Publish(plan.Version, clock, null));
            await db.SaveChangesAsync(cancellation);
        }

        store.Forget();
    }

    internal static PlanContent Read(JsonElement section)
    {
        var read = section.Deserialize<TemplatePlan>(JsonSerializerOptions.Web) ?? throw new JsonException("The plan section is empty.");
        var zero = PlanContent.Nothing(read.Name, read.NameEn);
        return zero with
        {
            HouseholdsPerButler = read.HouseholdsPerButler is { } ratio ? new(ratio.Default, ratio.ByGrade) : null,
            Severities = read.Severities is { Count: > 0 } ? read.Severities : SeverityRow.Default,
            Limits = [.. (read.Clocks ?? []).Select(c => new LimitRow(c.Kind ?? LimitRow.Any, c.Severity ?? LimitRow.Any, c.Item, Clock(c.Clock), c.Minutes,
                c.Calendar == "business" ? CalendarKind.Business : CalendarKind.AllHours))],
            Groups = [.. (read.Groups ?? []).Select(g => new ClockGroup(g.Name, g.NameEn, [.. g.Clocks.Select(Clock)]))],
            Hours = read.Hours ?? WeeklyHours.Default,
            WarnPercent = read.WarnPercent ?? zero.WarnPercent,
            Escalation = read.Escalation ?? [],
            CallBack = read.CallBack is { } back ? new(Mode(back.Mode), Mode(back.Mode) == CallBackMode.Sample ? back.SamplePercent ?? 0 : 0, back.Attempts ?? zero.CallBack.Attempts) : zero.CallBack,
            HandOver = read.HandOver is { Monthly: true, ToRole: { } role } ? new(role) : null,
            Confirmation = read.Confirmation ?? zero.Confirmation,
            Indicators = read.Indicators ?? [],
            Statements = read.Statements ?? [],
        };
    }

    internal static ClockKind Clock(string name) => name switch
    {
        "respond" => ClockKind.Respond,
        "arrive" => ClockKind.Arrive,
        "resolve" => ClockKind.Resolve,
        "feed-back" => ClockKind.FeedBack,
        "call-back" => ClockKind.CallBack,
        _ => throw new JsonException($"Unknown clock '{name}'."),
    };

    private static CallBackMode Mode(string mode) => mode switch
    {
        "all" => CallBackMode.All,
        "sample" => CallBackMode.Sample,
        "none" => CallBackMode.None,
        _ => throw new JsonException($"Unknown call-back mode '{mode}'."),
    };

    private sealed record TemplatePlan(string Name, string? NameEn, TemplateRatio? HouseholdsPerButler, IReadOnlyList<SeverityRow>? Severities, IReadOnlyList<TemplateLimit>? Clocks,
        IReadOnlyList<TemplateGroup>? Groups, WeeklyHours? Hours, int? WarnPercent, IReadOnlyList<EscalationStep>? Escalation, TemplateCallBack? CallBack, TemplateHandOver? HandOver,
        ConfirmationPolicy? Confirmation, IReadOnlyList<IndicatorRow>? Indicators, IReadOnlyList<StatementRow>? Statements);

    private sealed record TemplateRatio(int? Default, Dictionary<string, int>? ByGrade);

    private sealed record TemplateLimit(string? Kind, string? Severity, string? Item, string Clock, int? Minutes, string? Calendar);

    private sealed record TemplateGroup(string Name, string? NameEn, IReadOnlyList<string> Clocks, string? Rule);

    private sealed record TemplateCallBack(string Mode, int? SamplePercent, int? Attempts);

    private sealed record TemplateHandOver(bool Monthly, string? ToRole);
}
