using PropertyCloud.ServiceLevels.Calendars;

namespace PropertyCloud.ServiceLevels.Tests.Calendars;

/// <summary>Ruling 13: twenty named days and the counts of each year, restated here by hand.</summary>
public sealed class PublicHolidaysTests
{
    private static PublicHolidays Published => PublicHolidays.Published;

    [Theory]
    [InlineData("2024-01-01", "元旦")]
    [InlineData("2024-02-10", "春节")]
    [InlineData("2024-02-17", "春节")]
    [InlineData("2024-04-04", "清明节")]
    [InlineData("2024-06-10", "端午节")]
    [InlineData("2024-09-17", "中秋节")]
    [InlineData("2024-10-07", "国庆节")]
    [InlineData("2025-01-28", "春节")]
    [InlineData("2025-05-01", "劳动节")]
    [InlineData("2025-06-02", "端午节")]
    [InlineData("2025-10-08", "国庆节、中秋节")]
    [InlineData("2026-01-02", "元旦")]
    [InlineData("2026-02-15", "春节")]
    [InlineData("2026-02-23", "春节")]
    [InlineData("2026-06-19", "端午节")]
    [InlineData("2026-09-25", "中秋节")]
    [InlineData("2026-10-01", "国庆节")]
    public void RestOn_OnAPublishedHoliday_NamesIt(string day, string name)
    {
        Published.RestOn(DateOnly.Parse(day)).ShouldNotBeNull().Name.ShouldBe(name);
        Published.IsMakeUpWorkday(DateOnly.Parse(day)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2024-02-04")]
    [InlineData("2024-10-12")]
    [InlineData("2025-01-26")]
    [InlineData("2025-10-11")]
    [InlineData("2026-01-04")]
    [InlineData("2026-05-09")]
    public void IsMakeUpWorkday_OnAPublishedOne_IsTrueAndFallsOnAWeekend(string day)
    {
        Published.IsMakeUpWorkday(DateOnly.Parse(day)).ShouldBeTrue();
        Published.RestOn(DateOnly.Parse(day)).ShouldBeNull();
        DateOnly.Parse(day).DayOfWeek.ShouldBeOneOf(DayOfWeek.Saturday, DayOfWeek.Sunday);
    }

    [Theory]
    [InlineData("2024-02-09")]
    [InlineData("2025-12-31")]
    [InlineData("2026-02-14")]
    [InlineData("2026-10-08")]
    public void RestOn_OnAnOrdinaryDay_IsNothing(string day) => Published.RestOn(DateOnly.Parse(day)).ShouldBeNull();

    [Theory]
    [InlineData(2024, 28, 8)]
    [InlineData(2025, 28, 5)]
    [InlineData(2026, 33, 6)]
    public void Counts_OfAYear_AreThoseOfItsNotice(int year, int rest, int work)
    {
        Published.RestDays(year).ShouldBe(rest);
        Published.WorkDays(year).ShouldBe(work);
    }

    [Fact]
    public void IsPublished_ForAYearWithoutANotice_IsFalse()
    {
        Published.IsPublished(2026).ShouldBeTrue();
        Published.IsPublished(2027).ShouldBeFalse();
    }

    [Fact]
    public void Years_AreInOrder_AndAHolidayCountsBothItsEnds()
    {
        Published.Years.Select(y => y.Year).ShouldBeInOrder();
        Published.RestOn(new(2026, 2, 15))!.Days.ShouldBe(9);
    }
}
