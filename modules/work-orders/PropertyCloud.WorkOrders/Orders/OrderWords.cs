using PropertyCloud.Kernel.Localization;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>States, kinds and what happened, in the reader's language.</summary>
internal sealed class OrderWords(Texts texts)
{
    public string Status(OrderStatus status) => texts.Say(status switch
    {
        OrderStatus.Dispatched => "待接单",
        OrderStatus.Taken => "途中",
        OrderStatus.Arrived => "已到场",
        OrderStatus.InProgress => "处理中",
        OrderStatus.OnHold => "挂起|状态",
        OrderStatus.Completed => "已完工",
        OrderStatus.Declined => "已退单",
        _ => "已撤回",
    });

    public string Column(OrderColumn column) => texts.Say(column switch
    {
        OrderColumn.Waiting => "待接单",
        OrderColumn.Working => "处理中",
        OrderColumn.OnHold => "挂起|状态",
        _ => "已完成",
    });

    public string Kind(string kind) => texts.Say(RequestKinds.NameOf(kind) ?? kind);

    /// <param name="actor">Who did it, or null for the system.</param>
    /// <param name="receiver">Person or department that got it.</param>
    public string Entry(OrderEntryKind kind, string? actor, string receiver) => texts.Say(kind switch
    {
        OrderEntryKind.Dispatched => "{0} 派给 {1}",
        OrderEntryKind.Taken => "{0} 接单",
        OrderEntryKind.Arrived => "{0} 到场",
        OrderEntryKind.Started => "{0} 开工",
        OrderEntryKind.Held => "{0} 挂起",
        OrderEntryKind.Resumed => "{0} 恢复办理",
        OrderEntryKind.Completed => "{0} 完工",
        OrderEntryKind.Declined => "{0} 退单",
        OrderEntryKind.Transferred => "{0} 转派给 {1}",
        OrderEntryKind.Withdrawn => "{0} 撤回",
        OrderEntryKind.Reworked => "退回返工，仍派给 {1}",
        OrderEntryKind.Assigned => "{0} 指派给 {1}",
        OrderEntryKind.Urged => "{0} 催办",
        _ => "{0}",
    }, actor ?? texts.Say("系统"), receiver);
}
