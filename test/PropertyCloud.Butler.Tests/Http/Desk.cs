using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.Requests;
using PropertyCloud.Testing;

namespace PropertyCloud.Butler.Tests.Http;

/// <summary>What the tests over HTTP do again and again.</summary>
internal static class Desk
{
    /// <summary>Signed in anew: tests move the clock further than a session lasts.</summary>
    public static async Task<TestClient> FreshAsync(this TestApp app, string company, string user)
    {
        var client = app.Anonymous(company);
        await client.SignInAsync(user, TestApp.Password);
        return client;
    }

    /// <summary>The resident asks by the page; gives the request's id.</summary>
    public static async Task<Guid> AskAsync(this TestApp app, string company, string kind, string text, string resident = "resident1")
    {
        var client = await app.FreshAsync(company, resident);
        var form = (await client.GetAsync($"/home/ask/{kind}")).Ok();
        var after = await form.SubmitAsync("main form[enctype]", new() { ["Description"] = text });
        after.Ok();
        after.Url.AbsolutePath.ShouldStartWith("/home/requests/", Case.Insensitive, after.Text);
        return Guid.Parse(after.Url.AbsolutePath.Split('/')[3]);
    }

    public static Task<Request> FindAsync(this TestApp app, string company, Guid id) => app.In(company, services =>
        services.GetRequiredService<ButlerDbContext>().Requests.Include(r => r.Orders).AsNoTracking().FirstAsync(r => r.Id == id));

    /// <summary>The one who is responsible, signed in: the demonstration's butlers are butler1 and so on.</summary>
    public static async Task<TestClient> ButlerOfAsync(this TestApp app, string company, Guid id) => (await app.HolderOfAsync(company, id)).Client;

    public static async Task<(TestClient Client, string User)> HolderOfAsync(this TestApp app, string company, Guid id)
    {
        var responsible = (await app.FindAsync(company, id)).ResponsibleId ?? throw new InvalidOperationException($"Nobody is responsible for {id}.");
        var name = await app.In(company, async services => (await services.GetRequiredService<Identity.Contracts.IStaffLookup>().GetAsync([responsible]))[responsible].Name);
        for (var n = 1; n <= 12; n++)
        {
            TestClient client;
            try { client = await app.FreshAsync(company, $"butler{n}"); } catch (ShouldAssertException) { break; }
            // The backup sees it as well: the responsible one is asked for by name.
            if ((await client.GetAsync("/account")).Text.Contains(name, StringComparison.Ordinal)) return (client, $"butler{n}");
        }

        throw new InvalidOperationException($"Nobody of the butlers is {name}.");
    }

    public static async Task<JsonElement> DoAsync(this TestClient client, Guid id, string act, object? body = null) =>
        await client.JsonAsync(HttpMethod.Post, $"/api/butler/requests/{id}/{act}", body ?? new { });

    /// <summary>A refusal with its stable code.</summary>
    public static async Task RefusedAsync(this TestClient client, HttpMethod method, string url, object? body, HttpStatusCode status, string code)
    {
        using var answer = await client.SendAsync(method, url, body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, $"{method} {url}: {text}");
        JsonSerializer.Deserialize<JsonElement>(text).GetProperty("code").GetString().ShouldBe(code, $"{method} {url}");
    }
}
