using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Butler.CallBacks;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Demo;

/// <summary>What butlers and residents do next when something has happened: mostly in time, now and then late.</summary>
internal sealed class DemoFollow(DemoCompany company, DemoPlace place, DemoDays days)
{
    private Random Random => company.Random;

    public void Hear(RequestChanged happened)
    {
        var stop = days.StopOf(happened.RequestId);
        switch (happened.Change)
        {
            case RequestChange.Reported when happened.Status == RequestStatus.Reported && stop > DemoStop.Reported:
                AsStaff(happened, AcceptDelay(stop), (s, id, c) => s.GetRequiredService<AcceptRequest>().HandleAsync(id, c));
                break;
            case RequestChange.Accepted when stop > DemoStop.Accepted:
                AsStaff(happened, Minutes(1, 4), WorkAsync);
                if (Random.Next(100) < 25) AsStaff(happened, Minutes(1, 3), (s, id, c) => s.GetRequiredService<PostMessage>().HandleAsync(id, Pick(DemoSayings.Messages), null, c));
                break;
            case RequestChange.Progressed or RequestChange.SentBack when happened.Status == RequestStatus.Accepted && stop == DemoStop.Never:
                AsStaff(happened, Minutes(20, 90), (s, id, c) => s.GetRequiredService<CompleteRequest>().HandleAsync(id, Pick(DemoSayings.Results), null, c));
                break;
            case RequestChange.Dispatched when Random.Next(100) < 15:
                AsResident(happened, Minutes(3, 12), (s, id, c) => s.GetRequiredService<PostMessage>().HandleAsync(id, Pick(DemoSayings.Replies), null, c));
                break;
            case RequestChange.Completed when stop > DemoStop.Completed:
                Judge(happened);
                break;
            case RequestChange.Confirmed or RequestChange.ConfirmedAutomatically when stop > DemoStop.Confirmed:
                AsStaff(happened, TimeSpan.FromHours(1 + Random.NextDouble() * 20), CallBackAsync);
                break;
        }
    }

    /// <summary>Most within a few minutes; one in thirty is missed.</summary>
    private TimeSpan AcceptDelay(DemoStop stop) => stop == DemoStop.Never && Random.Next(100) < 3 ? Minutes(16, 50) : Minutes(1, 7);

    private async Task WorkAsync(IServiceProvider services, Guid id, CancellationToken cancellation)
    {
        var request = await services.GetRequiredService<ButlerDbContext>().Requests.AsNoTracking().FirstAsync(r => r.Id == id, cancellation);
        if (request.Status != RequestStatus.Accepted) return;
        var item = request.ItemCode is { } code ? await services.GetRequiredService<ButlerDbContext>().Catalogue.AsNoTracking().FirstOrDefaultAsync(i => i.Code == code, cancellation) : null;
        var department = item?.Department;
        if (request.Kind is RequestKinds.Complaint or RequestKinds.Enquiry or RequestKinds.Suggestion or RequestKinds.Praise)
        {
            var answerIn = request.Kind == RequestKinds.Complaint ? Minutes(60, 700) : Minutes(5, 120);
            Later(id, request.ResponsibleId, answerIn, (s, r, c) => s.GetRequiredService<AnswerRequest>().HandleAsync(r, Pick(DemoSayings.Answers), null, c));
        }

        if (department is null or Departments.CustomerService)
        {
            Later(id, request.ResponsibleId, Minutes(30, 240), (s, r, c) => s.GetRequiredService<CompleteRequest>().HandleAsync(r, Pick(DemoSayings.Results), null, c));
            return;
        }

        if (Random.Next(100) < 12) await services.GetRequiredService<AddNote>().HandleAsync(id, Pick(DemoSayings.Notes), cancellation);
        await services.GetRequiredService<DispatchRequest>().HandleAsync(id, [new DispatchTarget(department, null, null)], cancellation);
    }

    /// <summary>Most residents look and confirm, a few send back, the rest say nothing and are confirmed by the plan's days.</summary>
    private void Judge(RequestChanged happened)
    {
        var roll = Random.Next(100);
        if (roll < 4)
            AsResident(happened, Minutes(30, 400), (s, id, c) => s.GetRequiredService<SendBackRequest>().HandleAsync(id, Pick(DemoSayings.SendBacks), null, c));
        else if (roll < 78)
            AsResident(happened, Minutes(10, 900), (s, id, c) => s.GetRequiredService<ConfirmRequest>().HandleAsync(id, Stars(), Pick(DemoSayings.Comments), c));
    }

    private int Stars() => Random.Next(100) switch { < 70 => 5, < 92 => 4, < 98 => 3, _ => 2 };

    private async Task CallBackAsync(IServiceProvider services, Guid id, CancellationToken cancellation)
    {
        var task = await services.GetRequiredService<ButlerDbContext>().CallBacks.AsNoTracking().FirstOrDefaultAsync(c => c.RequestId == id && c.Status == CallBackStatus.Open, cancellation);
        if (task is null) return;
        var reached = Random.Next(100) < 88;
        await services.GetRequiredService<RecordCallBack>().HandleAsync(id, reached, reached ? Stars() : null, reached ? Pick(DemoSayings.Remarks) : null, cancellation);
        if (!reached) Later(id, task.ResponsibleId, TimeSpan.FromHours(24), CallBackAsync);
    }

    private void AsStaff(RequestChanged happened, TimeSpan after, Func<IServiceProvider, Guid, CancellationToken, Task> act) =>
        Later(happened.RequestId, happened.ResponsibleId, after, act);

    private void Later(Guid id, Guid? staff, TimeSpan after, Func<IServiceProvider, Guid, CancellationToken, Task> act) => company.At(company.Clock.GetUtcNow() + after, async (services, cancellation) =>
    {
        var who = staff ?? (place.Staff.TryGetValue("frontdesk", out var desk) ? desk.UserId : null as Guid?);
        if (who is not { } user || await services.GetRequiredService<IUserAccessSource>().FindAsync(user, cancellation) is not { } access) return;
        services.GetRequiredService<CurrentUser>().Become(access);
        await act(services, id, cancellation);
    });

    private void AsResident(RequestChanged happened, TimeSpan after, Func<IServiceProvider, Guid, CancellationToken, Task> act) => company.At(company.Clock.GetUtcNow() + after, async (services, cancellation) =>
    {
        var party = place.Homes.FirstOrDefault(h => h.Contact!.Id == happened.ReporterPartyId)?.Contact;
        if (party is null) return;
        services.GetRequiredService<CurrentUser>().Become(place.Resident(party));
        await act(services, happened.RequestId, cancellation);
    });

    private TimeSpan Minutes(int least, int most) => TimeSpan.FromMinutes(Random.Next(least, most) + Random.NextDouble());

    private string Pick(string[] from) => from[Random.Next(from.Length)];
}
