using PropertyCloud.Butler.Assignments;

namespace PropertyCloud.Butler.Duty;

/// <summary>Who answers, and as what.</summary>
internal enum DutyRole { Butler = 1, Backup = 2, DutyButler = 3, FrontDesk = 4 }

internal sealed record OnDuty(Guid UserId, DutyRole Role);

/// <summary>Ruling 12 as a pure rule: butler, then backup, then duty butler, then front desk.</summary>
/// <param name="weeks">Hours of everybody. Who has no hours as butler counts as always there: a company that never wrote hours
/// down still has its butlers.</param>
internal sealed class DutyRules(IReadOnlyList<WorkingWeek> weeks, IReadOnlyList<Absence> absences, Func<DateTime, DateTime> toLocal)
{
    /// <returns>Null when nobody is on duty.</returns>
    public OnDuty? Find(Assignment? assignment, DateTime utc)
    {
        if (assignment is not null)
        {
            if (IsThere(assignment.ButlerId, utc)) return new(assignment.ButlerId, DutyRole.Butler);
            if (assignment.BackupId is { } backup && IsThere(backup, utc)) return new(backup, DutyRole.Backup);
        }

        return At(DutyPost.DutyButler, utc) is { } duty ? new(duty, DutyRole.DutyButler)
            : At(DutyPost.FrontDesk, utc) is { } desk ? new(desk, DutyRole.FrontDesk)
            : null;
    }

    /// <summary>A butler at work now.</summary>
    public bool IsThere(Guid userId, DateTime utc)
    {
        if (IsAbsent(userId, utc)) return false;
        var week = weeks.FirstOrDefault(w => w.UserId == userId && w.Post == DutyPost.Butler);
        return week is null || week.Covers(toLocal(utc));
    }

    public bool IsAbsent(Guid userId, DateTime utc) => absences.Any(a => a.UserId == userId && a.Covers(utc));

    public TimeOnly? Until(Guid userId, DateTime utc) =>
        weeks.Where(w => w.UserId == userId).Select(w => w.Until(toLocal(utc))).FirstOrDefault(t => t is not null);

    private Guid? At(DutyPost post, DateTime utc) =>
        weeks.Where(w => w.Post == post && w.Covers(toLocal(utc)) && !IsAbsent(w.UserId, utc)).OrderBy(w => w.UserId).Select(w => (Guid?)w.UserId).FirstOrDefault();
}
