using System.Text.Json;
using PropertyCloud.Tenants.Templates;

namespace PropertyCloud.Tenants.Tests.Templates;

/// <summary>The five templates against the target matrix: what is promised, and above all what is not.</summary>
public sealed class TargetMatrixTests
{
    private static readonly TemplateCatalogue Catalogue = new();

    private static JsonElement Plan(string code) => Catalogue.Find(code)!.Plan;

    private static string[] Clocks(string code) =>
    [
        .. Plan(code).GetProperty("clocks").EnumerateArray().Select(c =>
            $"{c.GetProperty("clock")} {c.GetProperty("kind")} {c.GetProperty("severity")} {c.GetProperty("item")} {c.GetProperty("minutes")} {c.GetProperty("calendar")}".Replace("  ", " - ", StringComparison.Ordinal)),
    ];

    private static string Text(string code, string section, string property) => Plan(code).GetProperty(section).GetProperty(property).GetString()!;

    [Fact]
    public void ThereAreFive() => Catalogue.All.Select(t => t.Code).ShouldBe(["standard", "landscape", "considerate", "five-star", "little-butler"]);

    [Fact, Trait("Requirement", "R54"), Trait("Requirement", "R187")]
    public void Standard_AnswersInTenMinutes_SolvesInADay_AndFeedsComplaintsBackInADay()
    {
        Clocks("standard").ShouldBe(["respond * * - 10 24x7", "resolve * * - 1440 24x7", "feed-back complaint * - 1440 24x7"]);
        Plan("standard").GetProperty("groups").GetArrayLength().ShouldBe(0, "solved and fed back are two promises");
    }

    [Fact, Trait("Requirement", "R187"), Trait("Requirement", "R96")]
    public void Considerate_AnswersInFifteen_ArrivesInFifteen_AndSolvesOrFeedsBackInADay()
    {
        Clocks("considerate").ShouldBe(["respond * * - 15 24x7", "arrive repair * - 15 24x7", "resolve * * - 1440 24x7", "feed-back * * - 1440 24x7"]);
        var group = Plan("considerate").GetProperty("groups").EnumerateArray().ShouldHaveSingleItem();
        group.GetProperty("rule").GetString().ShouldBe("either");
        group.GetProperty("clocks").EnumerateArray().Select(c => c.GetString()).ShouldBe(["resolve", "feed-back"]);
    }

    [Theory, Trait("Requirement", "R196")]
    [InlineData("landscape")]
    [InlineData("five-star")]
    public void APlanWithoutFigures_SetsNoClock(string code)
    {
        Clocks(code).ShouldBeEmpty();
        Plan(code).GetProperty("groups").GetArrayLength().ShouldBe(0);
        Plan(code).GetProperty("householdsPerButler").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact, Trait("Requirement", "R182"), Trait("Requirement", "R193"), Trait("Requirement", "R196")]
    public void LittleButler_HasTheFourThrees_AndNoResponseClock()
    {
        Clocks("little-butler").ShouldBe(
        [
            "arrive repair emergency - 3 24x7", "arrive report emergency - 3 24x7", "resolve repair small - 30 24x7", "resolve repair big - 180 24x7", "feed-back repair difficult - 4320 24x7",
        ]);
        Plan("little-butler").GetProperty("severities").EnumerateArray().Select(s => s.GetProperty("code").GetString()).ShouldBe(["small", "big", "difficult", "emergency"]);
    }

    [Theory, Trait("Requirement", "R55"), Trait("Requirement", "R81")]
    [InlineData("standard")]
    [InlineData("considerate")]
    public void Ratio_IsByGrade(string code)
    {
        var grades = Plan(code).GetProperty("householdsPerButler").GetProperty("byGrade");
        grades.GetProperty("高档").GetInt32().ShouldBe(150);
        grades.GetProperty("标准").GetInt32().ShouldBe(200);
    }

    [Fact, Trait("Requirement", "R136")]
    public void LittleButler_HasAHundredHouseholds() => Plan("little-butler").GetProperty("householdsPerButler").GetProperty("default").GetInt32().ShouldBe(100);

    [Theory, Trait("Requirement", "R44"), Trait("Requirement", "R80")]
    [InlineData("standard", "all", true, "supervisor")]
    [InlineData("considerate", "all", true, "department-head")]
    [InlineData("little-butler", "all", false, null)]
    [InlineData("landscape", "none", false, null)]
    [InlineData("five-star", "none", false, null)]
    public void CallBackAndHandOver_AreAsTheDocumentsSay(string code, string mode, bool monthly, string? to)
    {
        Text(code, "callBack", "mode").ShouldBe(mode);
        Plan(code).GetProperty("handOver").GetProperty("monthly").GetBoolean().ShouldBe(monthly);
        if (to is not null) Text(code, "handOver", "toRole").ShouldBe(to);
    }

