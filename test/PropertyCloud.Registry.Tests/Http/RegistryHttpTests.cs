using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Data;
using PropertyCloud.Registry.Imports;
using PropertyCloud.Testing;

namespace PropertyCloud.Registry.Tests.Http;

public sealed class SqliteRegistry(SqliteApp fixture) : RegistryHttpTests(fixture), IClassFixture<SqliteApp>;

public sealed class MariaDbRegistry(MariaDbApp fixture) : RegistryHttpTests(fixture), IClassFixture<MariaDbApp>;

/// <summary>The registry over HTTP, the same on both engines. Each test has a community of its own.</summary>
public abstract class RegistryHttpTests(AppFixture fixture)
{
    private const string Company = "standard";
    private static int _names;
    private TestApp App => fixture.App;

    private static string NewName() => $"试验苑{Interlocked.Increment(ref _names)}";
    private Task<TestClient> Admin() => App.SignInAsync(Company, "admin");

    private Task<RegistryWritten> WriteAsync(params RegistryRow[] rows) => App.In(Company, s => s.GetRequiredService<IRegistryWriter>().WriteAsync(rows));

    private static RegistryRow Row(string community, string number, string? name = null, string? phone = null, UnitRole role = UnitRole.Owner, string? cluster = null) =>
        new(community, "高档", "7", "2", number, cluster, 98.52m, name, phone, role, new DateOnly(2026, 9, 1));

    private Task<Guid> UnitAsync(string community, string plate) => App.In(Company, async services =>
    {
        var db = services.GetRequiredService<RegistryDbContext>();
        return await (from unit in db.Units join c in db.Communities on unit.CommunityId equals c.Id where c.Name == community && unit.Plate == plate select unit.Id).SingleAsync();
    });

    private async Task<TestPage> UploadAsync(TestClient client, string csv, string name = "住户.csv", Encoding? encoding = null)
    {
        var page = (await client.GetAsync("/registry/import")).Ok();
        return (await page.SubmitAsync("form[enctype]", [], ("file", name, (encoding ?? Encoding.UTF8).GetBytes(csv), "text/csv"))).Ok();
    }

    [Fact, Trait("Requirement", "R144")]
    public async Task Import_WithBadRows_WritesTheGoodOnesAfterTheChoice()
    {
        var (admin, community) = (await Admin(), NewName());
        var csv = $"房号,小区,楼栋,单元,面积,姓名,手机\n1502,{community},7,2,98.52,王珊,13800138000\n,{community},7,2,98.52,李明,\n1503,{community},7,2,\"98,52\",赵敏,\n1504,{community},7,2,120,钱坤,1380013800\n";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var waiting = await UploadAsync(admin, csv, encoding: Encoding.GetEncoding("GB18030"));
        waiting.Text.ShouldContain("正在检查");
        await App.SettleAsync();

        var result = (await admin.GetAsync(waiting.Url.AbsolutePath)).Ok();
        result.Text.ShouldContain("可以导入 1 行，3 行有问题");
        result.Text.ShouldContain("缺少房号");
        result.Text.ShouldContain("写成 98.52");
        result.Text.ShouldContain("少 1 位数字");
        (await App.In(Company, async s => await s.GetRequiredService<RegistryDbContext>().Communities.AnyAsync(c => c.Name == community))).ShouldBeFalse();

        var file = await admin.Http.GetStringAsync($"{waiting.Url.AbsolutePath}?handler=Faults");
        file.ShouldContain("\"98,52\"");
        await result.SubmitAsync("form[action*='Choose']", new() { ["choice"] = "good" });
        await App.SettleAsync();
        (await admin.GetAsync(waiting.Url.AbsolutePath)).Ok().Text.ShouldContain("新增房屋 1 套");
        (await admin.GetAsync($"/households?q=8000&community={await CommunityAsync(community)}")).Ok().Text.ShouldContain("138****8000");
    }

