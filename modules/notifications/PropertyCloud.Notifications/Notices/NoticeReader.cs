using PropertyCloud.Butler.Contracts;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Notifications.Notices;

/// <summary>A notification as its reader sees it.</summary>
/// <param name="What">What happened, in the reader's language.</param>
/// <param name="Plate">Where it is about, or null.</param>
/// <param name="About">Title of the request, or null.</param>
internal sealed record NoticeLine(Guid Id, string Kind, string What, string? Plate, string? About, string? Number, DateTime At, string Url, bool IsUnread, bool IsLoud);

/// <summary>Makes texts of rows: names and plates come from one lookup each for a whole page.</summary>
internal sealed class NoticeReader(IRequestLookup requests, IStaffLookup staff, NoticeWords words)
{
    public async Task<IReadOnlyList<NoticeLine>> ReadAsync(IReadOnlyList<Notification> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0) return [];
        var subjects = await requests.GetAsync([.. rows.Select(r => r.SubjectId).Distinct()], cancellation);
        var actors = rows.Select(r => r.Facts.ActorId).OfType<Guid>().Distinct().ToList();
        var people = actors.Count == 0 ? new Dictionary<Guid, StaffSummary>() : await staff.GetAsync(actors, cancellation);
        return [.. rows.Select(row => Line(row, subjects.GetValueOrDefault(row.SubjectId), row.Facts.ActorId is { } id ? people.GetValueOrDefault(id)?.Name : null))];
    }

    private NoticeLine Line(Notification row, RequestSummary? about, string? actor) =>
        new(row.Id, row.Kind, words.What(row.Kind, row.Facts, actor), about?.Plate, about?.Title, about?.Number, row.HappenedAt, row.Url, row.State == NoticeState.Unread, row.IsLoud);
}

/// <summary>What each kind of notification says. Residents are addressed with 您, staff with 你.</summary>
internal sealed class NoticeWords(Texts texts, Display show)
{
    public string What(string kind, NoticeFacts facts, string? actor) => kind switch
    {
        NoticeKinds.NewRequest => texts.Say("新的{0}，等你受理", Kind(facts.Kind)),
        NoticeKinds.RequestAccepted => texts.Say("{0} 已受理", actor ?? Butler),
        NoticeKinds.RequestAnswered => texts.Say("{0} 答复了您", actor ?? Butler),
        NoticeKinds.RequestDeclined => texts.Say("这一单没有受理，点开看原因"),
        NoticeKinds.RequestCancelled => texts.Say("已取消，不用再办"),
        NoticeKinds.RequestReassigned => texts.Say("这一单转到你名下"),
        NoticeKinds.BecameEmergency => texts.Say("改为紧急，马上处理"),
        NoticeKinds.SentBack => texts.Say("业主退回，没有修好"),
        NoticeKinds.Urged => texts.Say("业主催办"),
        NoticeKinds.ConfirmWanted => texts.Say("已经办完，等您验收"),
        NoticeKinds.ConfirmReminder => texts.Say("还在等您验收"),
        NoticeKinds.MessageFromResident => texts.Say("业主来了消息"),
        NoticeKinds.MessageFromStaff => texts.Say("{butler}给您写了消息"),
        NoticeKinds.ClockWarned => texts.Say("{0}快到时限，{1} 前", Clock(facts), Due(facts)),
        NoticeKinds.ClockBreached => texts.Say("{0}超时，应在 {1} 前", Clock(facts), Due(facts)),
        NoticeKinds.ClockEscalated => texts.Say("{0}超时还没办，升级到第 {1} 级", Clock(facts), facts.Level ?? 1),
        NoticeKinds.OrderForYou => texts.Say("派给你一单"),
        NoticeKinds.OrderForDepartment => texts.Say("部门有一单等人接"),
        NoticeKinds.OrderReworked => texts.Say("业主退回，要返工"),
        NoticeKinds.OrderWithdrawn => texts.Say("工单撤回，不用再办"),
        NoticeKinds.OrderUrged => texts.Say("催办，尽快处理"),
        NoticeKinds.OrderDeclined => texts.Say("部门退单，要重新安排"),
        NoticeKinds.HandOverSubmitted => texts.Say("{0} 交来 {1} 年 {2} 月的资料", actor ?? Butler, facts.Year, facts.Month),
        NoticeKinds.HandOverAccepted => texts.Say("{0} 年 {1} 月的资料已接收", facts.Year, facts.Month),
        NoticeKinds.HandOverReturned => texts.Say("{0} 年 {1} 月的资料被退回，补齐再交", facts.Year, facts.Month),
        NoticeKinds.PhoneAsked => texts.Say("{0} 提出要改这个账号的手机号，核对是不是本人要改", actor ?? texts.Say("物业")),
        NoticeKinds.PhoneAwaits => texts.Say("{0} 提出改手机号，等你核对", actor ?? texts.Say("有人")),
        NoticeKinds.PhoneApproved => texts.Say("手机号已改，其他设备已退出登录。不是本人要改的，马上告诉物业"),
        NoticeKinds.PhoneAgreed => texts.Say("{0} 同意了你提出的改号", actor ?? texts.Say("本人")),
        NoticeKinds.PhoneRefused => texts.Say("{0} 没有同意改号，点开看原因", actor ?? texts.Say("本人")),
        _ => texts.Say("有一条新消息"),
    };

    private string Butler => texts.Say("{butler}");

    private string Due(NoticeFacts facts) => facts.DueAt is { } due ? show.When(due) : "";

    private string Clock(NoticeFacts facts) => texts.Say(ClockNames.Of(facts.Clock ?? ClockKind.CallBack));

    private string Kind(string? kind) => texts.Say(RequestKinds.NameOf(kind) ?? "请求");
}
