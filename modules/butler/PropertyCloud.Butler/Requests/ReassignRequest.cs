using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.CallBacks;
using PropertyCloud.Butler.Data;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Butler.Requests;

/// <summary>Gives a request to another butler; its open call-back goes with it.</summary>
internal sealed class ReassignRequest(RequestEditor editor, ButlerDbContext db, IStaffLookup staff) : IUseCase
{
    public async Task<Request> HandleAsync(Guid id, Guid responsibleId, CancellationToken cancellation)
    {
        var people = await staff.GetAsync([responsibleId], cancellation);
        if (!people.TryGetValue(responsibleId, out var person) || !person.IsActive)
            throw new DomainException("butler.unknown-person", "选一位在职的同事") { Status = 422, Field = "ResponsibleId" };
        return await editor.ChangeAsync(id, async (request, by, now) =>
        {
            request.Reassign(responsibleId, by, now);
            var task = await db.CallBacks.FirstOrDefaultAsync(c => c.RequestId == id && c.Status == CallBackStatus.Open, cancellation);
            task?.Reassign(responsibleId);
        }, cancellation);
    }
}