    /// <summary>A unit's use comes from the file, a wrong one is told by its place, and the same file again changes nothing.</summary>
    [Theory, Trait("Requirement", "R144")]
    [InlineData("房号,小区,楼栋,用途", "住宅", "商铺", "仓库改的")]
    [InlineData("unit,community,building,use", "home", "Shop", "barn")]
    public async Task Import_OfUses_WritesThem_AndTellsTheBadOne(string header, string home, string shop, string bad)
    {
        var (admin, community) = (await Admin(), NewName());
        var csv = $"{header}\n1501,{community},7,{home}\n0101,{community},7,{shop}\n0102,{community},7,{bad}\n0103,{community},7,\n";
        var waiting = await UploadAsync(admin, csv);
        await App.SettleAsync();
        var result = (await admin.GetAsync(waiting.Url.AbsolutePath)).Ok();
        result.Text.ShouldContain("可以导入 3 行，1 行有问题");
        var faults = await admin.Http.GetStringAsync($"{waiting.Url.AbsolutePath}?handler=Faults");
        faults.Split('\n').ShouldContain(l => l.StartsWith("4,", StringComparison.Ordinal) && l.Contains("用途", StringComparison.Ordinal) && l.Contains(bad, StringComparison.Ordinal) && l.Contains("写住宅、商铺、办公或其他", StringComparison.Ordinal));
        await result.SubmitAsync("form[action*='Choose']", new() { ["choice"] = "good" });
        await App.SettleAsync();
        (await UsesAsync(community)).ShouldBe([("0101", UnitKind.Shop), ("0103", UnitKind.Home), ("1501", UnitKind.Home)]);

        var export = await admin.Http.GetStringAsync($"/api/registry/households.csv?community={await CommunityAsync(community)}");
        export.ShouldContain("用途");
        export.Split('\n').ShouldContain(l => l.Contains("7-0101", StringComparison.Ordinal) && l.Contains("商铺", StringComparison.Ordinal));

        var again = await UploadAsync(admin, csv);
        await App.SettleAsync();
        await (await admin.GetAsync(again.Url.AbsolutePath)).Ok().SubmitAsync("form[action*='Choose']", new() { ["choice"] = "good" });
        await App.SettleAsync();
        (await admin.GetAsync(again.Url.AbsolutePath)).Ok().Text.ShouldContain("新增房屋 0 套");
        (await WriteAsync(new RegistryRow(community, null, "7", null, "0101", null, null, null, null, UnitRole.Owner, null, Use: UnitKind.Shop))).UnitsChanged.ShouldBe(0);
        (await WriteAsync(new RegistryRow(community, null, "7", null, "0101", null, null, null, null, UnitRole.Owner, null))).UnitsChanged.ShouldBe(0, "a file that says nothing leaves it as it is");
        (await WriteAsync(new RegistryRow(community, null, "7", null, "1501", null, null, null, null, UnitRole.Owner, null, Use: UnitKind.Office))).UnitsChanged.ShouldBe(1);
        (await UsesAsync(community)).ShouldBe([("0101", UnitKind.Shop), ("0103", UnitKind.Home), ("1501", UnitKind.Office)]);
    }

    private Task<List<(string Number, UnitKind Kind)>> UsesAsync(string community) => App.In(Company, async services =>
    {
        var db = services.GetRequiredService<RegistryDbContext>();
        var rows = await (from unit in db.Units join c in db.Communities on unit.CommunityId equals c.Id where c.Name == community orderby unit.SortKey select new { unit.Number, unit.Kind }).ToListAsync();
        return rows.ConvertAll(r => (r.Number, r.Kind));
    });

    private Task<Guid> CommunityAsync(string name) => App.In(Company, s => s.GetRequiredService<RegistryDbContext>().Communities.Where(c => c.Name == name).Select(c => c.Id).SingleAsync());

