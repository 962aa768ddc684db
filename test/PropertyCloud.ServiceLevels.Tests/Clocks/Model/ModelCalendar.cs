namespace PropertyCloud.ServiceLevels.Tests.Clocks.Model;

/// <summary>The model's own days off and make-up workdays, restated from the notices of the State Council.</summary>
internal static class ModelHolidays
{
    private const string Rest = """
        2024-01-01..2024-01-01 2024-02-10..2024-02-17 2024-04-04..2024-04-06 2024-05-01..2024-05-05 2024-06-10..2024-06-10 2024-09-15..2024-09-17 2024-10-01..2024-10-07
        2025-01-01..2025-01-01 2025-01-28..2025-02-04 2025-04-04..2025-04-06 2025-05-01..2025-05-05 2025-05-31..2025-06-02 2025-10-01..2025-10-08
        2026-01-01..2026-01-03 2026-02-15..2026-02-23 2026-04-04..2026-04-06 2026-05-01..2026-05-05 2026-06-19..2026-06-21 2026-09-25..2026-09-27 2026-10-01..2026-10-07
        """;

    private const string Worked = """
        2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12
        2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11
        2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10
        """;

    private static readonly HashSet<long> RestDays = [.. Words(Rest).SelectMany(w => Days(Day(w[..10]), Day(w[12..])))];
    private static readonly HashSet<long> WorkDays = [.. Words(Worked).Select(Day)];

    /// <summary>Days are counted from the first of January of the year 1, as everywhere in the model.</summary>
    public static bool IsRest(long day) => RestDays.Contains(day);

    public static bool IsWorked(long day) => WorkDays.Contains(day);

    /// <summary>Where holidays begin and make-up days are: what random reports are drawn towards.</summary>
    public static IReadOnlyList<long> Marks { get; } = [.. Words(Rest).Select(w => Day(w[..10])).Concat(WorkDays).Order()];

    private static string[] Words(string text) => text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static long Day(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).Ticks / TimeSpan.TicksPerDay;

    private static IEnumerable<long> Days(long first, long last)
    {
        for (var day = first; day <= last; day++) yield return day;
    }
}

/// <summary>The model's own time zones: minutes ahead of UTC, and the instants at which they change.</summary>
internal sealed class ModelZone
{
    public static readonly IReadOnlyList<string> Names = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "America/Havana"];

    private readonly int _standard;

    private ModelZone(int standard, IEnumerable<DateTime> changes)
    {
        _standard = standard;
        Changes = [.. changes.Order()];
    }

    /// <summary>Summer time begins at the first, ends at the second, and so on.</summary>
    public IReadOnlyList<DateTime> Changes { get; }

    public bool SavesDaylight => Changes.Count > 0;

    public static ModelZone Of(string name) => name switch
    {
        "Asia/Shanghai" => new(8 * 60, []),
        // From the last Sunday of March to the last Sunday of October, at 01:00 UTC.
        "Europe/Berlin" => new(60, Years(y => [Sunday(y, 3, 0).AddHours(1), Sunday(y, 10, 0).AddHours(1)])),
        // From the second Sunday of March, 2:00, to the first Sunday of November, 2:00.
        "America/New_York" => new(-5 * 60, Years(y => [Sunday(y, 3, 2).AddHours(7), Sunday(y, 11, 1).AddHours(6)])),
        // The same Sundays, but at midnight and, going back, at one.
        "America/Havana" => new(-5 * 60, Years(y => [Sunday(y, 3, 2).AddHours(5), Sunday(y, 11, 1).AddHours(5)])),
        _ => throw new ArgumentException(name),
    };

    public int Offset(DateTime utc)
    {
        var passed = 0;
        while (passed < Changes.Count && Changes[passed] <= utc) passed++;
        return passed % 2 == 1 ? _standard + 60 : _standard;
    }

    private static IEnumerable<DateTime> Years(Func<int, DateTime[]> changes) => Enumerable.Range(2023, 20).SelectMany(changes);

    /// <param name="which">1 is the first of the month, 0 the last.</param>
    private static DateTime Sunday(int year, int month, int which)
    {
        var days = Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Select(d => new DateTime(year, month, d, 0, 0, 0, DateTimeKind.Utc)).Where(d => d.DayOfWeek == DayOfWeek.Sunday);
        return which == 0 ? days.Last() : days.ElementAt(which - 1);
    }
}

/// <summary>The office's doors, minute by minute. They open when the wall clock first shows the opening time, or has jumped
/// past it, and close when it first shows the closing time; what the wall clock shows a second time moves nothing.</summary>
internal sealed class Doors
{
    private readonly Terms _terms;
    private readonly ModelZone _zone;
    private readonly List<(Hours Hours, bool[] Seen)> _today = [];
    private long _day = -1;
    private int _offset;
    private DateTime _offsetUntil;

    /// <param name="from">Watching begins more than a day before, so that the doors are known.</param>
    public Doors(Terms terms, ModelZone zone, DateTime from)
    {
        (_terms, _zone) = (terms, zone);
        for (var minute = from.AddMinutes(-26 * 60); minute < from; minute = minute.AddMinutes(1)) Next(minute);
    }

    public bool Open { get; private set; }

    /// <summary>The minute is open or closed only because of a public holiday or a make-up day.</summary>
    public bool OnHoliday { get; private set; }

    /// <summary>Minutes must come in order, none left out.</summary>
    public void Next(DateTime minute)
    {
        var local = (minute.Ticks / TimeSpan.TicksPerMinute) + Offset(minute);
        if (local / 1440 != _day) NewDay(local / 1440);
        var inside = false;
        foreach (var (hours, seen) in _today)
        {
            if (local % 1440 >= hours.From) seen[0] = true;
            if (local % 1440 >= hours.To) seen[1] = true;
            inside |= seen[0] && !seen[1];
        }

        var rest = _terms.HolidaysClosed && ModelHolidays.IsRest(_day);
        Open = inside && !rest;
        OnHoliday = inside && _terms.HolidaysClosed && (rest || ModelHolidays.IsWorked(_day));
    }

    private void NewDay(long day)
    {
        _day = day;
        _today.Clear();
        // The first of January of the year 1 was a Monday.
        var weekday = (int)((day + 1) % 7);
        // A make-up day that the week has closed is worked like a Monday.
        if (_terms.HolidaysClosed && ModelHolidays.IsWorked(day) && _terms.Hours.All(h => h.Weekday != weekday)) weekday = 1;
        foreach (var hours in _terms.Hours)
            if (hours.Weekday == weekday) _today.Add((hours, new bool[2]));
    }

    /// <summary>Asked of the zone once an hour: no zone changes within one.</summary>
    private int Offset(DateTime minute)
    {
        if (minute < _offsetUntil) return _offset;
        _offset = _zone.Offset(minute);
        _offsetUntil = minute.AddMinutes(60 - minute.Minute);
        return _offset;
    }
}
