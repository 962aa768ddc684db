using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Butler.Requests;

/// <summary>What staff read in the log: who did what.</summary>
internal static class LogWords
{
    public static string Icon(EntryKind kind) => kind switch
    {
        EntryKind.Reported => "device-mobile",
        EntryKind.Accepted => "user-check",
        EntryKind.Note or EntryKind.Revealed => "lock",
        EntryKind.Called or EntryKind.CalledBack or EntryKind.CallBackTried or EntryKind.NotReached => "phone",
        EntryKind.Dispatched or EntryKind.Reassigned or EntryKind.Transferred => "arrow-right",
        EntryKind.Taken => "walk",
        EntryKind.Arrived => "map-pin",
        EntryKind.Held => "player-pause",
        EntryKind.Started or EntryKind.Resumed => "player-play",
        EntryKind.OrderCompleted or EntryKind.Completed or EntryKind.Confirmed or EntryKind.ConfirmedAutomatically or EntryKind.Archived => "check",
        EntryKind.SentBack or EntryKind.OrderDeclined or EntryKind.Withdrawn => "rotate",
        EntryKind.Declined or EntryKind.Cancelled => "ban",
        EntryKind.Arranged => "calendar",
        EntryKind.Urged or EntryKind.Reminded => "bell",
        EntryKind.Reclassified => "flag",
        _ => "message",
    };

    /// <summary>The words after the name.</summary>
    public static string Of(Texts texts, LogLine line)
    {
        var department = line.Line.Department is { } code ? texts.Say(StatusTexts.Department(code)) : "";
        var whom = line.Person ?? department;
        return line.Line.Kind switch
        {
            EntryKind.Reported => texts.Say("报事|经过"),
            EntryKind.Accepted => texts.Say("受理|经过"),
            EntryKind.Reclassified => texts.Say("改了级别"),
            EntryKind.Dispatched => texts.Say("派给{0}", whom),
            EntryKind.Taken => texts.Say("接单|经过"),
            EntryKind.Arrived => texts.Say("到场|经过"),
            EntryKind.Started => texts.Say("开始处理"),
            EntryKind.Held => texts.Say("挂起|经过"),
            EntryKind.Resumed => texts.Say("恢复处理"),
            EntryKind.OrderCompleted => texts.Say("完工|经过"),
            EntryKind.OrderDeclined => texts.Say("{0}退单", department),
            EntryKind.Transferred => texts.Say("转给{0}", whom),
            EntryKind.Withdrawn => texts.Say("收回{0}的单", department),
            EntryKind.Completed => texts.Say("办结|经过"),
            EntryKind.Answered => texts.Say("答复|经过"),
            EntryKind.Message => texts.Say("留言|经过"),
            EntryKind.Confirmed => texts.Say("验收|经过"),
            EntryKind.ConfirmedAutomatically => texts.Say("到期自动验收"),
            EntryKind.SentBack => texts.Say("退回返工|经过"),
            EntryKind.Reminded => texts.Say("提醒住户验收"),
            EntryKind.Declined => texts.Say("退回|经过"),
            EntryKind.Cancelled => texts.Say("取消|经过"),
            EntryKind.Urged => texts.Say("催办|经过"),
            EntryKind.CalledBack => texts.Say("回访|经过"),
            EntryKind.CallBackTried => texts.Say("回访未接通"),
            EntryKind.NotReached => texts.Say("多次未联系上，不再回访"),
            EntryKind.Archived => texts.Say("归档|经过"),
            EntryKind.Arranged => texts.Say("约定上门时间"),
            EntryKind.Reassigned => texts.Say("交给{0}负责", whom),
            EntryKind.Called => texts.Say("打了电话"),
            EntryKind.Revealed => texts.Say("查看了完整电话"),
            _ => texts.Say("内部备注|经过"),
        };
    }
}
