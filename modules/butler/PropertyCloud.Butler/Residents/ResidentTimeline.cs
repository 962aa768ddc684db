using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Butler.Residents;

/// <summary>A request as its resident follows it: what was done, what is next and by when, what is still to come, and what the plan
/// does not promise.</summary>
internal sealed class ResidentTimeline(Request request, IReadOnlyList<RequestEntry> entries, Names names, Texts texts, Display show)
{
    private static readonly HashSet<EntryKind> Talk = [EntryKind.Message, EntryKind.Urged];

    public IReadOnlyList<TimelineStep> Build()
    {
        var steps = entries.Where(e => !Talk.Contains(e.Kind)).Select(Done).ToList();
        if (request.OpenStatus == 1) steps.AddRange(ToCome());
        return steps;
    }

    /// <summary>The five places of the small row on the home page.</summary>
    public static IReadOnlyList<TimelineStep> Mini(Request request, Texts texts)
    {
        var here = request.Status switch
        {
            RequestStatus.Reported => 0,
            RequestStatus.Accepted => 1,
            RequestStatus.InProgress => request.AssigneeId is null ? 1 : 2,
            _ => 4,
        };
        var middle = request.Status == RequestStatus.InProgress && request.NextClock == ClockKind.Resolve ? "处理中" : "在路上";
        string[] titles = [texts.Say("受理"), texts.Say("派单"), texts.Say(middle), texts.Say("完工"), texts.Say("您验收")];
        return [.. titles.Select((title, i) => new TimelineStep(title, i < here ? StepState.Done : i == here ? StepState.Here : StepState.ToCome))];
    }

    private TimelineStep Done(RequestEntry entry) => new(Title(entry), StepState.Done, show.When(entry.At), Promise(entry.Kind), Chip(entry.Kind),
        [.. entry.Photos.Select((id, i) => new PhotoView($"/files/{id}/thumb", texts.Say("照片 {0}", i + 1)))], entry.Kind == EntryKind.Reported && entry.Text == request.Title ? null : entry.Text);

    private string Title(RequestEntry entry)
    {
        var author = entry.AuthorName ?? names.OfStaff(entry.AuthorId) ?? texts.Say("{butler}");
        var person = names.OfStaff(entry.PersonId) ?? texts.Say(StatusTexts.Department(entry.Department));
        return entry.Kind switch
        {
            EntryKind.Reported => entry.FromResident ? texts.Say("您{0}", texts.Say(KindTexts.Of(request.Kind))) : texts.Say("{0}替您记下", author),
            EntryKind.Accepted => texts.Say("{0}受理", author),
            EntryKind.Dispatched => texts.Say("派给{0}", person),
            EntryKind.Taken => texts.Say("{0}接单，正在路上", person),
            EntryKind.Arrived => texts.Say("{0}到场", person),
            EntryKind.Started => texts.Say("{0}开始处理", person),
            EntryKind.Held => texts.Say("暂停"),
            EntryKind.Resumed => texts.Say("继续处理"),
            EntryKind.OrderCompleted => texts.Say("{0}完工", person),
            EntryKind.Completed => texts.Say("{0}办好了", author),
            EntryKind.Answered => texts.Say("{0}答复", author),
            EntryKind.Confirmed => entry.FromResident ? texts.Say("您已验收") : texts.Say("{0}按您的话记为验收", author),
            EntryKind.ConfirmedAutomatically => texts.Say("到期未回复，自动验收"),
            EntryKind.SentBack => texts.Say("您退回返工"),
            EntryKind.Reminded => texts.Say("提醒您验收"),
            EntryKind.Declined => texts.Say("{0}退回", author),
            EntryKind.Cancelled => entry.FromResident ? texts.Say("您取消了") : texts.Say("{0}取消", author),
            EntryKind.CalledBack => texts.Say("{0}回访", author),
            EntryKind.NotReached => texts.Say("回访没有联系上您"),
            EntryKind.Arranged => texts.Say("约好上门时间"),
            _ => texts.Say("办结归档"),
        };
    }

