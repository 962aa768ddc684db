using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Butler.CallBacks;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Security;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Demo;

/// <summary>What butlers and residents do next when something has happened: mostly in time, now and then late.</summary>
internal sealed class DemoFollow(DemoCases cases, DemoCast cast, DemoMonths months)
{
    public void Hear(RequestChanged happened)
    {
        if (cases.Find(happened.RequestId) is not { } one) return;
        one.Status = happened.Status;
        switch (happened.Change)
        {
            // Routed at once, accepting it in the same act (R52).
            case RequestChange.Reported when one.IsEmergency:
                Staff(happened, one, cast.Minutes(0.2, 0.7), Early, DispatchAsync);
                break;
            case RequestChange.Reported when one.End != DemoEnd.Reported:
                Staff(happened, one, AcceptDelay(one), [RequestStatus.Reported], (s, id, c) => s.GetRequiredService<AcceptRequest>().HandleAsync(id, c));
                break;
            case RequestChange.Accepted when one.End != DemoEnd.Accepted && !one.IsEmergency:
                Work(happened, one);
                break;
            case RequestChange.Progressed or RequestChange.SentBack when one.Status == RequestStatus.Accepted:
                Staff(happened, one, cast.Minutes(20, 90), [RequestStatus.Accepted], CompleteAsync);
                break;
            case RequestChange.Dispatched when one.IsHistory && cast.Random.Next(100) < 15:
                Resident(happened, one, cast.Minutes(3, 12), Working, (s, id, c) => s.GetRequiredService<PostMessage>().HandleAsync(id, cast.Pick(DemoSayings.Replies), null, c));
                break;
            case RequestChange.Completed:
                Judge(happened, one);
                break;
            case RequestChange.Confirmed or RequestChange.ConfirmedAutomatically when one.IsHistory && !months.IsLeftOpen(happened):
                CallBack(happened, one, TimeSpan.FromHours(1 + (cast.Random.NextDouble() * 20)));
                break;
        }
    }

    private static readonly RequestStatus[] Early = [RequestStatus.Reported, RequestStatus.Accepted];
    private static readonly RequestStatus[] Working = [RequestStatus.Accepted, RequestStatus.InProgress];
    private static readonly RequestStatus[] Answerable = [RequestStatus.Accepted, RequestStatus.InProgress, RequestStatus.AwaitingConfirmation];

    /// <summary>Most within a few minutes; one in thirty is missed.</summary>
    private TimeSpan AcceptDelay(DemoCase one) => one switch
    {
        { IsHistory: false } => cast.Minutes(0.5, 1.5),
        _ when cast.Random.Next(100) < 3 => cast.Minutes(16, 50),
        _ => cast.Minutes(1, 7),
    };

    private void Work(RequestChanged happened, DemoCase one)
    {
        if (one.IsHistory && cast.Random.Next(100) < 25)
            Staff(happened, one, cast.Minutes(1, 3), Working, (s, id, c) => s.GetRequiredService<PostMessage>().HandleAsync(id, cast.Pick(DemoSayings.Messages), null, c));
        if (one is { IsHistory: true, Kind: RequestKinds.Complaint or RequestKinds.Enquiry or RequestKinds.Suggestion or RequestKinds.Praise })
            Staff(happened, one, one.Kind == RequestKinds.Complaint ? cast.Minutes(60, 700) : cast.Minutes(5, 120), Answerable,
                (s, id, c) => s.GetRequiredService<AnswerRequest>().HandleAsync(id, cast.Pick(DemoSayings.Answers), null, c));
        if (one.Department is null or Departments.CustomerService)
            Staff(happened, one, one.IsHistory ? cast.Minutes(30, 240) : cast.Minutes(10, 30), Working, CompleteAsync);
        else
            Staff(happened, one, one.IsHistory ? cast.Minutes(1, 4) : cast.Minutes(0.5, 1), [RequestStatus.Accepted], DispatchAsync);
    }

    private async Task DispatchAsync(IServiceProvider services, Guid id, CancellationToken cancellation)
    {
        var one = cases[id];
        if (one.IsHistory && cast.Random.Next(100) < 12) await services.GetRequiredService<AddNote>().HandleAsync(id, cast.Pick(DemoSayings.Notes), cancellation);
        await services.GetRequiredService<DispatchRequest>().HandleAsync(id, [new DispatchTarget(one.Department!, null, null)], cancellation);
    }

    private Task CompleteAsync(IServiceProvider services, Guid id, CancellationToken cancellation) =>
        services.GetRequiredService<CompleteRequest>().HandleAsync(id, cast.Pick(DemoSayings.Results), null, cancellation);

    /// <summary>Most residents look and confirm, a few send back, the rest say nothing and are confirmed by the plan's days.</summary>
    private void Judge(RequestChanged happened, DemoCase one)
    {
        if (one.End == DemoEnd.AwaitingConfirmation) return;
        var roll = one.IsHistory ? cast.Random.Next(100) : 50;
        if (roll < 4)
            Resident(happened, one, cast.Minutes(30, 400), [RequestStatus.AwaitingConfirmation], (s, id, c) => s.GetRequiredService<SendBackRequest>().HandleAsync(id, cast.Pick(DemoSayings.SendBacks), null, c));
        else if (roll < 78)
            Resident(happened, one, one.IsHistory ? cast.Minutes(10, 900) : cast.Minutes(20, 90), [RequestStatus.AwaitingConfirmation],
                (s, id, c) => s.GetRequiredService<ConfirmRequest>().HandleAsync(id, cast.Stars(), cast.Pick(DemoSayings.Comments), c));
    }

    private void CallBack(RequestChanged happened, DemoCase one, TimeSpan after) => Staff(happened, one, after, [RequestStatus.Confirmed], async (services, id, cancellation) =>
    {
        var reached = cast.Random.Next(100) < 88;
        await services.GetRequiredService<RecordCallBack>().HandleAsync(id, reached, reached ? cast.Stars() : null, reached ? cast.Pick(DemoSayings.Remarks) : null, cancellation);
        if (!reached) CallBack(happened, one, TimeSpan.FromHours(24));
    });

    private void Staff(RequestChanged happened, DemoCase one, TimeSpan after, RequestStatus[] still, Func<IServiceProvider, Guid, CancellationToken, Task> act) =>
        cast.Staff(after, happened.ResponsibleId, () => still.Contains(one.Status), (services, cancellation) => act(services, happened.RequestId, cancellation));

    private void Resident(RequestChanged happened, DemoCase one, TimeSpan after, RequestStatus[] still, Func<IServiceProvider, Guid, CancellationToken, Task> act) =>
        cast.Resident(after, happened.ReporterPartyId, () => still.Contains(one.Status), (services, cancellation) => act(services, happened.RequestId, cancellation));
}
