namespace PropertyCloud.WorkOrders.Orders;

/// <summary>What a source asks for when it wants a department.</summary>
/// <param name="SourceType">As <c>butler.request</c>; the part before the dot owns the photos.</param>
/// <param name="AssigneeId">A named person, or null: anybody of the department takes it.</param>
internal sealed record NewOrder(Guid OrderId, string Number, string SourceType, Guid SourceId, string SourceNumber, string Department, Guid? AssigneeId,
    string Title, string? Note, string Kind, string? ItemCode, string Severity, Guid CommunityId, Guid? ClusterId, Guid? UnitId, Guid? PlaceId,
    string Plate, bool PlateIsPublic, OrderClock Arrive, OrderClock Resolve, Guid? ActorId, DateTime At);
