using PropertyCloud.ServiceLevels.Calendars;

namespace PropertyCloud.ServiceLevels.Tests.Calendars;

public sealed class BusinessHoursTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly BusinessHours Weekdays = new(WeeklyHours.Default, Shanghai, PublicHolidays.Published);

    private static DateTime At(string local, TimeZoneInfo? zone = null) => TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(local), zone ?? Shanghai);

    [Fact]
    public void Add_WithinADay_IsPlain() => Weekdays.Add(At("2026-03-03 10:00"), TimeSpan.FromHours(2)).ShouldBe(At("2026-03-03 12:00"));

    [Fact]
    public void Add_OverTheNight_GoesOnInTheMorning() => Weekdays.Add(At("2026-03-03 17:30"), TimeSpan.FromHours(1)).ShouldBe(At("2026-03-04 09:30"));

    [Fact]
    public void Add_ThatEndsWithTheDay_EndsAtClosing() => Weekdays.Add(At("2026-03-03 17:00"), TimeSpan.FromHours(1)).ShouldBe(At("2026-03-03 18:00"));

    [Fact]
    public void Add_BeforeOpening_StartsAtOpening() => Weekdays.Add(At("2026-03-03 02:00"), TimeSpan.FromMinutes(10)).ShouldBe(At("2026-03-03 09:10"));

    [Fact]
    public void Add_OverANationalHoliday_SkipsItAndUsesTheMakeUpDay()
    {
        // 30 September 2026 17:00; 1 to 7 October are off, the 8th and 9th are worked, Saturday the 10th is a make-up day.
        Weekdays.Add(At("2026-09-30 17:00"), TimeSpan.FromHours(2)).ShouldBe(At("2026-10-08 10:00"));
        Weekdays.Add(At("2026-10-09 17:00"), TimeSpan.FromHours(2)).ShouldBe(At("2026-10-10 10:00"));
    }

    [Fact]
    public void Add_WhenHolidaysAreWorked_FollowsTheWeekAlone()
    {
        var hours = new BusinessHours(WeeklyHours.Default with { HolidaysClosed = false }, Shanghai, PublicHolidays.Published);
        hours.Add(At("2026-09-30 17:00"), TimeSpan.FromHours(2)).ShouldBe(At("2026-10-01 10:00"));
        hours.Add(At("2026-10-09 17:00"), TimeSpan.FromHours(2)).ShouldBe(At("2026-10-12 10:00"));
    }

    [Fact]
    public void Add_InAnUnpublishedYear_FollowsTheWeekAlone() => Weekdays.Add(At("2031-10-01 09:00"), TimeSpan.FromHours(1)).ShouldBe(At("2031-10-01 10:00"));

    [Fact]
    public void Between_OverClosedHours_CountsNothing()
    {
        Weekdays.Between(At("2026-03-03 18:00"), At("2026-03-04 09:00")).ShouldBe(TimeSpan.Zero);
        Weekdays.Between(At("2026-03-06 17:00"), At("2026-03-09 10:00")).ShouldBe(TimeSpan.FromHours(2));
        Weekdays.Between(At("2026-03-09 10:00"), At("2026-03-06 17:00")).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Between_OnTheDayThatSummerTimeBegins_HasTwentyThreeHours()
    {
        var always = new BusinessHours(new([.. Enum.GetValues<DayOfWeek>().Select(d => new OpenSpan(d, 0, 1440))], false), Berlin, PublicHolidays.Published);
        always.Between(At("2026-03-29 00:00", Berlin), At("2026-03-30 00:00", Berlin)).ShouldBe(TimeSpan.FromHours(23));
        always.Between(At("2026-10-25 00:00", Berlin), At("2026-10-26 00:00", Berlin)).ShouldBe(TimeSpan.FromHours(25));
    }

    [Fact]
    public void Spans_ThatBeginInTheMissingHour_OpenAtTheChange()
    {
        var night = new BusinessHours(new([new(DayOfWeek.Sunday, 2 * 60 + 30, 4 * 60)], false), Berlin, PublicHolidays.Published);
        var (opens, closes) = night.Spans(new(2026, 3, 29)).ShouldHaveSingleItem();
        opens.ShouldBe(new DateTime(2026, 3, 29, 1, 0, 0, DateTimeKind.Utc));
        closes.ShouldBe(new DateTime(2026, 3, 29, 2, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void Spans_ThatBeginInTheDoubledHour_OpenAtItsFirstComing()
    {
        var night = new BusinessHours(new([new(DayOfWeek.Sunday, 2 * 60 + 30, 4 * 60)], false), Berlin, PublicHolidays.Published);
        night.Spans(new(2026, 10, 25)).ShouldHaveSingleItem().Opens.ShouldBe(new DateTime(2026, 10, 25, 0, 30, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void Add_WithoutAnOpenHour_SaysSo() =>
        Should.Throw<InvalidOperationException>(() => new BusinessHours(new([]), Shanghai, PublicHolidays.Published).Add(At("2026-03-03 10:00"), TimeSpan.FromMinutes(1)));

    [Fact]
    public void Spans_ThatWouldCloseBeforeTheyOpen_AreNone() =>
        // Both ends fall into the hour that summer time leaves out.
        new BusinessHours(new([new(DayOfWeek.Sunday, 2 * 60 + 10, 2 * 60 + 50)], false), Berlin, PublicHolidays.Published).Spans(new(2026, 3, 29)).ShouldBeEmpty();
}