    [Fact]
    public void CallBack_IsNowherePromisedByTheClock() =>
        Catalogue.All.SelectMany(t => t.Plan.GetProperty("clocks").EnumerateArray()).ShouldAllBe(c => c.GetProperty("clock").GetString() != "call-back");

    [Fact, Trait("Requirement", "R190"), Trait("Requirement", "R127")]
    public void FiveStar_LeavesItsFiveIndicatorsToTheCompany()
    {
        var indicators = Plan("five-star").GetProperty("indicators").EnumerateArray().ToList();
        indicators.Count.ShouldBe(5);
        indicators.ShouldAllBe(i => i.GetProperty("mandatory").GetBoolean() && i.GetProperty("targetPercent").ValueKind == JsonValueKind.Null);
    }

    [Fact, Trait("Requirement", "R181")]
    public void LittleButler_AimsAtNinetyEightPercent() =>
        Plan("little-butler").GetProperty("indicators").EnumerateArray().ShouldHaveSingleItem().GetProperty("targetPercent").GetDecimal().ShouldBe(98);

    [Fact, Trait("Requirement", "R188")]
    public void FiveStar_NamesTwoListsAndFillsNeither()
    {
        var lists = Catalogue.Find("five-star")!.Section("lists")!.Value.EnumerateArray().ToList();
        lists.Select(l => l.GetProperty("size").GetInt32()).ShouldBe([2, 5]);
        lists.ShouldAllBe(l => l.GetProperty("entries").GetArrayLength() == 0);
    }

    [Theory, Trait("Requirement", "R192"), Trait("Requirement", "R82")]
    [InlineData("standard", "客服管家", "Customer Butler")]
    [InlineData("landscape", "管家", "Butler")]
    [InlineData("considerate", "贴心管家", "Considerate Butler")]
    [InlineData("five-star", "管家", "Butler")]
    [InlineData("little-butler", "小管家", "Little Butler")]
    public void EachCompany_HasItsWordForTheButler(string code, string chinese, string english)
    {
        Catalogue.Find(code)!.Wording.Butler.ShouldBe(chinese);
        Catalogue.Find(code)!.Wording.ButlerEn.ShouldBe(english);
    }

    [Fact, Trait("Requirement", "R1")]
    public void Communities_DifferByGradeWithinOneModel() =>
        Catalogue.Find("standard")!.Demo!.Value.GetProperty("communities").EnumerateArray().Select(c => c.GetProperty("grade").GetString()).Distinct().ShouldBe(["高档", "标准"]);

    [Fact]
    public void BrandColours_Differ() => Catalogue.All.Select(t => t.Brand).Distinct().Count().ShouldBe(5);

    [Theory, Trait("Requirement", "R153"), Trait("Requirement", "R154"), Trait("Requirement", "R155"), Trait("Content", "true")]
    [InlineData("standard")]
    [InlineData("landscape")]
    [InlineData("considerate")]
    [InlineData("five-star")]
    [InlineData("little-butler")]
    public void Catalogue_HasIndoorRepairs(string code)
    {
        var items = Items(code);
        foreach (var item in (string[])["lamp", "furniture", "door-window", "kitchenware", "sanitary-ware", "water-supply", "drainage", "drain-unblocking"])
            items[item].GetProperty("department").GetString().ShouldBe("engineering");
    }

    [Fact]
    public void LittleButler_KnowsTheSeverityOfEachRepair() =>
        Items("little-butler").Values.Where(i => i.GetProperty("kind").GetString() == "repair").ShouldAllBe(i => i.GetProperty("severity").ValueKind == JsonValueKind.String);

    [Fact]
    public void DemonstrationCompanies_HaveThreeHundredToTwoThousandUnits()
    {
        var sizes = Catalogue.All.Select(t => t.Demo!.Value.GetProperty("communities").EnumerateArray().SelectMany(c => c.GetProperty("buildings").EnumerateArray())
            .Sum(b => b.GetProperty("entrances").GetInt32() * b.GetProperty("floors").GetInt32() * b.GetProperty("unitsPerFloor").GetInt32())).ToList();
        sizes.ShouldAllBe(s => s >= 300 && s <= 2_000);
        sizes.Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void DemonstrationHistory_IsAtMostThreeThousandRequests() =>
        Catalogue.All.Sum(t => t.Demo!.Value.GetProperty("requestsPerDay").GetDouble() * 90).ShouldBeLessThanOrEqualTo(3_000);

    private static Dictionary<string, JsonElement> Items(string code) => Catalogue.Find(code)!.Section("catalogue")!.Value.GetProperty("items").EnumerateArray()
        .ToDictionary(i => i.GetProperty("code").GetString()!);
}
