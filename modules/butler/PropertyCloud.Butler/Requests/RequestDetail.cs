using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.CallBacks;
using PropertyCloud.Butler.Catalogue;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Data;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>One line of the log as staff read it.</summary>
internal sealed record LogLine(Line Line, bool IsInternal, string Author, string? Person);

/// <summary>Everything that staff see of one request.</summary>
/// <param name="Queue">The reader's open work, least time left first.</param>
internal sealed record RequestDetailView(Request Request, IReadOnlyList<LogLine> Log, Names Names, PlanInForce Plan, CatalogueItem? Item, RequestRow? Earlier, RequestRow? Again,
    CallBackTask? CallBack, IReadOnlyList<RequestOrder> Mirrors, IReadOnlyList<RequestRow> Queue, IReadOnlyDictionary<Guid, int> InHand, IReadOnlyDictionary<Guid, OrderSummary> Orders)
{
    public int Position => Queue.Select(r => r.Id).ToList().IndexOf(Request.Id);
    public RequestRow? Previous => Position > 0 ? Queue[Position - 1] : null;
    public RequestRow? Next => Position >= 0 && Position + 1 < Queue.Count ? Queue[Position + 1] : null;
    public SeverityOption? Severity => Plan.Severities.FirstOrDefault(s => s.Code == Request.Severity);
}

/// <summary>A request with its log, for staff only: it reads the internal notes.</summary>
internal sealed class RequestDetail(ButlerDbContext db, RequestAccess access, RequestNames names, IPlanLookup plans, IWorkOrderLookup orders, ICurrentUser user) : IUseCase
{
    public async Task<RequestDetailView> HandleAsync(Guid id, CancellationToken cancellation)
    {
        if (user.Access is null or { IsResident: true }) throw Kernel.Errors.DomainException.Forbidden();
        var visible = await access.VisibleAsync(db.Requests.AsNoTracking(), cancellation);
        var request = await visible.FirstOrDefaultAsync(r => r.Id == id, cancellation) ?? throw Kernel.Errors.DomainException.NotFound();
        var entries = await db.Entries.AsNoTracking().Where(e => e.RequestId == id).OrderBy(e => e.Sequence).Take(500).ToListAsync(cancellation);
        var notes = await db.Notes.AsNoTracking().Where(e => e.RequestId == id).OrderBy(e => e.Sequence).Take(500).ToListAsync(cancellation);
        var kept = await db.Orders.AsNoTracking().Where(o => o.RequestId == id).OrderBy(o => o.DispatchedAt).Take(50).ToListAsync(cancellation);
        var mirrored = await orders.GetBySourceAsync([id], cancellation);
        List<Line> lines = [.. entries.Cast<Line>().Concat(notes).OrderBy(l => l.Sequence)];
        var people = await names.GetAsync(
            lines.SelectMany(l => new[] { l.AuthorId, l.PersonId }).Concat(kept.Select(o => o.AssigneeId)).Append(request.ResponsibleId).Append(request.AcceptedBy),
            lines.Select(l => l.AuthorPartyId).Append(request.ReporterPartyId), cancellation);
        var item = request.ItemCode is { } code ? await db.Catalogue.AsNoTracking().FirstOrDefaultAsync(i => i.Code == code, cancellation) : null;
        var callBack = await db.CallBacks.AsNoTracking().FirstOrDefaultAsync(c => c.RequestId == id, cancellation);
        return new(request, [.. lines.Select(l => new LogLine(l, l is RequestNote, AuthorOf(l, people), people.OfStaff(l.PersonId)))], people,
            await plans.GetAsync(request.PlanVersionId, cancellation), item, await RowAsync(request.RepeatOfId, cancellation), await RowAsync(request.AgainOfId, cancellation),
            callBack, kept, await QueueAsync(cancellation), await orders.CountOpenByAssigneeAsync(cancellation), mirrored[id].ToDictionary(o => o.Id));
    }

    private static string AuthorOf(Line line, Names people) => people.OfParty(line.AuthorPartyId) ?? line.AuthorName ?? people.OfStaff(line.AuthorId) ?? "";

    private async Task<RequestRow?> RowAsync(Guid? id, CancellationToken cancellation) => id is null ? null
        : await (await access.VisibleAsync(db.Requests.AsNoTracking(), cancellation)).Where(r => r.Id == id).Select(RequestRow.Of).FirstOrDefaultAsync(cancellation);

    private async Task<IReadOnlyList<RequestRow>> QueueAsync(CancellationToken cancellation) =>
        await (await access.VisibleAsync(db.Requests.AsNoTracking(), cancellation)).Where(r => r.OpenStatus == 1)
            .OrderBy(r => r.SortAt).ThenBy(r => r.ReportedAt).Take(60).Select(RequestRow.Of).ToListAsync(cancellation);
}
