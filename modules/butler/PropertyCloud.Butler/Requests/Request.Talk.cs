using PropertyCloud.Butler.Contracts;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>Messages both ways, the answer, and what staff say among themselves.</summary>
internal sealed partial class Request
{
    /// <summary>A message between resident and staff. From staff it stops respond.</summary>
    public void PostMessage(string text, IReadOnlyList<Guid> photos, Actor by, DateTime now)
    {
        ExpectOpen(by);
        CheckText(text, photos);
        Say(EntryKind.Message, text, photos, by, now);
    }

    /// <summary>答复: the only act that stops feed back (ruling 4).</summary>
    public void Answer(string text, IReadOnlyList<Guid> photos, Actor by, DateTime now)
    {
        ExpectOpen(by);
        if (Status == RequestStatus.Reported) throw MovedOn(by);
        CheckText(text, photos);
        AnsweredAt ??= now;
        if (!Knows(ClockFactKind.Answered)) Record(ClockFactKind.Answered, now);
        Say(EntryKind.Answered, text, photos, by, now);
        Tell(RequestChange.Answered, by, now);
    }

    private static void CheckText(string text, IReadOnlyList<Guid> photos) => new Check()
        .That(!string.IsNullOrWhiteSpace(text) || photos.Count > 0, "Text", "kernel.required", "写一点内容再发送")
        .Max(text, 2000, "Text").ThrowIfAny();

    private void Say(EntryKind kind, string text, IReadOnlyList<Guid> photos, Actor by, DateTime now)
    {
        Respond(by, now);
        if (by.IsResident) UnreadByStaff++; else UnreadByResident++;
        Write(kind, by, now, text.Trim(), photos: photos);
        Raise(new MessagePosted(Id, _entries[^1].Id, by.IsResident, ResponsibleId, ReporterPartyId, now, CommunityId, ClusterId));
    }

    /// <summary>内部备注: no resident ever reads it; allowed at any time.</summary>
    public void AddNote(string text, Actor by, DateTime now)
    {
        new Check().Required(text, "Text", "写一点内容再发送").Max(text, 2000, "Text").ThrowIfAny();
        if (!by.IsStaff) throw DomainException.Forbidden();
        Remark(EntryKind.Note, by, now, text.Trim());
    }

    /// <summary>The call button was pressed (ruling 26).</summary>
    public void NoteCall(Actor by, DateTime now) => Remark(EntryKind.Called, by, now);

    /// <summary>A phone number was shown in full.</summary>
    public void NoteReveal(string reason, Actor by, DateTime now)
    {
        new Check().Required(reason, "Reason", "写明查看的原因").Max(reason, 200, "Reason").ThrowIfAny();
        Remark(EntryKind.Revealed, by, now, reason.Trim());
    }

    /// <returns>True when anything was unread.</returns>
    public bool MarkRead(Actor by)
    {
        var unread = by.IsResident ? UnreadByResident : UnreadByStaff;
        if (by.IsResident) UnreadByResident = 0; else UnreadByStaff = 0;
        return unread > 0;
    }
}
