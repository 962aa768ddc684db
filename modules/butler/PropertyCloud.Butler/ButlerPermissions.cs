using PropertyCloud.Kernel.Security;
using static PropertyCloud.Kernel.Security.SeededRoles;

namespace PropertyCloud.Butler;

internal static class ButlerPermissions
{
    public const string Work = "butler.work";
    public const string Board = "butler.board";
    public const string Accept = "butler.accept";
    public const string Dispatch = "butler.dispatch";
    public const string ReportFor = "butler.report-for";
    public const string Note = "butler.note";
    public const string CallBack = "butler.call-back";
    public const string HandOver = "butler.hand-over";
    public const string HandOverReceive = "butler.hand-over-receive";
    public const string Assign = "butler.assign";
    public const string Catalogue = "butler.catalogue";
    public const string Ask = "butler.ask";
    public const string Reveal = "butler.reveal";
    public const string Export = "butler.export";

    public static readonly IReadOnlyList<PermissionDefinition> All =
    [
        new(Work, "看今日与工单", SeededRoles.Butler, FrontDesk, Supervisor, CentreDirector),
        new(Board, "看调度台", Supervisor, CentreDirector, CompanyAdministrator, FrontDesk),
        new(Accept, "受理、答复与办结", SeededRoles.Butler, FrontDesk, Supervisor),
        new(Dispatch, "派单与收回", SeededRoles.Butler, FrontDesk, Supervisor),
        new(ReportFor, "替住户记一单", SeededRoles.Butler, FrontDesk, Supervisor),
        new(Note, "写内部备注", SeededRoles.Butler, FrontDesk, Supervisor, CentreDirector),
        new(CallBack, "回访", SeededRoles.Butler, FrontDesk, Supervisor),
        new(HandOver, "月度移交", SeededRoles.Butler),
        new(HandOverReceive, "接收月度移交", Supervisor, DepartmentHead, CentreDirector),
        new(Assign, "安排管家与值班", Supervisor, CentreDirector, CompanyAdministrator),
        new(Catalogue, "维护服务目录", Supervisor, CentreDirector, CompanyAdministrator),
        new(Ask, "提出服务请求", Resident),
        new(Reveal, "查看完整电话", SeededRoles.Butler, FrontDesk, Supervisor),
        new(Export, "导出工单", Supervisor, CentreDirector, CompanyAdministrator),
    ];
}
