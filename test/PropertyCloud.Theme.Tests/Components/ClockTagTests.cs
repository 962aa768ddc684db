using System.Globalization;
using AngleSharp.Html.Parser;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Theme.Tests.Components;

public sealed class ClockTagTests
{
    private static readonly DateTime Now = Rendering.Now;

    public static readonly TheoryData<string, ClockChip, string, string> States = new()
    {
        { "run", Running(-7, 5, 8), "进行中：", "到场 剩 8 分" },
        { "run", Running(-7, 120, 173), "进行中：", "到场 18:27 前" },
        { "run", Running(-7, 600, 1026), "进行中：", "到场 明天 08:40 前" },
        { "run", Running(-9, null, .5), "进行中：", "到场 剩不到 1 分" },
        { "warn", Running(-8, -1, 2), "快到时限：", "到场 剩 2 分" },
        { "warn", Running(-8, 0, 2), "快到时限：", "到场 剩 2 分" },
        { "late", Running(-60, -30, -26), "已超时：", "到场 超 26 分" },
        { "late", Running(-60, -30, 0), "已超时：", "到场 刚超时" },
        { "late", Running(-600, -500, -185), "已超时：", "到场 超 3 小时" },
        { "late", Running(-9000, -8000, -3000), "已超时：", "到场 超 2 天" },
        { "hold", new ClockChip("到场", ChipState.OnHold), "已暂停：", "到场 已暂停" },
        { "kept", Stopped(ChipState.Kept, -10, 0, -6), "按时：", "到场 4 分钟，按时" },
        { "kept", Stopped(ChipState.Kept, -200, 0, -30), "按时：", "到场 2 小时 50 分，按时" },
        { "missed", Stopped(ChipState.Missed, -60, -20, -6), "超时完成：", "到场 晚 14 分" },
        { "next", new ClockChip("到场", ChipState.Next, NextText: "验收后开始"), "未开始：", "到场 验收后开始" },
        { "unset", new ClockChip("到场", ChipState.Unset), "未承诺：", "到场 未承诺" },
        { "unset", new ClockChip("到场", ChipState.Running), "未承诺：", "到场 未承诺" },
    };

    [Theory]
    [MemberData(nameof(States))]
    public async Task Chip_InEachState_SaysItInWordsAndIcon(string state, ClockChip chip, string spoken, string text)
    {
        var html = await Rendering.RenderAsync(new ClockTag(new Rendering().Clocks) { Chip = chip });
        var drawn = new HtmlParser().ParseDocument(html).QuerySelector(".clock")!;

        drawn.ClassName.ShouldBe($"clock clock-{state}");
        drawn.QuerySelector(".sr")!.TextContent.ShouldBe(spoken);
        $"{drawn.QuerySelector(".k")!.TextContent} {drawn.QuerySelector(".v")!.TextContent}".ShouldBe(text);
        drawn.QuerySelector("use").ShouldNotBeNull();
        drawn.QuerySelectorAll("[style]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Chip_ThatRuns_ShowsTheShareUsedAndGivesTheScriptItsInstants()
    {
        var html = await Rendering.RenderAsync(new ClockTag(new Rendering().Clocks) { Chip = Running(-7, 5, 8) });
        var drawn = new HtmlParser().ParseDocument(html).QuerySelector(".clock")!;

        drawn.QuerySelector("rect")!.GetAttribute("width").ShouldBe("46");
        drawn.QuerySelector("time")!.GetAttribute("datetime").ShouldBe("2026-09-15T07:42:00Z");
        drawn.GetAttribute("data-due").ShouldBe(new DateTimeOffset(Now.AddMinutes(8)).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(ChipState.OnHold)]
    [InlineData(ChipState.Kept)]
    [InlineData(ChipState.Missed)]
    [InlineData(ChipState.Next)]
    [InlineData(ChipState.Unset)]
    public async Task Chip_ThatDoesNotRun_IsNothingForTheScriptToMove(ChipState state)
    {
        var html = await Rendering.RenderAsync(new ClockTag(new Rendering().Clocks) { Chip = new("到场", state, Now.AddMinutes(-9), Now, Now.AddMinutes(1), Now) });

        html.ShouldNotContain("data-clock");
    }

    [Fact]
    public async Task Chip_OfACancelledRequest_DrawsNothing() =>
        (await Rendering.RenderAsync(new ClockTag(new Rendering().Clocks))).ShouldBeEmpty();

    [Fact]
    public void Text_InEnglish_HasAtMost22CharactersWithItsLabel()
    {
        var clocks = new Rendering("en").Clocks;
        int[] minutes = [0, 1, 59, 60, 61, 179, 600, 1439, 1440, 2880, 7000, 14000, 200_000];
        var chips = minutes.SelectMany(m => new[] { Running(-1, null, m), Running(-m - 1, -m - 1, -m), Stopped(ChipState.Kept, -m, 0, 0), Stopped(ChipState.Missed, -m - 9, -m, 0) })
            .Concat([new("", ChipState.OnHold), new("", ChipState.Next), new("", ChipState.Unset)]);

        var tooLong = chips.Select(c => $"Call back {clocks.Read(c).Text}").Where(t => t.Length > 22);

        tooLong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Label_IsEncoded() =>
        (await Rendering.RenderAsync(new ClockTag(new Rendering().Clocks) { Chip = new("<b>", ChipState.Unset) })).ShouldContain("&lt;b&gt;");

    private static ClockChip Running(double started, double? warn, double due) =>
        new("到场", ChipState.Running, Now.AddMinutes(started), warn is { } w ? Now.AddMinutes(w) : null, Now.AddMinutes(due));

    private static ClockChip Stopped(ChipState state, double started, double due, double stopped) =>
        new("到场", state, Now.AddMinutes(started), null, Now.AddMinutes(due), Now.AddMinutes(stopped));
}
