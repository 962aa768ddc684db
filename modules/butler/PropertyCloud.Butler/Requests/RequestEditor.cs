using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.CallBacks;
using PropertyCloud.Butler.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Timers;
using PropertyCloud.Kernel.Web;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>Loads a request within the user's scope, lets a use case act on it, and settles what follows in the same save: clocks,
/// the confirmation's timer, the call-back. Runs again from fresh rows when somebody else saved first, so that the later one
/// reads who was faster.</summary>
internal sealed class RequestEditor(ButlerDbContext db, IPlanLookup plans, ITimers timers, Actors actors, RequestAccess access, PhotoKeeper photos, IIdempotency once, Display display, TimeProvider clock)
{
    public const string ConfirmationTimer = "butler.confirmation";

    /// <param name="expectedVersion">The version the caller saw (<c>If-Match</c>); null does not ask.</param>
    public Task<Request> ChangeAsync(Guid id, Func<Request, Actor, DateTime, Task> act, CancellationToken cancellation, long? expectedVersion = null) =>
        db.RetryAsync(async () =>
        {
            var request = await FindAsync(id, cancellation);
            if (expectedVersion is { } seen && seen != request.Version)
                throw new DomainException("butler.stale", "{0} {1} 改过，你看到的是旧的", request.MovedByName, display.When(request.MovedAt)) { Status = 412 };
            return await ActAsync(request, r => act(r, actors.Current(), clock.Now()), cancellation);
        });

    public Task<Request> ChangeAsync(Guid id, Action<Request, Actor, DateTime> act, CancellationToken cancellation, long? expectedVersion = null) =>
        ChangeAsync(id, (r, by, now) => { act(r, by, now); return Task.CompletedTask; }, cancellation, expectedVersion);

    /// <summary>An act that makes something (a message, an order, a call), with photos: under one idempotency key it happens once, and a repeat
    /// gets the request as it stands.</summary>
    /// <param name="operation">Stable, <c>butler.message</c>.</param>
    /// <param name="said">What was asked beside the photos, for the key's hash.</param>
    public async Task<Request> ChangeOnceAsync(Guid id, string operation, object said, IReadOnlyList<Upload>? uploads, Func<Request, IReadOnlyList<Guid>, Actor, DateTime, Task> act,
        CancellationToken cancellation, long? expectedVersion = null)
    {
        Request? changed = null;
        await once.RunAsync(db, operation, new { id, said }, async tell =>
        {
            await FindAsync(id, cancellation);
            var kept = await photos.KeepAsync(id, uploads, cancellation);
            changed = await ChangeAsync(id, async (request, by, now) =>
            {
                // With each attempt: a lost race forgets what was tracked, the key with it.
                tell(id);
                await act(request, kept, by, now);
            }, cancellation, expectedVersion);
            return id;
        }, cancellation);
        return changed ?? await FindAsync(id, cancellation);
    }

    public Task<Request> ChangeOnceAsync(Guid id, string operation, object said, IReadOnlyList<Upload>? uploads, Action<Request, IReadOnlyList<Guid>, Actor, DateTime> act,
        CancellationToken cancellation, long? expectedVersion = null) =>
        ChangeOnceAsync(id, operation, said, uploads, (r, kept, by, now) => { act(r, kept, by, now); return Task.CompletedTask; }, cancellation, expectedVersion);

    /// <summary>In the system's name, for subscribers and timers: no scope is asked. An unknown id gives null.</summary>
    public async Task<Request?> ChangeAsSystemAsync(Guid id, Func<Request, Task> act, CancellationToken cancellation)
    {
        var request = await db.TryGetAsync<Request>(id, cancellation);
        if (request is null) return null;
        await db.Entry(request).Collection(r => r.Orders).LoadAsync(cancellation);
        return await ActAsync(request, act, cancellation);
    }

    /// <summary>The request with its orders, or 404 when the user may not see it.</summary>
    public async Task<Request> FindAsync(Guid id, CancellationToken cancellation)
    {
        var visible = await access.VisibleAsync(db.Requests, cancellation);
        var request = await visible.FirstOrDefaultAsync(r => r.Id == id, cancellation) ?? throw DomainException.NotFound();
        await db.Entry(request).Collection(r => r.Orders).LoadAsync(cancellation);
        return request;
    }

    /// <summary>Saves a new request with its clocks.</summary>
    public async Task AddAsync(Request request, CancellationToken cancellation)
    {
        db.Requests.Add(request);
        request.ApplyClocks(await plans.CalculateAsync(request.History(), cancellation));
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<CallBackPolicy> CallBackPolicyAsync(Request request, CancellationToken cancellation) =>
        CallBackPolicy.Of((await plans.GetAsync(request.PlanVersionId, cancellation)).Policies);

    private async Task<Request> ActAsync(Request request, Func<Request, Task> act, CancellationToken cancellation)
    {
        var (facts, status, responsible) = (request.Facts, request.Status, request.ResponsibleId);
        await act(request);
        if (!ReferenceEquals(facts, request.Facts) || responsible != request.ResponsibleId)
            request.ApplyClocks(await plans.CalculateAsync(request.History(), cancellation));
        await SettleAsync(request, status, cancellation);
        await db.SaveChangesAsync(cancellation);
        return request;
    }

    private async Task SettleAsync(Request request, RequestStatus before, CancellationToken cancellation)
    {
        if (request.Status == before) return;
        if (request.Status == RequestStatus.AwaitingConfirmation)
        {
            var policies = (await plans.GetAsync(request.PlanVersionId, cancellation)).Policies;
            await timers.SetAsync(db, ConfirmationTimer, request.Id, 1, request.CompletedAt!.Value.AddHours(policies.RemindAfterHours), cancellation);
        }
        else if (before == RequestStatus.AwaitingConfirmation)
        {
            await timers.ClearAsync(db, ConfirmationTimer, request.Id, cancellation);
        }

        if (request.Status == RequestStatus.CallBack) OpenCallBack(request);
    }

    private void OpenCallBack(Request request)
    {
        var now = request.ConfirmedAt!.Value;
        var day = display.Day(now);
        var monthEnd = display.ToUtc(new DateTime(day.Year, day.Month, 1).AddMonths(1)).AddSeconds(-1);
        request.SortBy(monthEnd);
        var face = request.Face(ClockKind.CallBack);
        db.CallBacks.Add(CallBackTask.Open(Ids.New(clock), request, face.State == ClockState.Running ? face.DueAt : null, monthEnd, now));
    }
}
