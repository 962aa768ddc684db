using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Security;
using PropertyCloud.ServiceLevels.Plans.Pages;

namespace PropertyCloud.ServiceLevels.Calendars.Pages;

/// <summary>The hours in force, public holidays and make-up workdays by year, and which year is not published yet.</summary>
[Permission(ServiceLevelsPermissions.View)]
public sealed class ServiceCalendarModel : PlanPage
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public override string Title => L["服务日历"];
    internal WeeklyHours? Hours => Plan?.InForce?.Hours;
    internal HolidayYear? Shown { get; private set; }
    internal int Asked => Year is >= 2000 and <= 2200 ? Year.Value : Show.Today.Year;

    /// <summary>This year and the next one; from the autumn on the next one is to be expected.</summary>
    internal IReadOnlyList<int> Unpublished => [.. new[] { Show.Today.Year, Show.Today.Year + 1 }.Where(y => !PublicHolidays.Published.IsPublished(y))];

    internal IReadOnlyList<int> Years => [.. PublicHolidays.Published.Years.Select(y => y.Year).Append(Show.Today.Year).Append(Show.Today.Year + 1).Distinct().Order()];

    public async Task OnGetAsync()
    {
        await LoadPlanAsync(null);
        Shown = PublicHolidays.Published.Years.FirstOrDefault(y => y.Year == Asked);
    }

    internal string HoursOn(DayOfWeek day)
    {
        var spans = Hours?.On(day).ToList() ?? [];
        return spans.Count == 0 ? L["不上班"] : string.Join(L["、|列"], spans.Select(s => $"{Time(s.FromMinute)} - {Time(s.ToMinute)}"));
    }

    private static string Time(int minute) => $"{minute / 60:00}:{minute % 60:00}";
}
