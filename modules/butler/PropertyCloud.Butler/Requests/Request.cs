using System.Text;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>What a resident asked for, from report to archive (ruling 14). It holds its own clocks' faces (ruling 13a), mirrors its
/// work orders from events, and is the only door to its timeline.</summary>
[Audited]
internal sealed partial class Request : AggregateRoot
{
    public const string SubjectType = "butler.request";
    public const int TitleLength = 60;

    /// <summary>Sorts what has no due instant behind everything that has one.</summary>
    public static readonly DateTime NeverDue = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly List<RequestEntry> _entries = [];
    private readonly List<RequestNote> _notes = [];
    private readonly List<RequestOrder> _orders = [];

    private Request() { }

    public string Number { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public string? ItemCode { get; private set; }
    public string Severity { get; private set; } = "";
    [Personal] public string Title { get; private set; } = "";
    [Personal] public string Description { get; private set; } = "";
    public IReadOnlyList<Guid> Photos { get; private set; } = [];

    public Guid CommunityId { get; private set; }
    public Guid? ClusterId { get; private set; }
    public Guid? UnitId { get; private set; }
    public Guid? PlaceId { get; private set; }
    public string Plate { get; private set; } = "";
    public string PlateSpoken { get; private set; } = "";
    public bool PlateIsPublic { get; private set; }
    public Guid? ReporterPartyId { get; private set; }
    public RequestChannel Channel { get; private set; }

    public DateTime ReportedAt { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Guid? ResponsibleId { get; private set; }
    public Guid? AcceptedBy { get; private set; }
    public DateTime? AcceptedAt { get; private set; }
    public DateTime? CompletedAt { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }
    public ConfirmedHow ConfirmedHow { get; private set; }
    public int? Rating { get; private set; }
    [Personal] public string? RatingComment { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public string? EndReason { get; private set; }

    public RequestStatus Status { get; private set; }

    /// <summary>1 while anything is left to do, else 0; an int, so that an index serves it.</summary>
    public int OpenStatus { get; private set; }
    public BoardStage Stage { get; private set; }

    /// <summary>Who has the open order in hand, and the department that has it.</summary>
    public Guid? AssigneeId { get; private set; }
    public string? Department { get; private set; }
    public bool IsHeld { get; private set; }
    public string? HoldReason { get; private set; }

    /// <summary>Times the resident sent it back (返工).</summary>
    public int ReworkCount { get; private set; }

    /// <summary>An earlier request of the same unit and item (重复报修).</summary>
    public Guid? RepeatOfId { get; private set; }
    public Guid? AgainOfId { get; private set; }
    public int RemindedCount { get; private set; }
    public DateTime? UrgedAt { get; private set; }
    public DateTime? AppointmentFrom { get; private set; }
    public DateTime? AppointmentUntil { get; private set; }

    /// <summary>Messages that the other side has not read.</summary>
    public int UnreadByStaff { get; private set; }
    public int UnreadByResident { get; private set; }
    public int LineCount { get; private set; }

    /// <summary>Who moved it last, for those who come too late.</summary>
    public string MovedByName { get; private set; } = "";
    public DateTime MovedAt { get; private set; }

    public IReadOnlyCollection<RequestEntry> Entries => _entries;
    public IReadOnlyCollection<RequestNote> Notes => _notes;
    public IReadOnlyList<RequestOrder> Orders => _orders;
    public IEnumerable<RequestOrder> OpenOrders => _orders.Where(o => o.IsOpen);

    /// <summary>A new request. Its clocks are still to be applied before it is saved.</summary>
    /// <param name="backdateHours">How far back a call or a slip may be dated.</param>
    public static Request Report(NewRequest asked, int backdateHours, Actor by)
    {
        CheckReport(asked, backdateHours);
        var request = new Request
        {
            Id = asked.Id, Number = asked.Number, Kind = asked.Kind, ItemCode = asked.ItemCode, Severity = asked.Severity,
            Title = TitleFrom(asked.Title, asked.Description), Description = asked.Description.Trim(), Photos = asked.Photos,
            CommunityId = asked.Where.CommunityId, ClusterId = asked.Where.ClusterId, UnitId = asked.Where.UnitId, PlaceId = asked.Where.PlaceId,
            Plate = asked.Where.Plate, PlateSpoken = asked.Where.Spoken, PlateIsPublic = asked.Where.IsPublic,
            ReporterPartyId = asked.ReporterPartyId, Channel = asked.Channel, ReportedAt = asked.ReportedAt, RecordedAt = asked.RecordedAt,
            PlanVersionId = asked.PlanVersionId, ResponsibleId = asked.ResponsibleId, RepeatOfId = asked.RepeatOfId, AgainOfId = asked.AgainOfId,
            UnreadByStaff = by.IsResident ? 1 : 0,
        };
        request.Write(EntryKind.Reported, by, asked.ReportedAt, asked.Description.Trim(), photos: asked.Photos);
        request.MoveTo(RequestStatus.Reported, RequestChange.Reported, by, asked.RecordedAt);
        return request;
    }

    private static void CheckReport(NewRequest asked, int backdateHours)
    {
        new Check()
            .That(RequestKinds.All.Contains(asked.Kind), "Kind", "butler.unknown-kind", "选一种服务")
            .Required(asked.Description, "Description", "写一下是什么事")
            .Max(asked.Description, 2000, "Description")
            .Max(asked.Title, TitleLength, "Title")
            .That(asked.Where.Plate.Length > 0, "UnitId", "butler.no-place", "选择房屋或公共位置")
            .ThrowIfAny();
        if (asked.ReportedAt > asked.RecordedAt)
            throw new DomainException("butler.reported-in-future", "报事时间不能晚于现在") { Status = 422, Field = "ReportedAt" };
        if (asked.RecordedAt - asked.ReportedAt > TimeSpan.FromHours(backdateHours))
            throw new DomainException("butler.backdated-too-far", "最多补记 {0} 小时以内的事", backdateHours) { Status = 422, Field = "ReportedAt" };
        if (asked.Channel == RequestChannel.ResidentApp && asked.ReportedAt != asked.RecordedAt)
            throw new DomainException("butler.backdated-by-resident", "手机报的事按当时计时，不能补记") { Status = 422, Field = "ReportedAt" };
    }

    /// <summary>The title that was given, or the first sentence of the text, cut to what fits a card.</summary>
    public static string TitleFrom(string? title, string description)
    {
        if (!string.IsNullOrWhiteSpace(title)) return title.Trim();
        var text = description.Trim().ReplaceLineEndings("\n");
        var end = text.IndexOfAny(['\n', '。', '！', '？', '；']);
        var first = (end > 0 ? text[..end] : text).Trim();
        return Width(first) <= CardColumns ? first : $"{Cut(first)}…";
    }

    /// <summary>What a card's title takes: thirty Han characters, or sixty Latin letters, which are half as wide.</summary>
    private const int CardColumns = 60;

    private static int Width(string text) => text.EnumerateRunes().Sum(Columns);

    private static int Columns(Rune rune) => rune.Value >= 0x2E80 ? 2 : 1;

    private static string Cut(string text)
    {
        var (kept, used) = (new StringBuilder(), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((used += Columns(rune)) >= CardColumns) break;
            kept.Append(rune);
        }

        return kept.ToString().TrimEnd();
    }

    /// <summary>Who it is for changes: the butler went off duty, or the supervisor decided.</summary>
    public void Reassign(Guid responsibleId, Actor by, DateTime now)
    {
        ExpectOpen(by);
        if (ResponsibleId == responsibleId) throw new DomainException("butler.same-responsible", "现在就是这位在负责");
        ResponsibleId = responsibleId;
        Write(EntryKind.Reassigned, by, now, person: responsibleId);
        Tell(RequestChange.Reassigned, by, now);
    }

    private void MoveTo(RequestStatus status, RequestChange change, Actor by, DateTime at)
    {
        Status = status;
        OpenStatus = status is RequestStatus.Archived or RequestStatus.Declined or RequestStatus.Cancelled ? 0 : 1;
        // What is heard late does not hide who moved it since.
        if (at >= MovedAt) (MovedByName, MovedAt) = (by.Name, at);
        RefreshStage();
        ShowNext();
        Tell(change, by, at);
    }

    private void Tell(RequestChange change, Actor by, DateTime at, bool isEmergency = false) =>
        Raise(new RequestChanged(Id, change, Status, Kind, CommunityId, ClusterId, ResponsibleId, ReporterPartyId, by.Id, at, isEmergency));

    /// <summary>An order that somebody has in hand stands for the request before one that waits to be taken.</summary>
    private void RefreshStage()
    {
        var open = OpenOrders.OrderBy(o => o.Status == OrderStatus.Dispatched ? 1 : 0).ThenByDescending(o => o.DispatchedAt).ToList();
        AssigneeId = open.Count > 0 ? open[0].AssigneeId : null;
        Department = open.Count > 0 ? open[0].Department : null;
        Stage = Status switch
        {
            RequestStatus.Reported => BoardStage.ToAccept,
            RequestStatus.Accepted => BoardStage.Working,
            RequestStatus.InProgress when IsHeld => BoardStage.OnHold,
            RequestStatus.InProgress when open.Count > 0 && open.All(o => o.Status == OrderStatus.Dispatched) => BoardStage.ToTake,
            RequestStatus.InProgress => BoardStage.Working,
            RequestStatus.AwaitingConfirmation or RequestStatus.Confirmed or RequestStatus.CallBack => BoardStage.Waiting,
            _ => BoardStage.None,
        };
    }

    private void Write(EntryKind kind, Actor by, DateTime at, string? text = null, Guid? person = null, string? department = null, IReadOnlyList<Guid>? photos = null) =>
        _entries.Add(RequestEntry.Of(new(Id, ++LineCount, kind, by, at, text, person, department, photos)));

    private void Remark(EntryKind kind, Actor by, DateTime at, string? text = null, Guid? person = null, string? department = null) =>
        _notes.Add(RequestNote.Of(new(Id, ++LineCount, kind, by, at, text, person, department)));

    private void ExpectOpen(Actor by)
    {
        if (OpenStatus == 0) throw MovedOn(by);
    }

    private void Expect(Actor by, params ReadOnlySpan<RequestStatus> allowed)
    {
        if (!allowed.Contains(Status)) throw MovedOn(by);
    }

    /// <summary>Says who was faster and when (design guide: 周敏 15:31 已受理，你看到的是旧的).</summary>
    private DomainException MovedOn(Actor by)
    {
        var who = MovedByName.Length > 0 ? MovedByName : "—";
        var text = (Status, by.IsResident) switch
        {
            (RequestStatus.Reported, _) => "还没有受理，先受理再办",
            (RequestStatus.Accepted, false) => "{0} {1} 已受理，你看到的是旧的",
            (RequestStatus.InProgress, false) => "{0} {1} 已经在处理，你看到的是旧的",
            (RequestStatus.AwaitingConfirmation, false) => "{0} {1} 已完工，等住户验收",
            (RequestStatus.Confirmed or RequestStatus.CallBack, false) => "{0} {1} 已验收，你看到的是旧的",
            (RequestStatus.Declined, false) => "{0} {1} 已退回，不能再改",
            (RequestStatus.Cancelled, false) => "{0} {1} 已取消，不能再改",
            (RequestStatus.Archived, false) => "{0} {1} 已归档，不能再改",
            (RequestStatus.Accepted or RequestStatus.InProgress, true) => "{0} {1} 有了新进展，刷新后再看",
            (RequestStatus.AwaitingConfirmation, true) => "{0} {1} 已完工，请您验收",
            (RequestStatus.Cancelled, true) => "这件事 {1} 已经取消",
            _ => "这件事 {1} 已经办结，有新的情况再报一单",
        };
        return new DomainException("butler.moved-on", text, who, by.When(MovedAt));
    }
}
