using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Testing;
using PropertyCloud.WorkOrders.Subscribers;

namespace PropertyCloud.WorkOrders.Tests.Http;

/// <summary>Orders as the butler would ask for them: by the event, handled by the module's own subscriber.</summary>
internal static class OrderSeed
{
    public const string Company = "standard";

    public static Task<OrderWanted> WantAsync(this TestApp app, string department = Departments.Engineering, string? assignee = null, int? arriveMinutes = 15, string company = Company) =>
        app.In(company, async services =>
        {
            var community = (await services.GetRequiredService<ICommunityLookup>().ListAsync())[0];
            Guid? person = assignee is null ? null : await IdOf(services, assignee);
            var wanted = new OrderWanted(Ids.New(app.Clock), Ids.New(app.Clock), "BX2609150127", department, person, "厨房水槽下方漏水", "带整套下水管件", "repair", null, "normal",
                community.Id, null, null, null, "7-2-1502", false, arriveMinutes is { } m ? app.Now.AddMinutes(m) : null, app.Now.AddHours(24), null, app.Now);
            await HandleAsync(services, wanted, app);
            return wanted;
        });

    public static Task HandleAsync(IServiceProvider services, OrderWanted wanted, TestApp app) =>
        services.GetRequiredService<OrderWantedSubscriber>().HandleAsync(wanted, Envelope(app), CancellationToken.None);

    public static EventEnvelope Envelope(TestApp app) => new(Ids.New(app.Clock), app.Now, null, null);

    public static async Task<Guid> IdOf(IServiceProvider services, string name) =>
        (await services.GetRequiredService<IStaffLookup>().ListAsync()).First(p => p.Name == name).UserId;
}
