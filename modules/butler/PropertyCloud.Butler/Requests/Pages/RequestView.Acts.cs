using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.Requests.Pages;

/// <summary>What can be done from the page; each is one use case.</summary>
public sealed partial class RequestViewModel
{
    public Task<IActionResult> OnPostAcceptAsync() => ActAsync(ButlerPermissions.Accept, "已受理", () => Use<AcceptRequest>().HandleAsync(Id, Cancel));

    public Task<IActionResult> OnPostUrgeAsync() => ActAsync(ButlerPermissions.Accept, "已催办", () => Use<UrgeRequest>().HandleAsync(Id, Cancel));

    /// <param name="mode">message, answer or note: one box, so that nothing typed is lost when the choice changes.</param>
    public Task<IActionResult> OnPostSayAsync(string mode, string? text, List<IFormFile> photos)
    {
        Typed = text;
        return mode switch
        {
            "note" => ActAsync(ButlerPermissions.Note, "备注已记下", () => Use<AddNote>().HandleAsync(Id, text ?? "", Cancel)),
            "answer" => ActAsync(ButlerPermissions.Accept, "已答复", () => Use<AnswerRequest>().HandleAsync(Id, text ?? "", Uploads(photos), Cancel)),
            _ => ActAsync(ButlerPermissions.Accept, "已发送", () => Use<PostMessage>().HandleAsync(Id, text ?? "", Uploads(photos), Cancel)),
        };
    }

    public Task<IActionResult> OnPostDispatchAsync(List<string> departments, string? note) => ActAsync(ButlerPermissions.Dispatch, "已派单", () =>
        Use<DispatchRequest>().HandleAsync(Id, [.. departments.Where(d => Departments.All.Contains(d)).Select(d => new DispatchTarget(d, PersonOf(d), string.IsNullOrWhiteSpace(note) ? null : note))], Cancel));

    private Guid? PersonOf(string department) => Guid.TryParse(Request.Form[$"assignee-{department}"], out var id) ? id : null;

    public Task<IActionResult> OnPostCompleteAsync(string? result, List<IFormFile> photos) =>
        ActAsync(ButlerPermissions.Accept, "已办结，等住户验收", () => Use<CompleteRequest>().HandleAsync(Id, result, Uploads(photos), Cancel));

    public Task<IActionResult> OnPostReclassifyAsync(string severity, string? reason) =>
        ActAsync(ButlerPermissions.Accept, "已改级别", () => Use<ReclassifyRequest>().HandleAsync(Id, severity, reason ?? "", Cancel));

    public Task<IActionResult> OnPostDeclineAsync(string? reason) =>
        ActAsync(ButlerPermissions.Accept, "已退回", () => Use<DeclineRequest>().HandleAsync(Id, reason ?? "", Cancel));

    public Task<IActionResult> OnPostCancelAsync(string? reason) =>
        ActAsync(ButlerPermissions.Accept, "已取消", () => Use<CancelRequest>().HandleAsync(Id, reason, Cancel));

    public Task<IActionResult> OnPostWithdrawAsync(Guid orderId, string? reason) =>
        ActAsync(ButlerPermissions.Dispatch, "已收回", () => Use<WithdrawOrder>().HandleAsync(Id, orderId, reason, Cancel));

    public Task<IActionResult> OnPostReassignAsync(Guid responsibleId) =>
        ActAsync(ButlerPermissions.Dispatch, "已换人负责", () => Use<ReassignRequest>().HandleAsync(Id, responsibleId, Cancel));

    public Task<IActionResult> OnPostConfirmAsync(int? rating, string? comment) =>
        ActAsync(ButlerPermissions.Accept, "已代业主验收", () => Use<ConfirmRequest>().HandleAsync(Id, rating, comment, Cancel));

    public Task<IActionResult> OnPostSendBackAsync(string? reason) =>
        ActAsync(ButlerPermissions.Accept, "已退回返工", () => Use<SendBackRequest>().HandleAsync(Id, reason ?? "", null, Cancel));

    public Task<IActionResult> OnPostArrangeAsync(DateTime? from, DateTime? until) => ActAsync(ButlerPermissions.Accept, "已约定上门时间", () =>
    {
        if (from is null || until is null) throw new DomainException("butler.bad-slot", "约定时间要在现在以后，结束晚于开始") { Status = 422, Field = "From" };
        return Use<ArrangeVisit>().HandleAsync(Id, Show.ToUtc(from.Value), Show.ToUtc(until.Value), Cancel);
    });

    public Task<IActionResult> OnPostCallAsync(int who) => DoAsync(async () => Redirect(Dial.To(await Use<CallPerson>().HandleAsync(Id, (CallWho)who, Cancel))));

    /// <summary>Answers with the number alone, for the masked field.</summary>
    public async Task<IActionResult> OnPostRevealAsync(string? reason)
    {
        if (!Me.Has(ButlerPermissions.Reveal)) throw DomainException.Forbidden();
        return Content(await Use<RevealPhone>().HandleAsync(Id, reason ?? "", Cancel), "text/plain; charset=utf-8");
    }

    private static IReadOnlyList<Upload> Uploads(List<IFormFile> photos) => [.. photos.Where(p => p.Length > 0).Select(p => new Upload(p.OpenReadStream))];
}
