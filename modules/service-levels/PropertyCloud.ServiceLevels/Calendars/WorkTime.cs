namespace PropertyCloud.ServiceLevels.Calendars;

/// <summary>Measures time on a calendar. All instants are UTC; the same arguments always give the same answer.</summary>
internal interface IWorkTime
{
    /// <summary>The instant at which <paramref name="length"/> of open time since <paramref name="from"/> is used up.
    /// A length that ends with the day's hours ends at closing time, not at the next opening.</summary>
    DateTime Add(DateTime from, TimeSpan length);

    /// <summary>Open time from one instant to a later one; nothing when it is not later.</summary>
    TimeSpan Between(DateTime from, DateTime to);
}

/// <summary>Every minute of every day.</summary>
internal sealed class AllHours : IWorkTime
{
    public static readonly AllHours Instance = new();
    public DateTime Add(DateTime from, TimeSpan length) => from + length;
    public TimeSpan Between(DateTime from, DateTime to) => to > from ? to - from : TimeSpan.Zero;
}

/// <summary>The company's hours in its time zone, without public holidays and with make-up workdays.</summary>
internal sealed class BusinessHours(WeeklyHours hours, TimeZoneInfo zone, PublicHolidays holidays) : IWorkTime
{
    /// <summary>A plan cannot be published without an open hour; this ends the search all the same.</summary>
    private const int LongestSearchDays = 4000;

    public DateTime Add(DateTime from, TimeSpan length)
    {
        var left = length;
        var day = LocalDay(from).AddDays(-1);
        for (var searched = 0; searched < LongestSearchDays; searched++, day = day.AddDays(1))
        {
            foreach (var (opens, closes) in Spans(day))
            {
                if (closes <= from) continue;
                var begin = opens > from ? opens : from;
                if (left <= closes - begin) return begin + left;
                left -= closes - begin;
            }
        }

        throw new InvalidOperationException("The calendar has no open hours.");
    }

    public TimeSpan Between(DateTime from, DateTime to)
    {
        var total = TimeSpan.Zero;
        if (to <= from) return total;
        var last = LocalDay(to);
        for (var day = LocalDay(from).AddDays(-1); day <= last; day = day.AddDays(1))
        {
            foreach (var (opens, closes) in Spans(day))
            {
                var begin = opens > from ? opens : from;
                var end = closes < to ? closes : to;
                if (end > begin) total += end - begin;
            }
        }

        return total;
    }

    /// <summary>Opening spans of a local day, as instants.</summary>
    public IEnumerable<(DateTime Opens, DateTime Closes)> Spans(DateOnly day)
    {
        foreach (var span in hours.On(HoursOf(day)))
        {
            if (IsClosed(day)) yield break;
            var opens = Instant(day, span.FromMinute);
            var closes = Instant(day, span.ToMinute);
            if (closes > opens) yield return (opens, closes);
        }
    }

    private bool IsClosed(DateOnly day) => hours.HolidaysClosed && holidays.RestOn(day) is not null;

    /// <summary>A make-up workday that the week has closed is worked like a Monday.</summary>
    private DayOfWeek HoursOf(DateOnly day) =>
        hours.HolidaysClosed && holidays.IsMakeUpWorkday(day) && !hours.On(day.DayOfWeek).Any() ? DayOfWeek.Monday : day.DayOfWeek;

    private DateOnly LocalDay(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));

    /// <summary>The first instant at which the wall clock shows the time. A time that a change to summer time leaves out is
    /// the instant of the change; a time that comes twice is its first coming.</summary>
    private DateTime Instant(DateOnly day, int minute)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        if (zone.IsInvalidTime(local))
        {
            var before = local;
            while (zone.IsInvalidTime(before)) before = before.AddMinutes(-1);
            return DateTime.SpecifyKind(before - zone.GetUtcOffset(before), DateTimeKind.Utc).AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }
}
