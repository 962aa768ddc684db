namespace PropertyCloud.ServiceLevels.Calendars;

/// <summary>When the company is open, by day of the week, in minutes from local midnight. Part of a plan version, so that
/// what was promised under it does not move when the hours do.</summary>
/// <param name="Days">Opening spans; a day that is not listed is closed.</param>
/// <param name="HolidaysClosed">Public holidays are closed, make-up workdays open with Monday's hours.</param>
public sealed record WeeklyHours(IReadOnlyList<OpenSpan> Days, bool HolidaysClosed = true)
{
    /// <summary>Monday to Friday, 9 to 18.</summary>
    public static readonly WeeklyHours Default = new([.. Enumerable.Range(1, 5).Select(d => new OpenSpan((DayOfWeek)d, 9 * 60, 18 * 60))]);

    public IEnumerable<OpenSpan> On(DayOfWeek day) => Days.Where(s => s.Day == day).OrderBy(s => s.FromMinute);

    public bool Equals(WeeklyHours? other) => other is not null && HolidaysClosed == other.HolidaysClosed && Days.SequenceEqual(other.Days);
    public override int GetHashCode() => Days.Aggregate(HolidaysClosed.GetHashCode(), HashCode.Combine);
}

/// <param name="FromMinute">0 to 1439.</param>
/// <param name="ToMinute">Up to 1440, after <paramref name="FromMinute"/>.</param>
public sealed record OpenSpan(DayOfWeek Day, int FromMinute, int ToMinute);
