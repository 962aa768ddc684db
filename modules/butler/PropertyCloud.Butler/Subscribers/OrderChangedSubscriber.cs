using PropertyCloud.Butler.Requests;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Butler.Subscribers;

/// <summary>Mirrors work orders into their request. A clock stops at the time in the event, not when it is heard (ruling 13b).</summary>
internal sealed class OrderChangedSubscriber(RequestEditor editor, IStaffLookup staff, Display display) : ISubscriber<OrderChanged>
{
    public async Task HandleAsync(OrderChanged happened, EventEnvelope envelope, CancellationToken cancellation)
    {
        if (happened.SourceType != Request.SubjectType) return;
        var name = happened.ActorId is { } id && (await staff.GetAsync([id], cancellation)).TryGetValue(id, out var person) ? person.Name : "";
        var by = new Actor(happened.ActorId, name, null, display.When);
        await editor.ChangeAsSystemAsync(happened.SourceId, request =>
        {
            request.MirrorOrder(happened, by);
            return Task.CompletedTask;
        }, cancellation);
    }
}
