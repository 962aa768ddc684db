using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Jobs;
using PropertyCloud.Kernel.Settings;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Kernel.Tests.Web;

public abstract class PipelineTests(TrialHost host)
{
    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage response)
    {
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
    }

    private static async Task ShouldBeAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        response.StatusCode.ShouldBe(status, await response.Content.ReadAsStringAsync());
        (await ProblemAsync(response)).GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task Address_DecidesTheTenant()
    {
        (await host.At("one").GetStringAsync("/api/trial/open")).ShouldBe("2");
        (await host.At("two").GetStringAsync("/api/trial/open")).ShouldBe("3");
    }

    [Fact]
    public async Task Address_OfNobody_IsRefusedClearly()
    {
        await ShouldBeAsync(await host.At("nobody").GetAsync("/api/trial/open"), HttpStatusCode.NotFound, "kernel.unknown-company");
        await ShouldBeAsync(await host.At("deep.one").GetAsync("/api/trial/open"), HttpStatusCode.BadRequest, "kernel.unknown-address");
        var page = await host.At("nobody").GetAsync("/anything");
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await page.Content.ReadAsStringAsync()).ShouldContain("<h1>");
    }

    [Fact]
    public async Task TenantHeader_BesideASubdomain_IsRefused()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/trial/open");
        request.Headers.Add("__tenant", "3");
        await ShouldBeAsync(await host.At("one").SendAsync(request), HttpStatusCode.BadRequest, "kernel.tenant-header-refused");
    }

    [Fact]
    public async Task BlockedCompany_GetsItsOwnCode() =>
        await ShouldBeAsync(await host.At("blocked").GetAsync("/api/trial/open"), HttpStatusCode.Forbidden, "tenants.suspended");

    [Fact]
    public async Task Feature_NotIncluded_IsNotThere()
    {
        var client = await host.SignInAsync("one");
        await ShouldBeAsync(await client.GetAsync("/api/trial-missing/"), HttpStatusCode.NotFound, "kernel.not-found");
        await ShouldBeAsync(await host.At("").GetAsync("/api/trial/open"), HttpStatusCode.NotFound, "kernel.not-found");
    }

    [Fact]
    public async Task NobodySignedIn_IsToldSo_InTheReadersLanguage()
    {
        var response = await host.At("one").GetAsync("/api/trial/who");
        await ShouldBeAsync(response, HttpStatusCode.Unauthorized, "kernel.sign-in-first");
        (await ProblemAsync(response)).GetProperty("title").GetString().ShouldBe("先登录再继续");
        var english = new HttpRequestMessage(HttpMethod.Get, "/api/trial/who");
        english.Headers.AcceptLanguage.ParseAdd("en");
        (await ProblemAsync(await host.At("one").SendAsync(english))).GetProperty("title").GetString().ShouldBe("Sign in first");
    }

    [Fact]
    public async Task Session_OfOneTenant_IsUnreadableAtAnother()
    {
        var cookies = new CookieContainer();
        var one = await host.SignInAsync("one", cookies: cookies);
        (await one.GetStringAsync("/api/trial/who")).ShouldBe("2/李雯");
        var stolen = new CookieContainer();
        foreach (Cookie cookie in cookies.GetCookies(new Uri("http://one.trial.test"))) stolen.Add(new Uri("http://two.trial.test"), new Cookie(cookie.Name, cookie.Value));
        await ShouldBeAsync(await host.At("two", stolen).GetAsync("/api/trial/who"), HttpStatusCode.Unauthorized, "kernel.sign-in-first");
    }

    [Fact]
    public async Task Change_WithoutToken_IsRefused_WithIt_IsDone()
    {
        var cookies = new CookieContainer();
        var client = await host.SignInAsync("one", cookies: cookies);
        (await client.PostAsync("/api/trial/act", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await ShouldBeAsync(await host.At("one", cookies).PostAsync("/api/trial/act", null), HttpStatusCode.BadRequest, "kernel.form-expired");
    }

    [Fact]
    public async Task Token_OfAnotherUser_IsRefused()
    {
        var act = await host.SignInAsync("one");
        var cookies = new CookieContainer();
        await host.SignInAsync("one", "look", cookies);
        var mixed = host.At("one", cookies);
        mixed.DefaultRequestHeaders.Add("RequestVerificationToken", act.DefaultRequestHeaders.GetValues("RequestVerificationToken"));
        (await mixed.PostAsync("/api/trial/act", null)).StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task ForeignOrigin_IsRefused_BeforeAnybodyIsRecognised()
    {
        var client = await host.SignInAsync("one");
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/trial/act");
        request.Headers.Add("Origin", "http://two.trial.test");
        await ShouldBeAsync(await client.SendAsync(request), HttpStatusCode.Forbidden, "kernel.foreign-origin");
    }

    [Fact]
    public async Task MissingPermission_IsForbidden() =>
        await ShouldBeAsync(await (await host.SignInAsync("one", "look")).PostAsync("/api/trial/act", null), HttpStatusCode.Forbidden, "kernel.forbidden");

    [Fact]
    public async Task Failures_HaveCodesAndTellNoSecrets()
    {
        var client = host.At("one");
        var rule = await client.GetAsync("/api/trial/fail/rule");
        await ShouldBeAsync(rule, HttpStatusCode.Conflict, "trial.rule");
        (await ProblemAsync(rule)).GetProperty("errors").GetProperty("text")[0].GetString().ShouldBe("不能超过 8 个字");
        var input = await client.GetAsync("/api/trial/fail/input");
        input.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ProblemAsync(input)).GetProperty("errors").GetProperty("text").GetArrayLength().ShouldBe(2);
        var database = await client.GetAsync("/api/trial/fail/database");
        await ShouldBeAsync(database, HttpStatusCode.ServiceUnavailable, "kernel.database-unavailable");
        database.Headers.RetryAfter.ShouldNotBeNull();
        var unexpected = await client.GetAsync("/api/trial/fail/other");
        await ShouldBeAsync(unexpected, HttpStatusCode.InternalServerError, "kernel.unexpected");
        (await unexpected.Content.ReadAsStringAsync()).ShouldNotContain("password");
        (await ProblemAsync(unexpected)).GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task BrokenBody_IsABadRequest()
    {
        var broken = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
        await ShouldBeAsync(await host.At("one").PostAsync("/api/trial/body", broken), HttpStatusCode.BadRequest, "kernel.bad-request");
        await ShouldBeAsync(await host.At("one").GetAsync("/api/trial/nothing"), HttpStatusCode.NotFound, "kernel.not-found");
    }

    [Fact]
    public async Task EveryAnswer_CarriesTheSecurityHeaders()
    {
        var response = await (await host.SignInAsync("one")).GetAsync("/api/trial/who");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldBe(SecurityHeaders.Policy);
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        SecurityHeaders.Policy.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task Health_AnswersOnAnyAddress() => (await host.At("nobody").GetStringAsync("/health/live")).ShouldBe("ok");

    [Fact]
    public async Task Once_Repeated_GivesTheFirstResult()
    {
        var client = await host.SignInAsync("one");
        async Task<HttpResponseMessage> Post(string key, string text)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/trial/once") { Content = JsonContent.Create(new { text }) };
            request.Headers.Add("Idempotency-Key", key);
            return await client.SendAsync(request);
        }

        var first = await (await Post("k1", "a")).Content.ReadFromJsonAsync<Guid>();
        (await (await Post("k1", "a")).Content.ReadFromJsonAsync<Guid>()).ShouldBe(first);
        (await (await Post("k2", "a")).Content.ReadFromJsonAsync<Guid>()).ShouldNotBe(first);
        await ShouldBeAsync(await Post("k1", "b"), HttpStatusCode.UnprocessableEntity, "kernel.idempotency-reused");

        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await (await Post("k3", "once-together")).Content.ReadFromJsonAsync<Guid>()));
        together.Distinct().Count().ShouldBe(1);
        (await host.In(2, s => s.GetRequiredService<KernelDbContext>().Set<SettingRow>().CountAsync(r => r.TenantId == 2 && r.Name == "once-together"))).ShouldBe(1);
    }

    [Fact]
    public async Task Numbers_OfTwoHosts_AreNeverTheSame()
    {
        var day = new DateOnly(2026, 9, 15);
        var scopes = host.Services.GetRequiredService<IServiceScopeFactory>();
        var tenant = host.Services.GetRequiredService<Kernel.Tenancy.ICurrentTenant>();
        var hosts = new[] { new Numbers(scopes, tenant), new Numbers(scopes, tenant) };
        var numbers = await host.In(2, _ => Task.WhenAll(Enumerable.Range(0, 100).Select(i => hosts[i % 2].NextAsync("BX", day))));
        numbers.Distinct().Count().ShouldBe(100);
        numbers.ShouldAllBe(n => n.StartsWith("BX260915") && n.Length == 12);
        (await host.In(3, _ => hosts[0].NextAsync("BX", day))).ShouldBe("BX2609150001");
    }

    [Fact]
    public async Task Setting_OfACompany_OverridesTheDefault_ForItAlone()
    {
        await host.In(2, async s =>
        {
            var settings = s.GetRequiredService<ISettings>();
            (await settings.GetAsync(TrialModule.Days)).ShouldBe(30);
            await settings.SetAsync(TrialModule.Days, 7);
            (await settings.GetAsync(TrialModule.Days)).ShouldBe(7);
            return 0;
        });
        (await host.In(3, async s => await s.GetRequiredService<ISettings>().GetAsync(TrialModule.Days))).ShouldBe(30);
    }

    [Fact]
    public async Task Photo_IsServedToWhomItsModuleLets_AndToNobodyElse()
    {
        using var bitmap = new SkiaSharp.SKBitmap(40, 40);
        using var data = SkiaSharp.SKImage.FromBitmap(bitmap).Encode(SkiaSharp.SKEncodedImageFormat.Png, 90);
        var client = await host.SignInAsync("one");
        async Task<Guid> Save(Guid subject) => await (await client.PostAsync($"/api/trial/photo?subject={subject}", new ByteArrayContent(data.ToArray()))).Content.ReadFromJsonAsync<Guid>();

        var mine = await Save(TrialFiles.Readable);
        var served = await client.GetAsync($"/files/{mine}");
        served.StatusCode.ShouldBe(HttpStatusCode.OK);
        served.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        served.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        served.Headers.CacheControl!.Private.ShouldBeTrue();
        (await client.GetAsync($"/files/{mine}/thumb")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await host.SignInAsync("two")).GetAsync($"/files/{mine}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var hidden = await Save(new Guid("0199477e-0000-7000-8000-00000000000b"));
        (await client.GetAsync($"/files/{hidden}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Live_TellsTheTopicAndNothingElse()
    {
        var client = await host.SignInAsync("one");
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var response = await client.GetAsync("/live?topics=trial,trial-missing", HttpCompletionOption.ResponseHeadersRead, stop.Token);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(stop.Token));
        (await lines.ReadLineAsync(stop.Token)).ShouldBe(": here");
        await lines.ReadLineAsync(stop.Token);
        var hub = host.Services.GetRequiredService<Kernel.Live.ILookAgain>();
        hub.Announce(3, "trial");
        hub.Announce(2, "trial-missing");
        hub.Announce(2, "trial");
        (await lines.ReadLineAsync(stop.Token)).ShouldBe("event: look-again");
        (await lines.ReadLineAsync(stop.Token)).ShouldBe("data: trial");
        (await (await host.SignInAsync("one", "look")).GetAsync("/live?topics=trial")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    /// <summary>Which rows a limited query gives would depend on the engine: outside production it does not run.</summary>
    [Fact]
    public Task Query_ThatLimitsWithoutAnOrder_IsAnErrorOutsideProduction() => host.In(2, async services =>
    {
        var jobs = services.GetRequiredService<KernelDbContext>().Set<JobDue>().AsNoTracking();
        await Should.ThrowAsync<InvalidOperationException>(() => jobs.Take(1).ToListAsync());
        await Should.ThrowAsync<InvalidOperationException>(() => jobs.FirstOrDefaultAsync());
        (await jobs.OrderBy(j => j.DueAt).Take(1).ToListAsync()).Count.ShouldBeLessThanOrEqualTo(1);
        return 0;
    });

    [Fact]
    public async Task Job_RunsWhereItIsDue_AndIsThenDueLater()
    {
        var jobs = host.Services.GetRequiredService<IJobRunner>();
        (await jobs.RunDueAsync("kernel.cleaning")).ShouldBe(0);
        await host.In(2, s => s.GetRequiredService<KernelDbContext>().Set<JobDue>().Where(j => j.TenantId != 3).ExecuteUpdateAsync(x => x.SetProperty(j => j.DueAt, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc))));
        (await jobs.RunDueAsync("kernel.cleaning")).ShouldBe(2);
        (await jobs.RunDueAsync("kernel.cleaning")).ShouldBe(0);
    }
}

public sealed class PipelineOnSqliteTests(SqliteTrialHost host) : PipelineTests(host), IClassFixture<SqliteTrialHost>;

public sealed class PipelineOnMariaDbTests(MariaDbTrialHost host) : PipelineTests(host), IClassFixture<MariaDbTrialHost>;
