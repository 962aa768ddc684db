using PropertyCloud.WorkOrders.Contracts;

namespace PropertyCloud.Butler.Requests;

internal static class OrderTexts
{
    public static string Of(RequestOrder order) => order.Status switch
    {
        OrderStatus.Dispatched => "等人接单",
        OrderStatus.Taken => "途中",
        OrderStatus.Arrived => "到场",
        OrderStatus.InProgress => "处理中",
        OrderStatus.OnHold => "挂起",
        OrderStatus.Completed => "完工",
        OrderStatus.Declined => "退单",
        _ => "已收回",
    };
}
