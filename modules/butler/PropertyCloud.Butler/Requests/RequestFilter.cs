using PropertyCloud.Butler.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>What a list of requests is narrowed to; comes from the address, so that a link keeps it.</summary>
/// <param name="Segment">open, new, working, waiting, closed or all.</param>
/// <param name="Q">Number, plate, name or the last four digits of a phone.</param>
internal sealed record RequestFilter(string? Segment = null, RequestStatus? State = null, string? Kind = null, bool Overdue = false, bool Mine = false,
    Guid? Cluster = null, Guid? Community = null, string? Department = null, string? Q = null, int Page = 1)
{
    public bool IsNarrowed => State is not null || Kind is not null || Overdue || Mine || Cluster is not null || Community is not null || Department is not null || !string.IsNullOrWhiteSpace(Q);
}
