using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Kernel.Tests.Web;

public sealed class SmallAssetsTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("pc-assets");
    private readonly SmallAssets _assets;
    private bool _passedOn;

    public SmallAssetsTests()
    {
        File.WriteAllText(Path.Combine(_root.FullName, "pc.css"), Css("14px"));
        File.WriteAllBytes(Path.Combine(_root.FullName, "photo.png"), new byte[100]);
        File.WriteAllText(Path.Combine(_root.FullName, "big.js"), new string('a', (int)SmallAssets.Longest + 1));
        _assets = new(_ =>
        {
            _passedOn = true;
            return Task.CompletedTask;
        }, new Root(new PhysicalFileProvider(_root.FullName)));
    }

    private static string Css(string size) => string.Concat(Enumerable.Range(0, 400).Select(i => $".c{i}{{font-size:{size}}}"));

    private async Task<HttpResponse> GetAsync(string path, string? accepts, string query = "?v=1", string method = "GET")
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Path = path;
        context.Request.QueryString = new(query);
        if (accepts is not null) context.Request.Headers.AcceptEncoding = accepts;
        context.Response.Body = new MemoryStream();
        _passedOn = false;
        await _assets.InvokeAsync(context);
        context.Response.Body.Position = 0;
        return context.Response;
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    public async Task Style_IsSmall_AndUnpacksToTheSame(string accepts, string encoding)
    {
        var answer = await GetAsync("/pc.css", accepts);
        answer.Headers.ContentEncoding.ToString().ShouldBe(encoding);
        answer.Headers.Vary.ToString().ShouldBe("Accept-Encoding");
        answer.Headers.CacheControl.ToString().ShouldContain("immutable");
        answer.ContentType.ShouldBe("text/css");
        answer.ContentLength.ShouldBe(answer.Body.Length);
        answer.Body.Length.ShouldBeLessThan(Css("14px").Length / 4);
        await using Stream unpacked = encoding == "br" ? new BrotliStream(answer.Body, CompressionMode.Decompress) : new GZipStream(answer.Body, CompressionMode.Decompress);
        (await new StreamReader(unpacked, Encoding.UTF8).ReadToEndAsync()).ShouldBe(Css("14px"));
    }

    [Fact]
    public async Task Style_Changed_IsMadeAnew()
    {
        await GetAsync("/pc.css", "br");
        await File.WriteAllTextAsync(Path.Combine(_root.FullName, "pc.css"), Css("15.5px"));
        await using var unpacked = new BrotliStream((await GetAsync("/pc.css", "br")).Body, CompressionMode.Decompress);
        (await new StreamReader(unpacked).ReadToEndAsync()).ShouldContain("15.5px");
    }

    [Theory]
    [InlineData("/pc.css", null, "?v=1", "GET")]
    [InlineData("/pc.css", "identity", "?v=1", "GET")]
    [InlineData("/pc.css", "br", "", "GET")]
    [InlineData("/pc.css", "br", "?v=1", "POST")]
    [InlineData("/photo.png", "br", "?v=1", "GET")]
    [InlineData("/big.js", "br", "?v=1", "GET")]
    [InlineData("/not-there.css", "br", "?v=1", "GET")]
    [InlineData("/../pc.css", "br", "?v=1", "GET")]
    public async Task WhatIsNoConcernOfIt_IsPassedOn(string path, string? accepts, string query, string method)
    {
        var answer = await GetAsync(path, accepts, query, method);
        _passedOn.ShouldBeTrue();
        answer.Body.Length.ShouldBe(0);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private sealed class Root(IFileProvider files) : IWebHostEnvironment
    {
        public string WebRootPath { get; set; } = "";
        public IFileProvider WebRootFileProvider { get; set; } = files;
        public string ApplicationName { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = files;
        public string ContentRootPath { get; set; } = "";
        public string EnvironmentName { get; set; } = "";
    }
}
