using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Butler.Assignments;

/// <summary>A cluster's butler from a day on, with a backup (ruling 18). There is no row by unit.</summary>
[Audited]
internal sealed class Assignment : AggregateRoot
{
    private Assignment() { }

    public Guid ClusterId { get; private set; }
    public Guid CommunityId { get; private set; }
    public Guid ButlerId { get; private set; }
    public Guid? BackupId { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>Last day, or null while it lasts.</summary>
    public DateOnly? To { get; private set; }

    /// <param name="others">All assignments of the same cluster: periods may not overlap.</param>
    public static Assignment Make(Guid id, Guid clusterId, Guid communityId, Guid butlerId, Guid? backupId, DateOnly from, DateOnly? to, IEnumerable<Assignment> others)
    {
        var made = new Assignment { Id = id, ClusterId = clusterId, CommunityId = communityId, ButlerId = butlerId, BackupId = backupId, From = from, To = to };
        if (to < from || from.Year < 2000) throw new DomainException("butler.bad-period", "结束日期不能早于开始日期") { Status = 422, Field = "To" };
        if (backupId == butlerId) throw new DomainException("butler.own-backup", "后备不能是管家本人") { Status = 422, Field = "BackupId" };
        if (others.Any(made.Overlaps)) throw new DomainException("butler.assignment-overlaps", "这个组团在这段时间已经有管家，先结束原来的安排") { Field = "From" };
        return made;
    }

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || To >= day);

    private bool Overlaps(Assignment other) => other.ClusterId == ClusterId && other.From <= (To ?? DateOnly.MaxValue) && From <= (other.To ?? DateOnly.MaxValue);

    /// <summary>The last day of the arrangement; the successor starts the day after.</summary>
    public void EndOn(DateOnly lastDay)
    {
        if (lastDay < From) throw new DomainException("butler.bad-period", "结束日期不能早于开始日期") { Status = 422, Field = "To" };
        To = lastDay;
    }

    public void ChangeBackup(Guid? backupId)
    {
        if (backupId == ButlerId) throw new DomainException("butler.own-backup", "后备不能是管家本人") { Status = 422, Field = "BackupId" };
        BackupId = backupId;
    }
}

/// <summary>Households of a butler against the plan's ratio: warns, never refuses (ruling 18).</summary>
internal sealed record ButlerLoad(Guid ButlerId, int Households, int? Limit)
{
    public int Over => Limit is { } limit && Households > limit ? Households - limit : 0;
    public bool IsOverloaded => Over > 0;
}
