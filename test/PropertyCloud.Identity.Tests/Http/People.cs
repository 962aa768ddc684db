using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Testing;

namespace PropertyCloud.Identity.Tests.Http;

/// <summary>People made for one test, so that tests do not stand in each other's way.</summary>
internal static class People
{
    public const string Password = "Correct-Horse-9";
    private static int _number;

    public static string NewName(string prefix = "person") => $"{prefix}{Interlocked.Increment(ref _number)}x";

    /// <summary>The shared client of a company's administrator; signed in again where the moved clock ended its session.</summary>
    public static async Task<TestClient> AdministratorAsync(this TestApp app, string company = "standard")
    {
        var client = await app.SignInAsync(company, "admin");
        if (!await client.StillInAsync()) await client.SignInAsync("admin", TestApp.Password);
        return client;
    }

    public static object Input(string userName, string role = SeededRoles.Butler, string? department = Departments.CustomerService, string? phone = null, string name = "沈一诺", string? version = null) =>
        new { userName, name, phone, department, title = (string?)null, employeeNumber = (string?)null, portrait = (string?)null, roles = new[] { role }, communityIds = Array.Empty<Guid>(), version };

    public static async Task<Guid> CreateAsync(this TestClient admin, object input)
    {
        var made = await admin.JsonAsync(HttpMethod.Post, "/api/identity/staff", input, HttpStatusCode.Created);
        return made.GetProperty("id").GetGuid();
    }

    public static async Task<Uri> LinkAsync(this TestClient admin, Guid id)
    {
        var issued = await admin.JsonAsync(HttpMethod.Post, $"/api/identity/staff/{id}/link");
        return new Uri(issued.GetProperty("address").GetString()!);
    }

    /// <summary>A new staff member who came in by their link and has <see cref="Password"/>.</summary>
    public static async Task<(Guid Id, string UserName, TestClient Client)> NewStaffAsync(this TestClient admin, string company, string role = SeededRoles.Butler)
    {
        var userName = NewName();
        var id = await admin.CreateAsync(Input(userName, role));
        var link = await admin.LinkAsync(id);
        var client = admin.App.Anonymous(company);
        var page = (await client.GetAsync(link.AbsolutePath)).Ok();
        (await page.SubmitAsync("main form", new() { ["newPassword"] = Password, ["repeat"] = Password })).Ok();
        return (id, userName, client);
    }

    public static Task<TestPage> TryAsync(this TestClient client, string user, string password) => client.TryAsync("/sign-in", user, password);

    public static async Task<TestPage> TryAsync(this TestClient client, string url, string user, string password) =>
        await (await client.GetAsync(url)).SubmitAsync("main form", new() { ["UserName"] = user, ["Password"] = password });

    public static bool IsSignedIn(this TestPage page) => page.Status == HttpStatusCode.OK && page.Url.AbsolutePath != "/sign-in";

    public static async Task<bool> StillInAsync(this TestClient client)
    {
        using var response = await client.SendAsync(HttpMethod.Get, "/api/identity/me");
        return response.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>The scope acts for its company's administrator.</summary>
    public static async Task BecomeAdministratorAsync(IServiceProvider services)
    {
        var staff = await services.GetRequiredService<IStaffLookup>().ListAsync(SeededRoles.CompanyAdministrator);
        var access = await services.GetRequiredService<IUserAccessSource>().FindAsync(staff[0].UserId, default);
        services.GetRequiredService<CurrentUser>().Become(access);
    }

    public static async Task<string> CodeAsync(this HttpResponseMessage response) =>
        JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()).GetProperty("code").GetString()!;
}
