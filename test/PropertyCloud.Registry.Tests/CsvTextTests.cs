namespace PropertyCloud.Registry.Tests;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM", "'@SUM")]
    [InlineData("-2", "'-2")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData(null, "")]
    public void Line_MakesValuesHarmless(string? value, string cell) => CsvText.Line([value]).ShouldBe(cell + "\r\n");
}
