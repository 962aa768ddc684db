using PropertyCloud.Testing;

namespace PropertyCloud.ServiceLevels.Tests.Http;

/// <summary>Promises that are words and no clock: whoever asks reads them on the company's public page, in both languages, and staff read
/// the same on the plan's page.</summary>
public sealed class PromiseTextTests(SqliteApp fixture) : IClassFixture<SqliteApp>
{
    private TestApp App => fixture.App;

    private async Task ReadAsync(string company, string chinese, string english)
    {
        (await App.Anonymous(company).GetAsync("/promises")).Ok().Text.ShouldContain(chinese);
        (await (await App.SignInAsync(company, "admin")).GetAsync("/plan")).Ok().Text.ShouldContain(chinese);
        var stranger = App.Anonymous(company);
        stranger.Http.DefaultRequestHeaders.Add("Accept-Language", "en");
        (await stranger.GetAsync("/promises")).Ok().Text.ShouldContain(english);
    }

    [Theory, Trait("Requirement", "R50"), Trait("Content", "true")]
    [InlineData("一年 365 天、每天 24 小时都有人接待", "24 hours a day, 365 days a year")]
    [InlineData("五个“全”：全方位、全透明、全身心、全天候、全过程", "all-round, open, whole-hearted, at all hours and to the very end")]
    public Task Standard_AllDayAllYear_AndTheFiveAll(string chinese, string english) => ReadAsync("standard", chinese, english);

    [Fact, Trait("Requirement", "R51"), Trait("Requirement", "R20"), Trait("Content", "true")]
    public Task Standard_OneNamedButler() => ReadAsync("standard", "每户由一位固定的客服管家接单、跟进和答复", "One named Customer Butler takes, follows and answers everything");

    [Fact, Trait("Requirement", "R56"), Trait("Content", "true")]
    public Task Standard_ACardForEveryHousehold() => ReadAsync("standard", "每户发一张 24 小时服务卡", "Every household gets a 24-hour service card");

    [Fact, Trait("Requirement", "R44"), Trait("Content", "true")]
    public Task Standard_EveryFormIsCalledBack() => ReadAsync("standard", "每张服务单办完都回访，记录按月交给客服主管", "the records go to the customer-service supervisor each month");

    [Fact, Trait("Requirement", "R6"), Trait("Content", "true")]
    public Task Standard_EveryDifficultyWithinLawAndDecency() => ReadAsync("standard", "只要合法合情，您的难处都由我们接下", "Whatever law and decency allow, we take on");

    [Fact, Trait("Requirement", "R70"), Trait("Content", "true")]
    public Task Landscape_PromptlyAndCompletely() => ReadAsync("landscape", "您提的每件事都会及时、完整地处理", "attended to promptly and completely");

    [Fact, Trait("Requirement", "R82"), Trait("Content", "true")]
    public Task Considerate_TheFiveAll() => ReadAsync("considerate", "五个“全”：全方位、全透明、全身心、全天候、全过程", "all-round, open, whole-hearted");

    [Fact, Trait("Requirement", "R83"), Trait("Content", "true")]
    public Task Considerate_OneServiceCentreCard() => ReadAsync("considerate", "每户发一张服务中心服务卡，找管家或者找中心都行", "call the butler or the centre");

    [Fact, Trait("Requirement", "R80"), Trait("Content", "true")]
    public Task Considerate_AllAreCalledBack() => ReadAsync("considerate", "回访率 100%，记录按月交给部门主管", "the records go to the department head each month");

    [Fact, Trait("Requirement", "R85"), Trait("Content", "true")]
    public Task Considerate_FixedHouseholdsAndAFileForEach() => ReadAsync("considerate", "每位贴心管家服务固定的住户，为每户建一份工作档案", "keeps a file for each");

    [Fact, Trait("Requirement", "R96"), Trait("Content", "true")]
    public Task Considerate_RepairsAroundTheClock() => ReadAsync("considerate", "全天 24 小时受理，维修随叫随到", "around the clock, repairs included");

    [Fact, Trait("Requirement", "R126"), Trait("Content", "true")]
    public Task FiveStar_FrontDeskAllYear() => ReadAsync("five-star", "客户前台全年每天 24 小时受理咨询、投诉和特约", "24 hours a day, all year");

    [Fact, Trait("Requirement", "R119"), Trait("Content", "true")]
    public Task FiveStar_OneDirectorOverFourDepartments() => ReadAsync("five-star", "中心主任统一指挥客服、秩序、环境、工程四个部门", "One centre director commands the four departments");

    [Fact, Trait("Requirement", "R136"), Trait("Content", "true")]
    public Task LittleButler_PhoneAlwaysOn() => ReadAsync("little-butler", "服务热线全天 24 小时值班，小管家的手机 24 小时开机", "phone is always on");

    [Fact, Trait("Requirement", "R184"), Trait("Content", "true")]
    public Task LittleButler_FollowsUntilSatisfied() => ReadAsync("little-butler", "一站式：小管家跟到您满意为止", "follows it until you are satisfied");

    [Fact, Trait("Requirement", "R131"), Trait("Content", "true")]
    public Task LittleButler_NothingIsTooSmall() => ReadAsync("little-butler", "家里再小的事也不推", "Nothing is too small to ask for");

    [Theory, Trait("Requirement", "R55"), Trait("Requirement", "R81"), Trait("Requirement", "R136"), Trait("Content", "true")]
    [InlineData("standard", "高档 150 户；标准 200 户")]
    [InlineData("considerate", "高档 150 户；标准 200 户")]
    [InlineData("little-butler", "默认 100 户")]
    [InlineData("landscape", "方案未设目标")]
    public async Task Ratio_StandsOnThePlansPage(string company, string ratio) =>
        (await (await App.SignInAsync(company, "admin")).GetAsync("/plan")).Ok().Text.ShouldContain(ratio);

    [Theory, Trait("Requirement", "R80"), Trait("Requirement", "R44"), Trait("Content", "true")]
    [InlineData("standard", "每单都回访，最多 3 次", "交给")]
    [InlineData("considerate", "每单都回访，最多 3 次", "交给")]
    [InlineData("landscape", "不做回访", "不交接")]
    public async Task CallBacksAndHandOver_StandOnThePlansPage(string company, string callBack, string handOver)
    {
        var page = (await (await App.SignInAsync(company, "admin")).GetAsync("/plan")).Ok().Text;
        page.ShouldContain(callBack);
        page.ShouldContain(handOver);
    }
}
