using System.Text.Json.Nodes;
using PropertyCloud.Tenants.Templates;

namespace PropertyCloud.Tenants.Tests.Templates;

/// <summary>Broken templates are refused, each with the place of its fault; the unbroken one is the control.</summary>
public sealed class TemplateReaderTests
{
    private static JsonNode Good() => JsonNode.Parse(TemplateReader.Embedded("considerate.json"))!;

    private static IReadOnlyList<string> ProblemsOf(JsonNode broken) => Should.Throw<TemplateException>(() => TemplateReader.Read("broken.json", broken.ToJsonString())).Problems;

    [Fact]
    public void Read_TheUnbroken_IsTaken() => TemplateReader.Read("good.json", Good().ToJsonString()).Code.ShouldBe("considerate");

    [Fact]
    public void Read_WhatIsNotJson_IsRefused() => Should.Throw<TemplateException>(() => TemplateReader.Read("broken.json", "{ \"code\": ")).Problems.ShouldHaveSingleItem().ShouldStartWith("not JSON");

    [Theory]
    [InlineData("wording")]
    [InlineData("plan")]
    [InlineData("catalogue")]
    [InlineData("brand")]
    public void Read_WithoutAPart_IsRefused(string part)
    {
        var broken = Good();
        broken.AsObject().Remove(part);
        ProblemsOf(broken).ShouldContain(p => p.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WithAnUnknownPart_IsRefused()
    {
        var broken = Good();
        broken["plann"] = new JsonObject();
        ProblemsOf(broken).ShouldContain(p => p.Contains("plann", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WithAnUnknownClock_IsRefused()
    {
        var broken = Good();
        broken["plan"]!["clocks"]![0]!["clock"] = "reply";
        ProblemsOf(broken).ShouldContain(p => p.StartsWith("/plan/clocks/0/clock", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-10)]
    public void Read_WithALimitOfNothing_IsRefused(int minutes)
    {
        var broken = Good();
        broken["plan"]!["clocks"]![0]!["minutes"] = minutes;
        ProblemsOf(broken).ShouldContain(p => p.StartsWith("/plan/clocks/0/minutes", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WithAColourByName_IsRefused()
    {
        var broken = Good();
        broken["brand"] = "purple";
        ProblemsOf(broken).ShouldContain(p => p.StartsWith("/brand", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WithAnIndicatorOverAHundredPercent_IsRefused()
    {
        var broken = Good();
        broken["plan"]!["indicators"] = new JsonArray(new JsonObject { ["code"] = "x", ["name"] = "x", ["nameEn"] = "x", ["targetPercent"] = 101, ["mandatory"] = true });
        ProblemsOf(broken).ShouldNotBeEmpty();
    }

    [Fact]
    public void Read_WithAClockOfAnUnknownSeverity_IsRefused()
    {
        var broken = Good();
        broken["plan"]!["clocks"]![0]!["severity"] = "gigantic";
        ProblemsOf(broken).ShouldContain("/plan/clocks: no severity is called gigantic");
    }

    [Fact]
    public void Read_WithAClockOfAnUnknownItem_IsRefused()
    {
        var broken = Good();
        broken["plan"]!["clocks"]![0]!["item"] = "teleporter";
        ProblemsOf(broken).ShouldContain("/plan/clocks: the catalogue has no item teleporter");
    }

    [Fact]
    public void Read_WithTwoLimitsForOneClock_IsRefused()
    {
        var broken = Good();
        var again = broken["plan"]!["clocks"]![0]!.DeepClone();
        again["minutes"] = 99;
        broken["plan"]!["clocks"]!.AsArray().Add(again);
        ProblemsOf(broken).ShouldContain(p => p.EndsWith("is promised twice", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WithAGroupOfAClockThatIsNotPromised_IsRefused()
    {
        var broken = Good();
        broken["plan"]!["groups"]![0]!["clocks"] = new JsonArray("resolve", "call-back");
        ProblemsOf(broken).ShouldContain("/plan/groups: the clock call-back is not promised");
    }

    [Fact]
    public void Read_WithAnItemTwice_IsRefused()
    {
        var broken = Good();
        var items = broken["catalogue"]!["items"]!.AsArray();
        items.Add(items[0]!.DeepClone());
        ProblemsOf(broken).ShouldContain("/catalogue/items: lamp is there twice");
    }

    [Fact]
    public void Read_WithAnItemOfAnUnknownSeverity_IsRefused()
    {
        var broken = Good();
        broken["catalogue"]!["items"]![0]!["severity"] = "tiny";
        ProblemsOf(broken).ShouldContain("/catalogue/items: no severity is called tiny");
    }

    [Fact]
    public void Read_WithEscalationOutOfOrder_IsRefused()
    {
        var broken = Good();
        broken["plan"]!["escalation"]![1]!["afterMinutes"] = 0;
        ProblemsOf(broken).ShouldContain("/plan/escalation: each step comes later than the one before");
    }

    [Fact]
    public void Read_WithAButlerWhoDoesNotExist_IsRefused()
    {
        var broken = Good();
        broken["demo"]!["communities"]![0]!["clusters"]![0]!["butler"] = "butler99";
        ProblemsOf(broken).ShouldContain(p => p.EndsWith("nobody is called butler99", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WithABuildingInTwoClusters_IsRefused()
    {
        var broken = Good();
        broken["demo"]!["communities"]![0]!["clusters"]![1]!["buildings"]!.AsArray().Add("1");
        ProblemsOf(broken).ShouldContain(p => p.EndsWith("1 is there twice", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WithAResidentOnAFloorThatIsNotThere_IsRefused()
    {
        var broken = Good();
        broken["demo"]!["residents"]![0]!["unit"] = "9901";
        ProblemsOf(broken).ShouldContain("/demo/residents: resident1 lives nowhere");
    }
}
