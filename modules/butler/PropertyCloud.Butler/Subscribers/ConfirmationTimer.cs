using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Timers;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Subscribers;

/// <summary>Ruling 10: a reminder, then confirmed automatically after the plan's days. Firing again changes nothing more.</summary>
[TimerHandler(RequestEditor.ConfirmationTimer)]
internal sealed class ConfirmationTimer(RequestEditor editor, IPlanLookup plans, Actors actors, TimeProvider clock) : ITimerHandler
{
    private const int Remind = 1;
    private const int Confirm = 2;

    public async Task<TimerStep?> FireAsync(Guid subject, int step, DateTime dueAt, CancellationToken cancellation)
    {
        TimerStep? next = null;
        await editor.ChangeAsSystemAsync(subject, async request =>
        {
            if (request is not { Status: RequestStatus.AwaitingConfirmation, CompletedAt: { } completed }) return;
            var policies = (await plans.GetAsync(request.PlanVersionId, cancellation)).Policies;
            if (step == Remind)
            {
                if (request.RemindedCount == 0) request.RemindToConfirm(actors.System(), clock.Now());
                next = new(Confirm, Later(completed.AddDays(policies.ConfirmAfterDays), dueAt));
            }
            else if (step == Confirm)
            {
                request.ConfirmAutomatically(CallBacks(policies), actors.System(), clock.Now());
            }
        }, cancellation);
        return next;
    }

    private static CallBackPolicy CallBacks(PlanPolicies policies) => CallBackPolicy.Of(policies);

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
