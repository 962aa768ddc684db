using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Butler.CallBacks;

/// <summary>回访: one call about a closed request. Reached: satisfaction is kept and the request archived; missed: tried again on
/// another day, until the policy's attempts are used up. Repeating under one key counts one call.</summary>
internal sealed class RecordCallBack(RequestEditor editor, ButlerDbContext db, Display display) : IUseCase
{
    /// <param name="requestId">The request that is called about.</param>
    /// <param name="satisfaction">1 to 5, where the resident was reached.</param>
    public Task<Request> HandleAsync(Guid requestId, bool reached, int? satisfaction, string? remark, CancellationToken cancellation) =>
        editor.ChangeOnceAsync(requestId, "butler.call-back", new { reached, satisfaction, remark }, null, async (request, _, by, now) =>
        {
            var task = await db.CallBacks.Include(c => c.Attempts).FirstOrDefaultAsync(c => c.RequestId == requestId, cancellation) ?? throw DomainException.NotFound();
            var day = display.Day(now);
            if (reached)
            {
                task.Reached(satisfaction ?? 0, remark, by, now, day);
                request.CallBackReached(task.Satisfaction!.Value, by, now);
            }
            else if (task.Missed(remark, (await editor.CallBackPolicyAsync(request, cancellation)).Attempts, by, now, day))
            {
                request.CallBackGivenUp(by, now);
            }
            else
            {
                request.CallBackMissed(by, now);
            }
        }, cancellation);
}
