using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>Another severity of the plan that the request was reported under, with a reason; dues are counted anew from the report.</summary>
internal sealed class ReclassifyRequest(RequestEditor editor, IPlanLookup plans) : IUseCase
{
    public Task<Request> HandleAsync(Guid id, string severity, string reason, CancellationToken cancellation, long? expectedVersion = null) =>
        editor.ChangeAsync(id, async (request, by, now) =>
        {
            var chosen = (await plans.GetAsync(request.PlanVersionId, cancellation)).Severities.FirstOrDefault(s => s.Code == severity)
                ?? throw new DomainException("butler.unknown-severity", "方案里没有这个级别") { Status = 422, Field = "Severity" };
            request.Reclassify(chosen.Code, reason, by, now, chosen.IsEmergency);
        }, cancellation, expectedVersion);
}
