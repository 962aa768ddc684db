using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.WorkOrders.Orders;

/// <summary>Somebody else was first. Told to the loser with name and time by <see cref="TakeOrder"/>.</summary>
internal sealed class OrderTakenException(Guid takenBy, DateTime takenAt)
    : DomainException("work-orders.already-taken", "这一单已经有人接了，刷新看最新的")
{
    public Guid TakenBy { get; } = takenBy;
    public DateTime TakenAt { get; } = takenAt;
}