    [Fact]
    public async Task Import_WhenNothingIsChosen_WritesNothing()
    {
        var (admin, community) = (await Admin(), NewName());
        var waiting = await UploadAsync(admin, $"小区,楼栋,房号\n{community},7,1502\n");
        await App.SettleAsync();
        var result = (await admin.GetAsync(waiting.Url.AbsolutePath)).Ok();
        (await result.SubmitAsync("form[action*='Choose']", new() { ["choice"] = "none" })).Ok().Text.ShouldContain("没有导入");
        await App.SettleAsync();
        (await App.In(Company, async s => await s.GetRequiredService<RegistryDbContext>().Communities.AnyAsync(c => c.Name == community))).ShouldBeFalse();
        var id = Guid.Parse(waiting.Url.Segments[^1]);
        (await App.In(Company, s => s.GetRequiredService<ImportFiles>().OpenUploadAsync(id, default))).ShouldBeNull();
    }

    [Fact]
    public async Task Import_OfAFileWithoutTheColumns_SaysWhatIsMissing()
    {
        var admin = await Admin();
        var waiting = await UploadAsync(admin, "姓名,手机\n王珊,13800138000\n");
        await App.SettleAsync();
        (await admin.GetAsync(waiting.Url.AbsolutePath)).Ok().Text.ShouldContain("表头缺少 小区/community、楼栋/building、房号/unit");
    }

