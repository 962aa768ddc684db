using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Butler.Duty;

/// <summary>In which capacity somebody is there. The order is the order in which they are asked (ruling 12).</summary>
internal enum DutyPost { Butler = 1, DutyButler = 3, FrontDesk = 4 }

/// <summary>One span of a week in the company's time; <paramref name="To"/> at or before <paramref name="From"/> runs past midnight.</summary>
internal sealed record WorkingSpan(DayOfWeek Day, TimeOnly From, TimeOnly To)
{
    public bool Covers(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        if (To > From) return local.DayOfWeek == Day && time >= From && time < To;
        var dayAfter = (DayOfWeek)(((int)Day + 1) % 7);
        return (local.DayOfWeek == Day && time >= From) || (local.DayOfWeek == dayAfter && time < To);
    }
}

/// <summary>A person's weekly hours in one post.</summary>
[Audited]
internal sealed class WorkingWeek : AggregateRoot
{
    private WorkingWeek() { }

    public Guid UserId { get; private set; }
    public DutyPost Post { get; private set; }
    public IReadOnlyList<WorkingSpan> Spans { get; private set; } = [];

    public static WorkingWeek For(Guid id, Guid userId, DutyPost post, IReadOnlyList<WorkingSpan> spans)
    {
        var week = new WorkingWeek { Id = id, UserId = userId, Post = post };
        week.Change(spans);
        return week;
    }

    public void Change(IReadOnlyList<WorkingSpan> spans)
    {
        if (spans.Count > 21) throw new DomainException("butler.too-many-spans", "一周最多排 21 段") { Status = 422, Field = "Spans" };
        Spans = [.. spans.OrderBy(s => s.Day).ThenBy(s => s.From)];
    }

    public bool Covers(DateTime local) => Spans.Any(s => s.Covers(local));

    /// <summary>The local time at which the span that covers now ends, for «当班到 20:00»; null when off, and around the clock.</summary>
    public TimeOnly? Until(DateTime local) => Spans.FirstOrDefault(s => s.Covers(local)) is { } span && span.From != span.To ? span.To : null;
}

/// <summary>A day off or an absence, whatever the week says.</summary>
[Audited]
internal sealed class Absence : AggregateRoot
{
    private Absence() { }

    public Guid UserId { get; private set; }
    public DateTime FromAt { get; private set; }
    public DateTime UntilAt { get; private set; }
    public string? Reason { get; private set; }

    public static Absence Of(Guid id, Guid userId, DateTime from, DateTime until, string? reason)
    {
        if (until <= from) throw new DomainException("butler.bad-period", "结束日期不能早于开始日期") { Status = 422, Field = "UntilAt" };
        new Check().Max(reason, 200, "Reason").ThrowIfAny();
        return new() { Id = id, UserId = userId, FromAt = from, UntilAt = until, Reason = reason };
    }

    public bool Covers(DateTime utc) => FromAt <= utc && utc < UntilAt;

    public void EndAt(DateTime utc) => UntilAt = utc < FromAt ? FromAt : utc;
}
