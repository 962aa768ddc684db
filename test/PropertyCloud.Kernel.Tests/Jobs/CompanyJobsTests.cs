using PropertyCloud.Kernel.Jobs;

namespace PropertyCloud.Kernel.Tests.Jobs;

public sealed class CompanyJobsTests
{
    [Theory]
    [InlineData("Asia/Shanghai", "2026-09-15T19:40:00Z")]
    [InlineData("Asia/Urumqi", "2026-09-15T21:40:00Z")]
    [InlineData("UTC", "2026-09-16T03:40:00Z")]
    public void NextDue_IsReadInTheCompanysZone(string zone, string expected) =>
        CompanyJobs.NextDue("0 40 3 * * ?", zone, new DateTime(2026, 9, 15, 7, 0, 0, DateTimeKind.Utc))
            .ShouldBe(DateTime.Parse(expected, null, System.Globalization.DateTimeStyles.AdjustToUniversal));

    [Fact]
    public void NextDue_IsAlwaysLater() =>
        CompanyJobs.NextDue("0 40 3 * * ?", "UTC", new DateTime(2026, 9, 16, 3, 40, 0, DateTimeKind.Utc)).ShouldBe(new DateTime(2026, 9, 17, 3, 40, 0, DateTimeKind.Utc));

    [Fact]
    public void Registration_WithoutSchedule_IsRefused() => Should.Throw<InvalidOperationException>(() => new JobRegistration(typeof(string)));
}