    [Fact]
    public async Task Import_OfSomebodyElse_IsNotThere()
    {
        var waiting = await UploadAsync(await Admin(), $"小区,楼栋,房号\n{NewName()},7,1502\n");
        var director = await App.SignInAsync(Company, "director");
        (await director.GetAsync(waiting.Url.AbsolutePath)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await director.PostAsync($"/api/registry/imports/{waiting.Url.Segments[^1]}/choice", new { choice = "good" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Import_AfterACrashBetweenBatches_GoesOnWithoutDoubles()
    {
        var (admin, community) = (await Admin(), NewName());
        var csv = "小区,楼栋,房号,姓名,手机\n" + string.Concat(Enumerable.Range(0, 2500).Select(i => $"{community},{1 + (i / 500)},{i % 500:0000},住户{i},139{i:00000000}\n"));
        var waiting = await UploadAsync(admin, csv);
        var id = Guid.Parse(waiting.Url.Segments[^1]);
        await App.SettleAsync();
        (await admin.PostAsync($"/api/registry/imports/{id}/choice", new { choice = "good" })).EnsureSuccessStatusCode();

        // A host writes the first batch and dies: the timer is still armed at the same step.
        await App.In(Company, async services =>
        {
            var db = services.GetRequiredService<RegistryDbContext>();
            var run = await db.GetAsync<ImportRun>(id);
            var rows = await (await services.GetRequiredService<ImportFiles>().ReadRowsAsync(id, 0, RegistryBatch.Size, default))!.FirstAsync();
            run.Advance(rows.Count, await services.GetRequiredService<RegistryBatch>().ApplyAsync(rows, null, default), App.Now);
            await db.SaveChangesAsync();
        });
        await App.SettleAsync();
        var state = await admin.JsonAsync(HttpMethod.Get, $"/api/registry/imports/{id}");
        state.GetProperty("unitsAdded").GetInt32().ShouldBe(2500);
        state.GetProperty("nextRow").GetInt32().ShouldBe(2500);
        var communityId = await CommunityAsync(community);
        (await App.In(Company, s => s.GetRequiredService<RegistryDbContext>().Units.CountAsync(u => u.CommunityId == communityId))).ShouldBe(2500);
    }

    [Fact]
    public async Task Write_Again_ChangesWhatDiffersAndDoublesNothing()
    {
        var community = NewName();
        var owner = "王珊" + community;
        var rows = new[] { Row(community, "1501", owner, "13800138000"), Row(community, "1502", owner, "13800138000"), Row(community, "1503") };
        (await WriteAsync(rows)).ShouldBe(new RegistryWritten(3, 0, 1, 2));
        (await WriteAsync(rows)).ShouldBe(new RegistryWritten(0, 0, 0, 0));
        var version = await VersionAsync(community, "7-2-1501");
        (await WriteAsync(rows)).ShouldBe(new RegistryWritten(0, 0, 0, 0));
        (await VersionAsync(community, "7-2-1501")).ShouldBe(version);
        (await WriteAsync(rows[0] with { AreaSquareMetres = 99m }, rows[2] with { PartyName = "李明" + community, Phone = "0571-88886666" })).ShouldBe(new RegistryWritten(0, 1, 1, 1));
    }

    private Task<long> VersionAsync(string community, string plate) => App.In(Company, async services =>
        (await services.GetRequiredService<RegistryDbContext>().GetAsync<PropertyCloud.Registry.Units.Unit>(await UnitAsync(community, plate))).Version);

    [Fact]
    public async Task List_ShowsMaskedPhonesAndFindsByPlateNameAndLastFour()
    {
        var (admin, community) = (await Admin(), NewName());
        await WriteAsync(Row(community, "1601", "欧阳" + community, "13712345679"), Row(community, "1602"));
        var id = await CommunityAsync(community);
        foreach (var text in new[] { "7-2-1601", "7栋2单元1601", "1601", "5679", "欧阳" + community })
        {
            var page = (await admin.GetAsync($"/households?community={id}&q={Uri.EscapeDataString(text)}")).Ok();
            page.Text.ShouldContain("137****5679", customMessage: text);
            page.Html.ShouldNotContain("13712345679");
            page.Text.ShouldContain("1 套房屋", customMessage: text);
        }

        (await admin.GetAsync($"/households?community={id}&living=without")).Ok().Text.ShouldContain("1 套房屋");
        (await admin.GetAsync($"/households?community={id}&q=zzz")).Ok().Text.ShouldContain("没有符合的住户");
    }

    [Fact]
    public async Task Export_IsMaskedAndUnmaskedOnlyWithAReason()
    {
        var (admin, community) = (await Admin(), NewName());
        await WriteAsync(Row(community, "1601", "=王珊", "13712345679"));
        var id = await CommunityAsync(community);
        var masked = await admin.Http.GetStringAsync($"/households?handler=Export&community={id}");
        masked.ShouldContain("137****5679");
        masked.ShouldContain("'=王珊");
        masked.ShouldNotContain("13712345679");
        (await admin.PostAsync("/api/registry/households/export-unmasked", new { community = id })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await (await admin.PostAsync("/api/registry/households/export-unmasked", new { community = id, reason = "核对资料" })).Content.ReadAsStringAsync()).ShouldContain("13712345679");
        var supervisor = await App.SignInAsync(Company, "supervisor");
        (await supervisor.PostAsync("/api/registry/households/export-unmasked", new { community = id, reason = "核对资料" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Household_ByItsPage_RegistersEndsAndReveals()
    {
        var (admin, community) = (await Admin(), NewName());
        await WriteAsync(Row(community, "1701"));
        var unit = await UnitAsync(community, "7-2-1701");
        var form = (await admin.GetAsync($"/households/{unit}?person=new")).Ok();
        (await form.SubmitAsync("form[action*='Add']", new() { ["name"] = "", ["role"] = "1" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = (await form.SubmitAsync("form[action*='Add']", new() { ["name"] = "孙芳", ["phone"] = "138 1234 5678", ["role"] = "2" })).Ok();
        page.Text.ShouldContain("已登记 孙芳");
        page.Text.ShouldContain("138****5678");
        page.Html.ShouldNotContain("13812345678");

        var revealed = await page.SubmitAsync("form[action*='Reveal']", new() { ["reason"] = "联系上门" });
        revealed.Ok().Text.ShouldContain("13812345678");
        var relation = page.Document.QuerySelector("a[href*='person=']")!.GetAttribute("href")!;
        var manage = (await admin.GetAsync(relation)).Ok();
        (await manage.SubmitAsync("form[action*='MoveOut']", new() { ["lastDay"] = "2000-01-01" })).Text.ShouldContain("结束日期不能早于开始日期");
        (await manage.SubmitAsync("form[action*='MoveOut']", new() { ["lastDay"] = "15.9." })).Text.ShouldContain("写成 2026-09-15 这样的日期");
        var moved = (await manage.SubmitAsync("form[action*='MoveOut']", new() { ["lastDay"] = "" })).Ok();
        moved.Text.ShouldContain("已登记搬出");
        moved.Text.ShouldContain("今天搬出");
    }

    [Fact]
    public async Task Household_Invited_HasALinkThatIsShownOnce()
    {
        var (admin, community) = (await Admin(), NewName());
        await WriteAsync(Row(community, "1702", "周周" + community, "13" + Random.Shared.Next(100_000_000, 999_999_999)));
        var unit = await UnitAsync(community, "7-2-1702");
        var page = (await admin.GetAsync($"/households/{unit}")).Ok();
        var manage = (await admin.GetAsync(page.Document.QuerySelector("a[href*='person=']")!.GetAttribute("href")!)).Ok();
        var invited = (await manage.SubmitAsync("form[action*='Invite']")).Ok();
        invited.Document.QuerySelector("#invite-link")!.GetAttribute("value")!.ShouldContain("/link/");
        (await admin.GetAsync($"/households/{unit}")).Ok().Html.ShouldNotContain("/link/");
    }

    /// <summary>Ruling 35 for residents: the registry's phone and the account's, by two people.</summary>
    [Fact]
    public async Task Person_WithAnotherPhone_WaitsForASecondPerson_ThenBothKnowIt()
    {
        var (admin, community) = (await Admin(), NewName());
        var (oldPhone, newPhone) = (NewPhone(), NewPhone());
        await WriteAsync(Row(community, "1704", "周周" + community, oldPhone));
        var unit = await UnitAsync(community, "7-2-1704");
        var person = (await admin.JsonAsync(HttpMethod.Get, $"/api/registry/households/{unit}")).GetProperty("people")[0];
        var url = $"/api/registry/households/{unit}/people/{person.GetProperty("relationId").GetGuid()}";
        var resident = await NewResidentAsync(person.GetProperty("partyId").GetGuid(), oldPhone);
        await admin.JsonAsync(HttpMethod.Put, url, new { name = "周舟" + community, phone = newPhone }, HttpStatusCode.Accepted);
        await App.SettleAsync();
        (await resident.GetAsync("/inbox")).Ok().Text.ShouldContain("提出要改这个账号的手机号");
        var household = (await admin.GetAsync($"/households/{unit}")).Ok();
        household.Text.ShouldContain("周舟" + community);
        household.Text.ShouldContain($"{oldPhone[..3]}****{oldPhone[^4..]}");
        household.Text.ShouldContain($"新手机 {newPhone[..3]}****{newPhone[^4..]} 等另一个人核对");

        var supervisor = await App.SignInAsync(Company, "supervisor");
        var listed = (await supervisor.GetAsync("/phone-changes")).Ok();
        var change = listed.Document.QuerySelectorAll("a[href^='/phone-changes/']").Single(a => a.TextContent == "周舟" + community).GetAttribute("href")!;
        (await (await supervisor.GetAsync(change)).Ok().SubmitAsync("form[action*='Approve']")).Ok().Text.ShouldContain("新号码生效");
        await App.SettleAsync();
        (await admin.GetAsync($"/households/{unit}")).Ok().Text.ShouldContain($"{newPhone[..3]}****{newPhone[^4..]}");
        (await resident.SendAsync(HttpMethod.Get, "/api/identity/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "sessions end");
        var back = App.Anonymous(Company);
        await back.SignInAsync(newPhone, TestApp.Password);
        (await back.GetAsync("/inbox")).Ok().Text.ShouldContain("手机号已改");
    }

    [Fact]
    public async Task Import_WithAnotherPhone_ChangesNone_AndAsksOnce()
    {
        var (admin, community) = (await Admin(), NewName());
        var (oldPhone, newPhone) = (NewPhone(), NewPhone());
        await WriteAsync(Row(community, "1705", "周周" + community, oldPhone), Row(community, "1706", "吴吴" + community));
        for (var i = 0; i < 2; i++)
        {
            var waiting = await UploadAsync(admin, $"小区,楼栋,单元,房号,姓名,手机\n{community},7,2,1705,周周{community},{newPhone}\n{community},7,2,1706,吴吴{community},{NewPhone()}\n");
            await App.SettleAsync();
            await (await admin.GetAsync(waiting.Url.AbsolutePath)).SubmitAsync("form[action*='Choose']", new() { ["choice"] = "good" });
            await App.SettleAsync();
            if (i == 0) (await admin.GetAsync(waiting.Url.AbsolutePath)).Ok().Text.ShouldContain("1 个手机号和登记的不同");
        }

        var household = await admin.JsonAsync(HttpMethod.Get, $"/api/registry/households/{await UnitAsync(community, "7-2-1705")}");
        household.GetProperty("people")[0].GetProperty("phone").GetString().ShouldBe($"{oldPhone[..3]}****{oldPhone[^4..]}");
        var change = household.GetProperty("people")[0].GetProperty("newPhone").GetProperty("changeId").GetGuid();
        (await admin.PostAsync($"/api/identity/phone-changes/{change}/approve")).StatusCode.ShouldBe(HttpStatusCode.Conflict, "who imports asks");
        var director = await App.SignInAsync(Company, "director");
        (await director.PostAsync($"/api/identity/phone-changes/{change}/approve")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Person_WithoutAPhone_TakesTheFirstAtOnce()
    {
        var (admin, community) = (await Admin(), NewName());
        await WriteAsync(Row(community, "1707", "郑郑" + community));
        var unit = await UnitAsync(community, "7-2-1707");
        var person = (await admin.JsonAsync(HttpMethod.Get, $"/api/registry/households/{unit}")).GetProperty("people")[0];
        var resident = await NewResidentAsync(person.GetProperty("partyId").GetGuid(), null);
        var phone = NewPhone();
        await admin.JsonAsync(HttpMethod.Put, $"/api/registry/households/{unit}/people/{person.GetProperty("relationId").GetGuid()}", new { name = "郑郑" + community, phone }, HttpStatusCode.NoContent);
        await App.Anonymous(Company).SignInAsync(phone, TestApp.Password);
        (await resident.GetAsync("/account")).Ok();
    }

    private static string NewPhone() => $"1580000{Interlocked.Increment(ref _names):0000}";

    private async Task<TestClient> NewResidentAsync(Guid party, string? phone)
    {
        var name = $"resident-{Interlocked.Increment(ref _names)}x";
        await App.In(Company, s => s.GetRequiredService<IResidentAccounts>().CreateAsync(party, name, "住户", phone, TestApp.Password));
        var client = App.Anonymous(Company);
        await client.SignInAsync(name, TestApp.Password);
        return client;
    }

    [Fact]
    public async Task Card_Rotated_HasAnotherCode()
    {
        var (admin, community) = (await Admin(), NewName());
        await WriteAsync(Row(community, "1703"));
        var unit = await UnitAsync(community, "7-2-1703");
        async Task<string> Code() => (await admin.JsonAsync(HttpMethod.Get, $"/api/registry/households/{unit}")).GetProperty("card").GetProperty("address").GetString()!;
        var before = await Code();
        before.ShouldStartWith("http://standard.localhost:5000/home?card=");
        var page = (await admin.GetAsync($"/households/{unit}")).Ok();
        (await page.SubmitAsync("form[action*='Rotate']", new() { ["reason"] = "lost" })).Ok();
        (await Code()).ShouldNotBe(before);
    }

    [Fact]
    public async Task Card_OfTheResident_IsTheirOwn()
    {
        var resident = await App.SignInAsync(Company, "resident1");
        var page = (await resident.GetAsync("/home/card")).Ok();
        page.Text.ShouldContain("7-2-1502");
        page.Document.QuerySelector(".qrc svg").ShouldNotBeNull();
        (await resident.GetAsync("/households")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Hotline_WithWords_IsRefused()
    {
        var page = (await (await Admin()).GetAsync("/registry")).Ok();
        (await page.SubmitAsync("form[action*='Hotline']", new() { ["hotline"] = "打给我" })).Text.ShouldContain("热线只写数字和横线");
        (await page.SubmitAsync("form[action*='Hotline']", new() { ["hotline"] = "400-800-8000" })).Ok().Document.QuerySelector("#hotline")!.GetAttribute("value").ShouldBe("400-800-8000");
        (await (await App.SignInAsync(Company, "resident1")).GetAsync("/home/card")).Ok().Text.ShouldContain("400-800-8000");
    }

    [Fact]
    public async Task Settings_CreateClusterAndAssign()
    {
        var (admin, community) = (await Admin(), NewName());
        await WriteAsync(Row(community, "1801"), Row(community, "1802"));
        var id = await CommunityAsync(community);
        (await (await admin.GetAsync($"/registry?community={id}&edit=new-cluster")).Ok().SubmitAsync("form[action*='Cluster']", new() { ["name"] = "南组团" })).Ok().Text.ShouldContain("南组团");
        (await (await admin.GetAsync($"/registry?community={id}&edit=new-cluster")).SubmitAsync("form[action*='Cluster']", new() { ["name"] = "南组团" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var clusters = await admin.JsonAsync(HttpMethod.Get, $"/api/registry/clusters?communityId={id}");
        var cluster = clusters[0].GetProperty("id").GetGuid();
        var assigned = await admin.JsonAsync(HttpMethod.Post, $"/api/registry/communities/{id}/assign", new { clusterId = cluster, plates = "7-2-1801" });
        assigned.GetProperty("units").GetInt32().ShouldBe(1);
        (await admin.PostAsync($"/api/registry/communities/{id}/assign", new { clusterId = cluster, plates = "9-9-9999" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await (await admin.GetAsync($"/registry?community={id}&edit=new-place")).SubmitAsync("form[action*='Place']", new() { ["name"] = "东门" })).Ok().Text.ShouldContain("东门");
        (await admin.GetAsync($"/registry?community={id}")).Ok().Text.ShouldContain("1 套房屋，0 户在住");
    }

    [Fact]
    public async Task Household_OfAnotherCompany_IsNotThere()
    {
        var community = NewName();
        await WriteAsync(Row(community, "1901", "王珊", "13800138000"));
        var unit = await UnitAsync(community, "7-2-1901");
        var stranger = await App.SignInAsync("considerate", "admin");
        (await stranger.GetAsync($"/households/{unit}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync($"/api/registry/households/{unit}/people", new { name = "甲", role = 1 })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync($"/api/registry/households/{unit}/card/rotate", new { reason = "lost" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Search_WithinTheButlersClusters_FindsNothingElse()
    {
        var community = NewName();
        await WriteAsync(Row(community, "1902", "王珊", "13800138000"));
        var butler = await App.SignInAsync(Company, "butler1");
        (await butler.GetAsync($"/households?community={await CommunityAsync(community)}")).Ok().Text.ShouldContain("没有符合的住户");
        (await butler.GetAsync($"/households/{await UnitAsync(community, "7-2-1902")}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
