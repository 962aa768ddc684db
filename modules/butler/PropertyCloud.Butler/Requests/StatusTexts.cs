using PropertyCloud.Butler.Contracts;
using PropertyCloud.Kernel.Security;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Requests;

internal static class StatusTexts
{
    public static string Of(RequestStatus status) => status switch
    {
        RequestStatus.Reported => "待受理",
        RequestStatus.Accepted => "已受理",
        RequestStatus.InProgress => "处理中",
        RequestStatus.AwaitingConfirmation => "待验收",
        RequestStatus.Confirmed => "已验收",
        RequestStatus.CallBack => "待回访",
        RequestStatus.Archived => "已归档",
        RequestStatus.Declined => "已退回",
        _ => "已取消",
    };

    public static string Of(BoardStage stage) => stage switch
    {
        BoardStage.ToAccept => "待受理",
        BoardStage.ToTake => "待接单",
        BoardStage.Working => "处理中",
        BoardStage.OnHold => "挂起",
        _ => "待验收与回访",
    };

    public static string Of(ClockKind clock) => ClockNames.Of(clock);

    public static string Of(RequestChannel channel) => channel switch
    {
        RequestChannel.ResidentApp => "手机",
        RequestChannel.Phone => "电话",
        RequestChannel.Slip => "服务卡",
        _ => "前台",
    };

    public static string Department(string? code) => code switch
    {
        Departments.Engineering => "工程部",
        Departments.OrderKeeping => "秩序维护部",
        Departments.Environment => "环境部",
        _ => "客服部",
    };
}
