using PropertyCloud.Butler.Contracts;

namespace PropertyCloud.Butler.Demo;

/// <summary>How far a request of the present is taken.</summary>
internal enum DemoEnd
{
    /// <summary>History: people go on until it is archived.</summary>
    Archived = 0,
    Reported, Accepted, ToTake, OnTheWay, Working, OnHold, Appointment, AwaitingConfirmation, CallBack,
}

/// <summary>What the people of the demonstration know of one request: they look before they act, as on their screens.</summary>
internal sealed class DemoCase(string kind, string? department, bool isEmergency, DemoEnd end)
{
    public string Kind { get; } = kind;

    /// <summary>Whose work it is; null: the butler's own.</summary>
    public string? Department { get; } = department;
    public bool IsEmergency { get; } = isEmergency;
    public DemoEnd End { get; } = end;
    public RequestStatus Status { get; set; } = RequestStatus.Reported;

    public bool IsHistory => End == DemoEnd.Archived;
    public bool IsOpen => Status is not (RequestStatus.Archived or RequestStatus.Declined or RequestStatus.Cancelled);
}

/// <summary>All requests of the company that the demonstration made.</summary>
internal sealed class DemoCases
{
    private readonly Dictionary<Guid, DemoCase> _cases = [];

    public DemoCase this[Guid requestId] => _cases[requestId];

    public void Add(Guid requestId, DemoCase one) => _cases[requestId] = one;

    public DemoCase? Find(Guid requestId) => _cases.GetValueOrDefault(requestId);
}
