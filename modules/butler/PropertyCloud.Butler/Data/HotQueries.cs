using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PropertyCloud.Butler.Requests;

namespace PropertyCloud.Butler.Data;

/// <summary>Lists that are asked all day, compiled once. A compiled query belongs to one model, and two providers (or two hosts of a
/// test run) have two: so one is kept per model.</summary>
internal static class HotQueries
{
    private static readonly ConditionalWeakTable<IModel, Compiled> PerModel = [];

    /// <summary>A butler's open requests, least time left first.</summary>
    public static IAsyncEnumerable<RequestRow> MineOpen(ButlerDbContext db, Guid me, int take) => Of(db).Mine(db, me, take);

    private static Compiled Of(ButlerDbContext db) => PerModel.GetValue(db.Model, _ => new Compiled());

    private sealed class Compiled
    {
        public readonly Func<ButlerDbContext, Guid, int, IAsyncEnumerable<RequestRow>> Mine =
            EF.CompileAsyncQuery((ButlerDbContext db, Guid me, int take) => db.Requests.AsNoTracking()
                .Where(r => r.ResponsibleId == me && r.OpenStatus == 1)
                .OrderBy(r => r.SortAt).Take(take)
                .Select(r => new RequestRow(r.Id, r.Number, r.Kind, r.Severity, r.Title, r.Plate, r.PlateSpoken, r.PlateIsPublic, r.Status, r.Stage, r.NextClock, r.NextState,
                    r.NextStartedAt, r.NextWarnAt, r.NextDueAt, r.NextStoppedAt, r.ReportedAt, r.ResponsibleId, r.AssigneeId, r.Department, r.HoldReason, r.ReporterPartyId,
                    r.ClusterId, r.UnreadByStaff, r.UnreadByResident, r.AppointmentUntil != null)));
    }
}
