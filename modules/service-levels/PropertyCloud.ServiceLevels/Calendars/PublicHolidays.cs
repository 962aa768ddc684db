using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace PropertyCloud.ServiceLevels.Calendars;

/// <summary>Days off and make-up workdays by year, as published each autumn for the next year. Comes with the product
/// (<c>etc/calendars</c>): a year without a file is unpublished and follows the week alone.</summary>
internal sealed class PublicHolidays
{
    public static readonly PublicHolidays Published = Load();

    private readonly Dictionary<DateOnly, HolidaySpan> _rest = [];
    private readonly HashSet<DateOnly> _work = [];

    public PublicHolidays(IEnumerable<HolidayYear> years)
    {
        Years = [.. years.OrderBy(y => y.Year)];
        foreach (var year in Years)
        {
            foreach (var span in year.Rest)
            {
                for (var day = span.From; day <= span.To; day = day.AddDays(1))
                    _rest[day] = span;
            }

            _work.UnionWith(year.Work);
        }
    }

    public IReadOnlyList<HolidayYear> Years { get; }
    public bool IsPublished(int year) => Years.Any(y => y.Year == year);
    public HolidaySpan? RestOn(DateOnly day) => _rest.GetValueOrDefault(day);
    public bool IsMakeUpWorkday(DateOnly day) => _work.Contains(day);
    public int RestDays(int year) => _rest.Keys.Count(d => d.Year == year);
    public int WorkDays(int year) => _work.Count(d => d.Year == year);

    private static PublicHolidays Load()
    {
        var assembly = typeof(PublicHolidays).Assembly;
        return new(assembly.GetManifestResourceNames().Where(n => n.StartsWith("Calendars.", StringComparison.Ordinal)).Select(n => Read(assembly, n)));
    }

    private static HolidayYear Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var file = JsonDocument.Parse(stream);
        var year = file.RootElement.GetProperty("year").GetInt32();
        var spans = file.RootElement.GetProperty("rest").EnumerateArray().Select(s => new HolidaySpan(
            s.GetProperty("name").GetString()!, s.GetProperty("nameEn").GetString()!, Day(year, s.GetProperty("from")), Day(year, s.GetProperty("to"))));
        return new(year, file.RootElement.GetProperty("notice").GetString()!, [.. spans],
            [.. file.RootElement.GetProperty("work").EnumerateArray().Select(d => Day(year, d))]);
    }

    private static DateOnly Day(int year, JsonElement monthAndDay) =>
        DateOnly.ParseExact($"{year:D4}-{monthAndDay.GetString()}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <param name="Notice">The notice that published the year.</param>
/// <param name="Work">Make-up workdays: days of a weekend that are worked.</param>
internal sealed record HolidayYear(int Year, string Notice, IReadOnlyList<HolidaySpan> Rest, IReadOnlyList<DateOnly> Work);

/// <summary>One holiday, first and last day included.</summary>
internal sealed record HolidaySpan(string Name, string NameEn, DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;
}
