using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Catalogue;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Duty;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Settings;
using PropertyCloud.Kernel.Web;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>What somebody asks for.</summary>
/// <param name="ItemCode">Code of the catalogue, or null.</param>
/// <param name="Severity">A code of the plan, or null: the switch, the item or the plan decides.</param>
/// <param name="IsEmergency">The switch at intake.</param>
/// <param name="UnitId">The home, or null where it is a public place.</param>
/// <param name="ReportedAt">UTC; null: now.</param>
internal sealed record ReportInput(string Kind, string? ItemCode, string? Severity, bool IsEmergency, string? Title, string Description, Guid? UnitId, Guid? PlaceId,
    Guid? ReporterPartyId, RequestChannel Channel, DateTime? ReportedAt = null, bool AcceptAtOnce = false, Guid? AgainOfId = null);

/// <summary>报事报修: by the resident on the phone, or written down by staff for a resident. Repeating under one key reports once.</summary>
internal sealed class ReportRequest(ButlerDbContext db, RequestEditor editor, WhereaboutsFinder places, DutyRoster roster, IPlanLookup plans, INumbers numbers,
    IIdempotency once, ISettings settings, PhotoKeeper photos, Actors actors, Display display, TimeProvider clock) : IUseCase
{
    public Task<Guid> HandleAsync(ReportInput input, IReadOnlyList<Upload>? uploads, CancellationToken cancellation) =>
        once.RunAsync(db, "butler.report", input, async tell =>
        {
            var request = await MakeAsync(input, uploads, cancellation);
            tell(request.Id);
            await editor.AddAsync(request, cancellation);
            return request.Id;
        }, cancellation);

    private async Task<Request> MakeAsync(ReportInput input, IReadOnlyList<Upload>? uploads, CancellationToken cancellation)
    {
        var (by, now, id) = (actors.Current(), clock.Now(), Ids.New(clock));
        var where = await places.FindAsync(input, by, cancellation);
        await places.CheckReporterAsync(input, by, cancellation);
        var plan = await plans.GetInForceAsync(where.CommunityId, cancellation);
        var item = await ItemAsync(input, cancellation);
        if (input.AgainOfId is { } again) (await editor.FindAsync(again, cancellation)).CheckMayComeAgain(by);
        var responsible = await roster.FindAsync(where.ClusterId, cancellation);
        var kept = await photos.KeepAsync(id, uploads, cancellation);
        var reportedAt = by.IsResident ? now : Clock.Cut(input.ReportedAt ?? now);
        var request = Request.Report(new(id, await numbers.NextAsync(NumberPrefixes.Of(input.Kind), display.Day(now), cancellation), input.Kind, item?.Code,
            SeverityOf(input, item, plan), input.Title, input.Description, kept, where, by.PartyId ?? input.ReporterPartyId,
            by.IsResident ? RequestChannel.ResidentApp : input.Channel, reportedAt, now, plan.VersionId, responsible?.UserId,
            await RepeatOfAsync(input, where, now, cancellation), input.AgainOfId), await settings.GetAsync(ButlerSettings.BackdateHours, cancellation), by);
        if (reportedAt < now) db.Audit("butler.backdated", id, details: new { reportedAt, recordedAt = now });
        if (input.AcceptAtOnce && by.IsStaff) request.Accept(by, now);
        return request;
    }

    private async Task<CatalogueItem?> ItemAsync(ReportInput input, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(input.ItemCode)) return null;
        var item = await db.Catalogue.AsNoTracking().FirstOrDefaultAsync(i => i.Code == input.ItemCode && i.ActiveStatus == 1, cancellation);
        return item is not null && item.Kind == input.Kind ? item
            : throw new DomainException("butler.unknown-item", "这一项不在服务目录里，重新选一项") { Status = 422, Field = "ItemCode" };
    }

    /// <summary>What was chosen, then the emergency switch, then the item's own, then the plan's first (ruling 8).</summary>
    private static string SeverityOf(ReportInput input, CatalogueItem? item, PlanInForce plan)
    {
        if (!string.IsNullOrEmpty(input.Severity))
            return plan.Severities.Any(s => s.Code == input.Severity) ? input.Severity
                : throw new DomainException("butler.unknown-severity", "方案里没有这个级别") { Status = 422, Field = "Severity" };
        if (input.IsEmergency) return plan.Severities.FirstOrDefault(s => s.IsEmergency)?.Code ?? Severities.Emergency;
        if (item?.Severity is { } usual && plan.Severities.Any(s => s.Code == usual)) return usual;
        return plan.Severities.FirstOrDefault()?.Code ?? Severities.Normal;
    }

    /// <summary>重复报修: the same unit and item within the setting's days (ruling 15).</summary>
    private async Task<Guid?> RepeatOfAsync(ReportInput input, Whereabouts where, DateTime now, CancellationToken cancellation)
    {
        if (input.Kind != RequestKinds.Repair || where.UnitId is null || string.IsNullOrEmpty(input.ItemCode)) return null;
        var since = now.AddDays(-await settings.GetAsync(ButlerSettings.RepeatDays, cancellation));
        return await db.Requests.AsNoTracking()
            .Where(r => r.UnitId == where.UnitId && r.ReportedAt >= since && r.ItemCode == input.ItemCode && r.Kind == RequestKinds.Repair
                && r.Status != RequestStatus.Cancelled && r.Status != RequestStatus.Declined)
            .OrderByDescending(r => r.ReportedAt).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellation);
    }
}
