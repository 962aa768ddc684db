using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Shouldly;

namespace PropertyCloud.Testing;

/// <summary>A browser without script: keeps cookies, opens pages, fills forms.</summary>
public sealed class TestClient(TestApp app, HttpClient http)
{
    private string? _token;
    public TestApp App { get; } = app;
    public HttpClient Http { get; } = http;

    public async Task SignInAsync(string user, string password)
    {
        var page = await GetAsync("/sign-in");
        var after = await page.SubmitAsync("form[action*='sign-in'], main form", new() { ["UserName"] = user, ["Password"] = password });
        after.Status.ShouldBe(HttpStatusCode.OK, $"{user} could not sign in: {after.Text}");
        after.Url.AbsolutePath.ShouldNotBe("/sign-in", $"{user} could not sign in: {after.Text}");
    }

    public async Task<TestPage> GetAsync(string url) => await TestPage.ReadAsync(this, await Http.GetAsync(url));

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string url, object? body = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, url);
        if (body is not null) request.Content = JsonContent.Create(body);
        if (method != HttpMethod.Get) request.Headers.Add("RequestVerificationToken", await TokenAsync());
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        if (method != HttpMethod.Get) request.Headers.Add("Origin", Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string url, object? body = null, string? idempotencyKey = null) => SendAsync(HttpMethod.Post, url, body ?? new { }, idempotencyKey);

    /// <summary>The answer's JSON; fails with the answer's text when the status is another.</summary>
    public async Task<JsonElement> JsonAsync(HttpMethod method, string url, object? body = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await SendAsync(method, url, body);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, $"{method} {url}: {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>A valid antiforgery token of this user on this address.</summary>
    public async Task<string> TokenAsync()
    {
        if (_token is not null) return _token;
        var page = await GetAsync("/account");
        return _token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? throw new InvalidOperationException($"No antiforgery token on {page.Url}: {page.Text}");
    }
}

/// <summary>A page as it came back.</summary>
public sealed class TestPage
{
    private readonly TestClient _client;

    private TestPage(TestClient client, HttpStatusCode status, Uri url, string html, IHtmlDocument document)
    {
        _client = client;
        Status = status;
        Url = url;
        Html = html;
        Document = document;
    }

    public HttpStatusCode Status { get; }
    public Uri Url { get; }
    public string Html { get; }
    public IHtmlDocument Document { get; }

    /// <summary>What a person reads, white space folded.</summary>
    public string Text => string.Join(' ', (Document.Body?.TextContent ?? Html).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal static async Task<TestPage> ReadAsync(TestClient client, HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var document = new HtmlParser().ParseDocument(html);
        return new(client, response.StatusCode, response.RequestMessage!.RequestUri!, html, document);
    }

    public TestPage Ok()
    {
        Status.ShouldBe(HttpStatusCode.OK, $"{Url}: {Text}");
        return this;
    }

    /// <summary>Posts the first form that matches, with its own values, hidden ones included, and what is given.</summary>
    public async Task<TestPage> SubmitAsync(string selector, Dictionary<string, string>? fields = null, params (string Name, string FileName, byte[] Content, string Type)[] files)
    {
        var form = Document.QuerySelectorAll(selector).OfType<IHtmlFormElement>().FirstOrDefault()
            ?? throw new InvalidOperationException($"No form '{selector}' on {Url}. Forms: {string.Join(" | ", Document.Forms.Select(f => f.GetAttribute("action") ?? "(self)"))}");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Values(form).Where(v => fields?.ContainsKey(v.Name) != true)) content.Add(new StringContent(value), name);
        foreach (var (name, value) in fields ?? []) content.Add(new StringContent(value), name);
        foreach (var file in files)
        {
            var part = new ByteArrayContent(file.Content);
            part.Headers.ContentType = MediaTypeHeaderValue.Parse(file.Type);
            content.Add(part, file.Name, file.FileName);
        }

        var action = form.GetAttribute("action");
        var target = string.IsNullOrEmpty(action) ? Url : new Uri(Url, action);
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = content };
        request.Headers.Add("Origin", Url.GetLeftPart(UriPartial.Authority));
        return await ReadAsync(_client, await _client.Http.SendAsync(request));
    }

    private static IEnumerable<(string Name, string Value)> Values(IHtmlFormElement form)
    {
        foreach (var element in form.Elements.Where(e => !e.HasAttribute("disabled")))
        {
            switch (element)
            {
                case IHtmlInputElement { Name.Length: > 0, Type: "checkbox" or "radio" } box when box.IsChecked: yield return (box.Name!, box.Value); break;
                case IHtmlInputElement { Name.Length: > 0, Type: not ("checkbox" or "radio" or "file" or "submit" or "button" or "image") } input: yield return (input.Name!, input.Value); break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area: yield return (area.Name!, area.Value); break;
                case IHtmlSelectElement { Name.Length: > 0 } select when select.Value is { } value: yield return (select.Name!, value); break;
            }
        }
    }
}
