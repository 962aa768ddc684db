using PropertyCloud.Butler.Contracts;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Butler.Requests;

/// <summary>Where a request stands, as the line of steps on its page.</summary>
internal static class RequestSteps
{
    /// <param name="callsBack">False leaves the call-back out: the plan makes none.</param>
    public static IReadOnlyList<(string Text, StepState State)> Of(Request request, IReadOnlyList<RequestOrder> orders, bool callsBack)
    {
        var order = orders.LastOrDefault(o => o.IsOpen) ?? orders.LastOrDefault(o => o.CompletedAt is not null);
        List<(string Text, bool Done)> steps = [("受理", request.AcceptedAt is not null)];
        if (order is not null || request.Status == RequestStatus.Reported)
        {
            var arrived = order?.ArrivedAt is not null || order?.CompletedAt is not null;
            steps.AddRange([("派单", order is not null), ("接单", order?.TakenAt is not null || arrived), ("途中", arrived), ("到场", arrived)]);
        }

        steps.AddRange([("完工", request.CompletedAt is not null), ("业主验收", request.ConfirmedAt is not null)]);
        if (callsBack) steps.Add(("回访", request.Status == RequestStatus.Archived));
        var here = request.OpenStatus == 0 ? -1 : steps.FindIndex(s => !s.Done);
        return [.. steps.Select((s, i) => (s.Text, i == here ? StepState.Here : s.Done ? StepState.Done : StepState.ToCome))];
    }
}