    private static ClockKind? Stopped(EntryKind kind) => kind switch
    {
        EntryKind.Accepted => ClockKind.Respond,
        EntryKind.Arrived => ClockKind.Arrive,
        EntryKind.OrderCompleted or EntryKind.Completed => ClockKind.Resolve,
        EntryKind.Answered => ClockKind.FeedBack,
        EntryKind.CalledBack => ClockKind.CallBack,
        _ => null,
    };

    private ClockChip? Chip(EntryKind kind)
    {
        if (Stopped(kind) is not { } clock) return null;
        var face = request.Face(clock);
        return face.State is ClockState.Kept or ClockState.Missed ? Chips.Of(texts, face) : null;
    }

    private string? Promise(EntryKind kind) => Stopped(kind) is { } clock && request.Face(clock).LimitMinutes is { } limit ? Promise(clock, limit) : null;

    private string Promise(ClockKind clock, int minutes) => clock switch
    {
        ClockKind.Respond => texts.Say("承诺 {0}内回应", show.Limit(minutes)),
        ClockKind.Arrive => texts.Say("承诺 {0}内到场", show.Limit(minutes)),
        ClockKind.Resolve => texts.Say("承诺{0}后 {1}内办好", texts.Say(KindTexts.Of(request.Kind)), show.Limit(minutes)),
        ClockKind.FeedBack => texts.Say("承诺 {0}内答复", show.Limit(minutes)),
        _ => texts.Say("承诺验收后 {0}内回访", show.Limit(minutes)),
    };

    private IEnumerable<TimelineStep> ToCome()
    {
        var here = true;
        foreach (var (title, clock, wanted) in Ahead())
        {
            if (!wanted) continue;
            if (clock is not { } kind)
            {
                yield return new(title, here ? StepState.Here : StepState.ToCome, here ? null : texts.Say("办好后"));
                here = false;
                continue;
            }

            var face = request.Face(kind);
            if (face.State is ClockState.Kept or ClockState.Missed or ClockState.Void) continue;
            if (face.State == ClockState.Unset)
            {
                yield return new(title, here ? StepState.Here : StepState.Unset, null, texts.Say("这一项没有承诺时限"));
                here = false;
                continue;
            }

            var at = face.State == ClockState.OnHold ? texts.Say("已暂停") : face.DueAt is { } due ? texts.Say("{0} 前", show.When(due)) : null;
            yield return new(title, here ? StepState.Here : StepState.ToCome, at, face.LimitMinutes is { } limit ? Promise(kind, limit) : null);
            here = false;
        }
    }

    private IEnumerable<(string Title, ClockKind? Clock, bool Wanted)> Ahead()
    {
        var working = request.Status is RequestStatus.Reported or RequestStatus.Accepted or RequestStatus.InProgress;
        var arrived = entries.Any(e => e.Kind == EntryKind.Arrived);
        yield return (texts.Say("{butler}受理"), ClockKind.Respond, request.Status == RequestStatus.Reported);
        yield return (texts.Say("师傅到场"), ClockKind.Arrive, working && !arrived && (request.Face(ClockKind.Arrive).State != ClockState.Unset || request.OpenOrders.Any()));
        yield return (texts.Say("办好"), ClockKind.Resolve, working);
        yield return (texts.Say("书面答复"), ClockKind.FeedBack, request.AnsweredAt is null && (working || request.Face(ClockKind.FeedBack).State is ClockState.Running));
        yield return (texts.Say("您验收"), null, request.Status is not (RequestStatus.Confirmed or RequestStatus.CallBack));
        yield return (texts.Say("{butler}回访"), ClockKind.CallBack, request.Status == RequestStatus.CallBack || request.Face(ClockKind.CallBack).State is ClockState.Next or ClockState.Running);
    }
}
