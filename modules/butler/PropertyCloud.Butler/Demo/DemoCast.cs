using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Demo;

/// <summary>Something that somebody does through a use case.</summary>
internal delegate Task DemoAct(IServiceProvider services, CancellationToken cancellation);

/// <summary>Lets people act in their own names at an instant of the moved clock.</summary>
internal sealed class DemoCast(DemoCompany company, DemoPlace place)
{
    private readonly Dictionary<Guid, PartySummary> _contacts = place.Homes.Select(h => h.Contact!).DistinctBy(c => c.Id).ToDictionary(c => c.Id);

    public Random Random => company.Random;

    /// <param name="user">Null: the front desk.</param>
    /// <param name="still">Looked at when the time has come: people do not do what is done already.</param>
    public void Staff(TimeSpan after, Guid? user, Func<bool> still, DemoAct act) => StaffAt(company.Clock.GetUtcNow() + after, user, still, act);

    public void StaffAt(DateTimeOffset when, Guid? user, Func<bool> still, DemoAct act) => company.At(when, async (services, cancellation) =>
    {
        var who = user ?? (place.Staff.TryGetValue("frontdesk", out var desk) ? desk.UserId : null as Guid?);
        if (!still() || who is not { } id || await services.GetRequiredService<IUserAccessSource>().FindAsync(id, cancellation) is not { } access) return;
        services.GetRequiredService<CurrentUser>().Become(access);
        await act(services, cancellation);
    });

    public void Resident(TimeSpan after, Guid? party, Func<bool> still, DemoAct act) => ResidentAt(company.Clock.GetUtcNow() + after, party, still, act);

    public void ResidentAt(DateTimeOffset when, Guid? party, Func<bool> still, DemoAct act) => company.At(when, async (services, cancellation) =>
    {
        if (party is not { } id || !_contacts.TryGetValue(id, out var person) || !still()) return;
        services.GetRequiredService<CurrentUser>().Become(place.Resident(person));
        await act(services, cancellation);
    });

    public TimeSpan Minutes(double least, double most) => TimeSpan.FromMinutes(least + (Random.NextDouble() * (most - least)));

    public T Pick<T>(IReadOnlyList<T> from) => from[Random.Next(from.Count)];

    public int Stars() => Random.Next(100) switch { < 70 => 5, < 92 => 4, < 98 => 3, _ => 2 };
}
