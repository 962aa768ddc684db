using PropertyCloud.Butler.Contracts;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Butler.Requests;

/// <summary>派单 to one or several departments, in one act; one that nobody accepted yet is accepted by it (R52: routed at once).</summary>
internal sealed class DispatchRequest(RequestEditor editor, IStaffLookup staff) : IUseCase
{
    public async Task<Request> HandleAsync(Guid id, IReadOnlyList<DispatchTarget> targets, CancellationToken cancellation, long? expectedVersion = null)
    {
        await CheckPeopleAsync(targets, cancellation);
        return await editor.ChangeOnceAsync(id, "butler.dispatch", targets, null, (request, _, by, now) =>
        {
            if (request.Status == RequestStatus.Reported) request.Accept(by, now);
            request.Dispatch(targets, by, now);
        }, cancellation, expectedVersion);
    }

    /// <summary>A named person must work in the department (ruling 23: ids of other modules are checked when written).</summary>
    private async Task CheckPeopleAsync(IReadOnlyList<DispatchTarget> targets, CancellationToken cancellation)
    {
        var ids = targets.Select(t => t.AssigneeId).OfType<Guid>().ToList();
        if (ids.Count == 0) return;
        var known = await staff.GetAsync(ids, cancellation);
        foreach (var target in targets.Where(t => t.AssigneeId is not null))
        {
            if (!known.TryGetValue(target.AssigneeId!.Value, out var person) || !person.IsActive || person.Department != target.Department)
                throw new DomainException("butler.not-of-department", "这个人不在所选部门，换一个人或不指定") { Status = 422, Field = "AssigneeId" };
        }
    }
}
