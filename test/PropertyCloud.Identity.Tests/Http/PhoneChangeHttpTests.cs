using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.PhoneChanges;
using PropertyCloud.Kernel.Auditing;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Testing;

namespace PropertyCloud.Identity.Tests.Http;

/// <summary>Phones of staff over HTTP: nobody changes one alone (ruling 35).</summary>
public abstract class PhoneChangeHttpTests(IdentityApp fixture)
{
    private const string Company = "standard";
    private static int _phones;
    private TestApp App => fixture.App;

    private static string NewPhone() => $"1590000{Interlocked.Increment(ref _phones):0000}";

    [Fact]
    public async Task Edit_WithAnotherPhone_WaitsForASecondPerson_ThenCounts()
    {
        var (admin, person, oldPhone) = await NewPersonAsync();
        var newPhone = NewPhone();
        var change = await AskAsync(admin, person, newPhone);
        (await App.Anonymous(Company).TryAsync(oldPhone, People.Password)).IsSignedIn().ShouldBeTrue();
        (await App.Anonymous(Company).TryAsync(newPhone, People.Password)).IsSignedIn().ShouldBeFalse();

        using var own = await admin.PostAsync(Url(change, "approve"));
        (own.StatusCode, await own.CodeAsync()).ShouldBe((HttpStatusCode.Conflict, "identity.own-request"));
        using var second = await (await SecondAsync()).PostAsync(Url(change, "approve"));
        second.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await person.Client.StillInAsync()).ShouldBeFalse("a changed phone ends sessions");
        (await App.Anonymous(Company).TryAsync(newPhone, People.Password)).IsSignedIn().ShouldBeTrue();
        (await App.Anonymous(Company).TryAsync(oldPhone, People.Password)).IsSignedIn().ShouldBeFalse();
        (await AuditedAsync(change)).ShouldBe(["identity.phone-change-approved", "identity.phone-change-asked"]);
    }

    [Fact]
    public async Task Asked_TellsTheOldNumbersOwner_AndWhoMayAgree_ThenWhoAsked()
    {
        var (admin, person, _) = await NewPersonAsync();
        var change = await AskAsync(admin, person, NewPhone());
        await App.SettleAsync();
        (await person.Client.GetAsync("/inbox")).Ok().Text.ShouldContain("提出要改这个账号的手机号");
        var director = await SecondAsync();
        (await director.GetAsync("/inbox?unread=true")).Ok().Text.ShouldContain("提出改手机号，等你核对");
        using (await director.PostAsync(Url(change, "approve"))) { }
        await App.SettleAsync();
        var back = App.Anonymous(Company);
        await back.SignInAsync(person.UserName, People.Password);
        (await back.GetAsync("/inbox")).Ok().Text.ShouldContain("手机号已改，其他设备已退出登录");
        (await admin.GetAsync("/inbox")).Ok().Text.ShouldContain("同意了你提出的改号");
    }

    [Fact]
    public async Task Approve_ByWhoHasNoRightTo_IsNotThere()
    {
        var (admin, person, _) = await NewPersonAsync();
        var change = await AskAsync(admin, person, NewPhone());
        foreach (var user in new[] { "frontdesk", "butler1", "resident1" })
        {
            var client = await FreshAsync(Company, user);
            foreach (var act in new[] { "approve", "refuse", "withdraw", "reveal" })
                (await client.PostAsync(Url(change, act), new { reason = "不行" })).StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{user} {act}");
            (await client.GetAsync($"/phone-changes/{change}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await (await FreshAsync("considerate", "director")).PostAsync(Url(change, "approve"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TheOwner_AgreesByPassword_AndStaysSignedIn_ElsewhereNot()
    {
        var (admin, person, _) = await NewPersonAsync();
        var elsewhere = App.Anonymous(Company);
        await elsewhere.SignInAsync(person.UserName, People.Password);
        await AskAsync(admin, person, NewPhone());
        var account = (await person.Client.GetAsync("/account")).Ok();
        account.Text.ShouldContain("是本人要改的吗");
        (await account.SubmitAsync("form[action*='PhoneApprove']", new() { ["current"] = "Wrong-Horse-9" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await account.SubmitAsync("form[action*='PhoneApprove']", new() { ["current"] = People.Password })).Ok().Text.ShouldContain("手机号已改");
        (await person.Client.StillInAsync()).ShouldBeTrue();
        (await elsewhere.StillInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task TheOwner_RefusesWithOneButton()
    {
        var (admin, person, oldPhone) = await NewPersonAsync();
        var change = await AskAsync(admin, person, NewPhone());
        (await (await person.Client.GetAsync("/account")).SubmitAsync("form[action*='PhoneRefuse']")).Ok().Text.ShouldContain("手机号不变");
        (await App.Anonymous(Company).TryAsync(oldPhone, People.Password)).IsSignedIn().ShouldBeTrue();
        (await admin.GetAsync($"/phone-changes/{change}")).Ok().Text.ShouldContain("本人说不是自己要改");
    }

    [Fact]
    public async Task OneselfAsking_NeedsThePassword_AndASecondPerson()
    {
        var (_, person, _) = await NewPersonAsync();
        var newPhone = NewPhone();
        using (var wrong = await person.Client.PostAsync("/api/identity/me/phone", new { phone = newPhone, current = "Wrong-Horse-9" }))
            (wrong.StatusCode, await wrong.CodeAsync()).ShouldBe((HttpStatusCode.UnprocessableEntity, "identity.wrong-password"));
        var change = (await person.Client.JsonAsync(HttpMethod.Post, "/api/identity/me/phone", new { phone = newPhone, current = People.Password }, HttpStatusCode.Accepted)).GetProperty("phoneChangeId").GetGuid();
        using (var own = await person.Client.PostAsync(Url(change, "approve"), new { current = People.Password }))
            (own.StatusCode, await own.CodeAsync()).ShouldBe((HttpStatusCode.Conflict, "identity.own-request"));
        (await person.Client.GetAsync("/account")).Ok().Text.ShouldContain("等另一个人核对");
        using var second = await (await SecondAsync()).PostAsync(Url(change, "approve"));
        second.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await App.Anonymous(Company).TryAsync(newPhone, People.Password)).IsSignedIn().ShouldBeTrue();
    }

    [Fact]
    public async Task Refuse_NeedsAReason_ThatWhoAskedReads()
    {
        var (admin, person, _) = await NewPersonAsync();
        var change = await AskAsync(admin, person, NewPhone());
        var director = await SecondAsync();
        var page = (await director.GetAsync($"/phone-changes/{change}")).Ok();
        page.Text.ShouldContain("等你核对");
        (await page.SubmitAsync("form[action*='Refuse']", new() { ["reason"] = " " })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await page.SubmitAsync("form[action*='Refuse']", new() { ["reason"] = "打电话问过，没有要改" })).Ok();
        var shown = (await admin.GetAsync($"/phone-changes/{change}")).Ok();
        shown.Text.ShouldContain("打电话问过，没有要改");
        shown.Document.QuerySelector("form[action*='Approve']").ShouldBeNull();
        (await admin.GetAsync("/phone-changes?closed=true")).Ok().Text.ShouldContain("没有同意");
    }

    [Fact]
    public async Task TheAsker_SeesThatItWaits_AndWithdraws()
    {
        var (admin, person, _) = await NewPersonAsync();
        var form = (await admin.GetAsync($"/staff/{person.Id}")).Ok();
        var saved = (await form.SubmitAsync($"form[action='/staff/{person.Id}']", new() { ["phone"] = NewPhone() })).Ok();
        saved.Text.ShouldContain("新手机号等另一个人核对");
        var link = saved.Document.QuerySelector("a[href^='/phone-changes/']")!.GetAttribute("href")!;
        var waiting = (await admin.GetAsync(link)).Ok();
        waiting.Text.ShouldContain("等另一个人核对");
        (await waiting.SubmitAsync("form[action*='Withdraw']")).Ok().Text.ShouldContain("已撤回");
        (await admin.GetAsync($"/staff/{person.Id}")).Ok().Document.QuerySelector("a[href^='/phone-changes/']").ShouldBeNull();
    }

    [Fact]
    public async Task AskingAgain_WithdrawsWhatWaited_AndTheSameNumberDoesNothing()
    {
        var (admin, person, _) = await NewPersonAsync();
        var (first, second) = (NewPhone(), NewPhone());
        var one = await AskAsync(admin, person, first);
        (await AskAsync(admin, person, first)).ShouldBe(one);
        var two = await AskAsync(admin, person, second);
        two.ShouldNotBe(one);
        using var late = await (await SecondAsync()).PostAsync(Url(one, "approve"));
        (late.StatusCode, await late.CodeAsync()).ShouldBe((HttpStatusCode.Conflict, "identity.phone-change-closed"));
    }

    [Fact]
    public async Task ANumberTakenMeanwhile_IsRefused()
    {
        var (admin, person, _) = await NewPersonAsync();
        var newPhone = NewPhone();
        var change = await AskAsync(admin, person, newPhone);
        await admin.CreateAsync(People.Input(People.NewName(), phone: newPhone));
        using var late = await (await SecondAsync()).PostAsync(Url(change, "approve"));
        (late.StatusCode, await late.CodeAsync()).ShouldBe((HttpStatusCode.Conflict, "identity.phone-taken"));
    }

    [Fact]
    public async Task Removing_APhone_WaitsToo_AndAFirstOneDoesNot()
    {
        var (admin, person, _) = await NewPersonAsync();
        var change = await AskAsync(admin, person, null);
        using (await (await SecondAsync()).PostAsync(Url(change, "approve"))) { }
        var version = (await admin.JsonAsync(HttpMethod.Get, $"/api/identity/staff/{person.Id}")).GetProperty("version").GetString();
        var phone = NewPhone();
        await admin.JsonAsync(HttpMethod.Put, $"/api/identity/staff/{person.Id}", People.Input(person.UserName, phone: phone, version: version), HttpStatusCode.NoContent);
        (await App.Anonymous(Company).TryAsync(phone, People.Password)).IsSignedIn().ShouldBeTrue();
    }

    [Fact]
    public async Task List_IsMasked_AndRevealingIsAudited()
    {
        var (admin, person, oldPhone) = await NewPersonAsync();
        var newPhone = NewPhone();
        var change = await AskAsync(admin, person, newPhone);
        var director = await SecondAsync();
        foreach (var url in new[] { "/phone-changes", $"/phone-changes/{change}" })
        {
            var page = (await director.GetAsync(url)).Ok();
            page.Html.ShouldNotContain(oldPhone, customMessage: url);
            page.Html.ShouldNotContain(newPhone, customMessage: url);
        }

        var revealed = await (await director.GetAsync($"/phone-changes/{change}")).SubmitAsync("form[action*='Reveal']");
        revealed.Ok().Text.ShouldContain(newPhone);
        revealed.Text.ShouldContain(oldPhone);
        (await AuditedAsync(change)).ShouldContain("identity.phone-change-revealed");
        (await admin.PostAsync(Url(change, "reveal"))).StatusCode.ShouldBe(HttpStatusCode.OK, "an administrator may decide others' requests, so may look");
    }

    [Fact]
    public async Task ApproveChosen_LeavesOutOnesOwn()
    {
        var (admin, one, _) = await NewPersonAsync();
        var (_, two, _) = await NewPersonAsync();
        var ids = new[] { await AskAsync(admin, one, NewPhone()), await AskAsync(admin, two, NewPhone()) };
        (await admin.JsonAsync(HttpMethod.Post, "/api/identity/phone-changes/approve", new { ids })).GetProperty("approved").GetInt32().ShouldBe(0);
        (await (await SecondAsync()).JsonAsync(HttpMethod.Post, "/api/identity/phone-changes/approve", new { ids })).GetProperty("approved").GetInt32().ShouldBe(2);
        (await (await FreshAsync(Company, "frontdesk")).PostAsync("/api/identity/phone-changes/approve", new { ids })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task TwoAtOnce_WaitingForOnePhone_TheDatabaseRefuses()
    {
        var (_, person, oldPhone) = await NewPersonAsync();
        var lost = await Should.ThrowAsync<DbUpdateException>(() => App.In(Company, async services =>
        {
            var db = services.GetRequiredService<IdentityDbContext>();
            db.Add(PhoneChange.Ask(App.Clock, PhoneOwner.Staff(person.Id), oldPhone, NewPhone(), null));
            db.Add(PhoneChange.Ask(App.Clock, PhoneOwner.Staff(person.Id), oldPhone, NewPhone(), null));
            await db.SaveChangesAsync();
        }));
        Kernel.Data.DbErrors.IsDuplicateKey(lost).ShouldBeTrue();
    }

    private static string Url(Guid change, string act) => $"/api/identity/phone-changes/{change}/{act}";

    private Task<string[]> AuditedAsync(Guid change) => App.In(Company, async services =>
        (await services.GetRequiredService<IdentityDbContext>().Set<AuditEntry>().Where(e => e.Subject == change).Select(e => e.Action).ToListAsync()).Order().ToArray());

    private async Task<(TestClient Admin, (Guid Id, string UserName, TestClient Client) Person, string Phone)> NewPersonAsync()
    {
        var admin = await App.AdministratorAsync(Company);
        var person = await admin.NewStaffAsync(Company);
        var phone = NewPhone();
        var version = (await admin.JsonAsync(HttpMethod.Get, $"/api/identity/staff/{person.Id}")).GetProperty("version").GetString();
        await admin.JsonAsync(HttpMethod.Put, $"/api/identity/staff/{person.Id}", People.Input(person.UserName, phone: phone, version: version), HttpStatusCode.NoContent);
        return (admin, person, phone);
    }

    private static async Task<Guid> AskAsync(TestClient admin, (Guid Id, string UserName, TestClient Client) person, string? phone)
    {
        var answer = await admin.JsonAsync(HttpMethod.Put, $"/api/identity/staff/{person.Id}", People.Input(person.UserName, phone: phone), HttpStatusCode.Accepted);
        return answer.GetProperty("phoneChangeId").GetGuid();
    }

    private Task<TestClient> SecondAsync() => FreshAsync(Company, "director");

    private async Task<TestClient> FreshAsync(string company, string user)
    {
        var client = App.Anonymous(company);
        await client.SignInAsync(user, TestApp.Password);
        return client;
    }
}

public sealed class PhoneChangeOnSqliteTests(SqliteIdentityApp app) : PhoneChangeHttpTests(app), IClassFixture<SqliteIdentityApp>;

public sealed class PhoneChangeOnMariaDbTests(MariaDbIdentityApp app) : PhoneChangeHttpTests(app), IClassFixture<MariaDbIdentityApp>;
