using System.Data.Common;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Testing;

namespace PropertyCloud.Isolation.Tests;

/// <summary>A first walk: every endpoint and page that takes an id is asked by its owner's people and by a stranger of the same role in
/// another company. It finds endpoints, tables and ids in the running host; none is listed by hand.</summary>
public abstract class IsolationWalkTests(PluginAppFixture fixture)
{
    private const string Owner = "standard";
    private const string Stranger = "considerate";
    private static readonly string[] Users = ["supervisor", "admin", "resident1", "eng1"];
    private TestApp App => fixture.App;

    [Fact]
    public async Task EveryGetWithAnId_AnswersItsOwner_AndNobodyElse()
    {
        await ActAsync(Owner);
        await ActAsync(Stranger);
        var ids = await IdsAsync(await TenantAsync(Owner));
        ids.Count.ShouldBeGreaterThan(20);
        var reached = await ReachAsync(ids);
        reached.Count.ShouldBeGreaterThan(10, "routes with an id that their owner reaches");
        (await LeaksAsync(reached, Stranger)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Control_TheOwnerAsStranger_IsFound()
    {
        await ActAsync(Owner);
        var reached = await ReachAsync(await IdsAsync(await TenantAsync(Owner)));
        (await LeaksAsync(reached, Owner)).Count.ShouldBe(reached.Count);
    }

    [Fact]
    public async Task EveryChangeWithAForeignId_IsRefused_AndChangesNothing()
    {
        await ActAsync(Owner);
        var tenant = await TenantAsync(Owner);
        var ids = await IdsAsync(tenant);
        var before = await ChecksumAsync(tenant);
        var complaints = new List<string>();
        var walked = 0;
        foreach (var endpoint in WithId("POST", "PUT", "DELETE", "PATCH"))
        {
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
            walked++;
            foreach (var user in Users)
            {
                var client = await App.SignInAsync(Stranger, user);
                foreach (var id in ids.Take(12))
                {
                    using var answer = await client.SendAsync(new HttpMethod(method), Fill(endpoint, id), new { reason = "x", text = "x", note = "x" });
                    if ((int)answer.StatusCode < 400) complaints.Add($"{method} {endpoint.RoutePattern.RawText} as {user}: {(int)answer.StatusCode}");
                    if ((int)answer.StatusCode >= 500) complaints.Add($"{method} {endpoint.RoutePattern.RawText} as {user}: {(int)answer.StatusCode}");
                }
            }
        }

        walked.ShouldBeGreaterThan(20);
        complaints.Distinct().ShouldBeEmpty();
        (await ChecksumAsync(tenant)).ShouldBe(before);
    }

    [Fact]
    public async Task ACookieOfOneCompany_OnAnothersAddress_LeadsToSignIn()
    {
        var mine = await App.SignInAsync(Owner, "supervisor");
        using var own = await mine.Http.GetAsync("/board");
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        // The same jar of cookies, sent to the other company's address.
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{TestApp.Address(Stranger)}/board");
        request.Headers.Add("Cookie", await CookiesAsync(Owner));
        using var answer = await App.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false }).SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldContain("/sign-in");
        using var back = new HttpRequestMessage(HttpMethod.Get, $"{TestApp.Address(Owner)}/board");
        back.Headers.Add("Cookie", await CookiesAsync(Owner));
        using var home = await App.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false }).SendAsync(back);
        home.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Signs in by hand and keeps what a browser would send.</summary>
    private async Task<string> CookiesAsync(string company)
    {
        using var http = App.CreateClient(new() { BaseAddress = new Uri(TestApp.Address(company)), AllowAutoRedirect = false, HandleCookies = false });
        using var page = await http.GetAsync("/sign-in");
        var first = Cookies(page);
        var token = System.Text.RegularExpressions.Regex.Match(await page.Content.ReadAsStringAsync(), "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)").Groups[1].Value;
        using var post = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["UserName"] = "supervisor", ["Password"] = TestApp.Password, ["__RequestVerificationToken"] = token }) };
        post.Headers.Add("Cookie", first);
        post.Headers.Add("Origin", TestApp.Address(company));
        using var signedIn = await http.SendAsync(post);
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return $"{first}; {Cookies(signedIn)}";
    }

    private static string Cookies(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(c => c.Split(';')[0])) : "";

    private async Task ActAsync(string company)
    {
        var resident = await App.SignInAsync(company, "resident1");
        var unit = (await resident.GetAsync("/home/ask/repair")).Ok().Document.QuerySelector("input[name=unit]")!.GetAttribute("value");
        var made = await resident.JsonAsync(HttpMethod.Post, "/api/butler/requests/mine", new { kind = "repair", description = "水龙头关不紧", unitId = unit, channel = 1, isEmergency = false }, HttpStatusCode.Created);
        var id = made.GetProperty("id").GetString();
        var desk = await App.SignInAsync(company, "supervisor");
        await desk.JsonAsync(HttpMethod.Post, $"/api/butler/requests/{id}/accept", new { });
        await desk.JsonAsync(HttpMethod.Post, $"/api/butler/requests/{id}/dispatch", new { targets = new[] { new { department = "engineering" } } });
        var last = App.Now.AddMonths(-1);
        using var month = await (await App.SignInAsync(company, "butler1")).PostAsync("/api/butler/hand-overs", new { last.Year, last.Month });
        month.StatusCode.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.Conflict);
        await App.SettleAsync();
    }

    private IEnumerable<RouteEndpoint> WithId(params string[] methods) => App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.Parameters.Any(p => p.ParameterPolicies.Any(c => c.Content == "guid")))
        .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is { } m ? m.HttpMethods.Any(methods.Contains) : methods.Contains("GET"))
        .DistinctBy(e => $"{e.RoutePattern.RawText} {string.Join(',', e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])}");

    private static string Fill(RouteEndpoint endpoint, Guid id) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments
        .Select(s => string.Concat(s.Parts.Select(p => p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : id.ToString()))));

    /// <summary>For each route the first address that answers one of the owner's people.</summary>
    private async Task<List<(string Url, string User)>> ReachAsync(IReadOnlyList<Guid> ids)
    {
        var reached = new List<(string, string)>();
        foreach (var endpoint in WithId("GET"))
            if (await FirstAsync(endpoint, ids) is { } found) reached.Add(found);
        return reached;
    }

    private async Task<(string, string)?> FirstAsync(RouteEndpoint endpoint, IReadOnlyList<Guid> ids)
    {
        foreach (var user in Users)
        {
            var client = await App.SignInAsync(Owner, user);
            foreach (var id in ids)
            {
                using var answer = await client.Http.GetAsync(Fill(endpoint, id));
                if (answer.StatusCode == HttpStatusCode.Forbidden) break;
                if (answer.IsSuccessStatusCode) return (Fill(endpoint, id), user);
            }
        }

        return null;
    }

    private async Task<List<string>> LeaksAsync(IEnumerable<(string Url, string User)> reached, string company)
    {
        var leaks = new List<string>();
        foreach (var (url, user) in reached)
        {
            var client = await App.SignInAsync(company, user);
            using var answer = await client.Http.GetAsync(url);
            if (answer.StatusCode != HttpStatusCode.NotFound) leaks.Add($"{url} as {user}: {(int)answer.StatusCode}");
        }

        return leaks;
    }

    private async Task<int> TenantAsync(string company) => (await App.Services.GetRequiredService<ITenantStore>().FindByNameAsync(company))!.Id;

    private DbConnection Connect()
    {
        var text = App.Services.GetRequiredService<IConfiguration>().GetConnectionString("Main");
        return App.Engine == Engine.Sqlite
            ? new Microsoft.Data.Sqlite.SqliteConnection(text)
            : new MySqlConnector.MySqlConnection(text + ";GuidFormat=Binary16");
    }

    /// <summary>The live schema's tables with a tenant and an id.</summary>
    private async Task<List<string>> TablesAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = App.Engine == Engine.Sqlite
            ? "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name IN ('TenantId', 'Id') WHERE m.type = 'table' GROUP BY m.name HAVING COUNT(*) = 2 ORDER BY m.name"
            : "SELECT table_name FROM information_schema.columns WHERE table_schema = DATABASE() AND column_name IN ('TenantId', 'Id') GROUP BY table_name HAVING COUNT(*) = 2 ORDER BY table_name";
        var tables = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        return [.. tables.Where(t => !t.StartsWith("kernel_", StringComparison.Ordinal))];
    }

    private async Task<IReadOnlyList<Guid>> IdsAsync(int tenant)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        var ids = new List<Guid>();
        foreach (var table in await TablesAsync(connection))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT Id FROM {table} WHERE TenantId = {tenant} ORDER BY Id DESC LIMIT 2";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                if (reader.GetValue(0) is var value && (value is Guid || value is byte[] { Length: 16 })) ids.Add(value as Guid? ?? new Guid((byte[])value, true));
        }

        return ids;
    }

    private async Task<string> ChecksumAsync(int tenant)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in await TablesAsync(connection))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} WHERE TenantId = {tenant} ORDER BY Id";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var i = 0; i < reader.FieldCount; i++)
                    hash.AppendData(reader.GetValue(i) is byte[] bytes ? bytes : System.Text.Encoding.UTF8.GetBytes(Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture) + "|"));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}

public sealed class IsolationWalkOnSqliteTests(SqlitePluginApp app) : IsolationWalkTests(app), IClassFixture<SqlitePluginApp>;

public sealed class IsolationWalkOnMariaDbTests(MariaDbPluginApp app) : IsolationWalkTests(app), IClassFixture<MariaDbPluginApp>;
