using System.Text;
using PropertyCloud.Testing;
using static PropertyCloud.Browser.Tests.Journeys.Steps;

namespace PropertyCloud.Browser.Tests.Journeys;

/// <summary>A list of homes with mistakes in it: looked at first, then the good rows, then nothing more.</summary>
[Collection("MariaDB")]
public sealed class ImportJourneyTests(BrowserOnMariaDb browser)
{
    private const int Good = 1300;

    [Theory]
    [Trait("Requirement", "R144")]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Import_WithBadRows_ListsThem_WritesTheGoodOnes_AndAgainChangesNothing(int width)
    {
        var community = $"听松苑{width}";
        await using var admin = await browser.OpenAsync("standard", "admin", width);
        await UploadAsync(admin, community);
        await Expect(admin.Page.Locator("#import-state")).ToContainTextAsync($"可以导入 {Good:N0} 行，3 行有问题。", new() { Timeout = 60_000 });
        await Expect(admin.Page.Locator("#import-state")).ToContainTextAsync("还没有写入任何数据。");
        await BadRowAsync(admin, "3", "房号", "（空）", "缺少房号");
        await BadRowAsync(admin, "4", "面积", "98,52", "写成 98.52");
        await BadRowAsync(admin, "5", "手机", "1380013800", "少 1 位数字");
        await admin.FitsAsync();
        await admin.PictureAsync("checked");
        await HomesAsync(admin, community, null);

        await admin.Page.GoBackAsync();
        await admin.Page.Locator("button[name='choice'][value='good']").ClickAsync();
        // The page that is open follows the job by itself.
        await Expect(admin.Page.Locator("#import-state")).ToContainTextAsync($"新增房屋 {Good:N0} 套", new() { Timeout = 90_000 });
        await Expect(admin.Page.Locator("#import-state")).ToContainTextAsync($"{Good:N0} / {Good:N0}");
        await Expect(admin.Page.Locator("svg.meterbar")).ToHaveAttributeAsync("aria-label", "进度 100%");
        await admin.FitsAsync();
        await admin.PictureAsync("done");
        await HomesAsync(admin, community, $"{Good:N0} 套房屋");

        await UploadAsync(admin, community);
        await Expect(admin.Page.Locator("#import-state")).ToContainTextAsync($"可以导入 {Good:N0} 行", new() { Timeout = 60_000 });
        await admin.Page.Locator("button[name='choice'][value='good']").ClickAsync();
        await Expect(admin.Page.Locator("#import-state")).ToContainTextAsync("文件和登记的一样，没有要改的。", new() { Timeout = 90_000 });
        await admin.PictureAsync("again");
        await HomesAsync(admin, community, $"{Good:N0} 套房屋");
        admin.Errors.ShouldBeEmpty();
    }

    /// <summary>Rows 3 to 5 of the sheet are bad. As Excel on a Chinese desk saves it: GB18030.</summary>
    private static byte[] Sheet(string community)
    {
        var rows = new StringBuilder("小区,楼栋,单元,房号,面积,姓名,手机\n");
        rows.Append($"{community},7,2,1502,98.52,江珊,13800138000\n");
        rows.Append($"{community},7,2,,98.52,李明,13800138001\n");
        rows.Append($"{community},7,2,1503,\"98,52\",赵敏,13800138002\n");
        rows.Append($"{community},7,2,1504,120,钱坤,1380013800\n");
        for (var i = 1; i < Good; i++) rows.Append($"{community},{1 + (i / 250)},1,{i % 250:0000},88.00,住户{i},1377{i:0000000}\n");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030").GetBytes(rows.ToString());
    }

    private static async Task UploadAsync(Person admin, string community)
    {
        await admin.GoAsync("/registry/import");
        await admin.Page.Locator("input[name='file']").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = $"{community}.csv", MimeType = "text/csv", Buffer = Sheet(community) });
        await admin.Page.Locator("main form button.btn-primary").ClickAsync();
        await admin.Page.WaitForURLAsync("**/registry/import/*-*");
    }

    private static async Task BadRowAsync(Person admin, string row, string column, string value, string reason)
    {
        var line = admin.Page.Locator("table.imp tbody tr", new() { HasText = reason });
        var cells = await line.Locator("td").AllInnerTextsAsync();
        cells.Select(c => c.Trim()).Take(3).ShouldBe([row, column, value]);
        cells[3].ShouldContain(reason);
    }

    /// <summary>What the list of homes has of the community; null: it is not there.</summary>
    private static async Task HomesAsync(Person admin, string community, string? says)
    {
        await admin.GoAsync("/households");
        var choice = admin.Page.Locator("select[name='community'] option", new() { HasText = community });
        if (says is null)
        {
            await Expect(choice).ToHaveCountAsync(0);
            return;
        }

        await admin.GoAsync($"/households?community={await choice.GetAttributeAsync("value")}");
        await Expect(admin.Page.Locator("main")).ToContainTextAsync(says);
    }
}
