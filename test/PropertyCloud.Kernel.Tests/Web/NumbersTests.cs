using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Kernel.Tests.Web;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(127, "BX2609150127")]
    [InlineData(1, "BX2609150001")]
    [InlineData(9999, "BX2609159999")]
    [InlineData(10000, "BX26091510000")]
    public void Format_HasPrefixDayAndFourDigitsAtLeast(int number, string expected) =>
        Numbers.Format("BX", new DateOnly(2026, 9, 15), number).ShouldBe(expected);
}
