using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace PropertyCloud.Kernel.Web;

/// <summary>Style, script and icons as small as they can be made: each file is compressed once, thoroughly, and kept. What is made
/// anew for every answer can only be compressed in haste, and a phone's first page would carry half as much again. Only addresses
/// that carry a version are served here.</summary>
internal sealed class SmallAssets(RequestDelegate next, IWebHostEnvironment host)
{
    /// <summary>Larger files are not kept in memory.</summary>
    public const long Longest = 512 * 1024;

    private static readonly FileExtensionContentTypeProvider Types = new();
    private readonly ConcurrentDictionary<(string Path, string Encoding), Made> _made = new();

    private sealed record Made(DateTimeOffset At, long Length, byte[] Bytes);

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || !request.Query.ContainsKey("v") || TypeOf(request.Path) is not { } type || EncodingFor(request) is not { } encoding
            || host.WebRootFileProvider.GetFileInfo(request.Path.Value!) is not { Exists: true, IsDirectory: false, Length: <= Longest } file)
        {
            await next(context);
            return;
        }

        var made = await MadeAsync(request.Path.Value!, encoding, file, context.RequestAborted);
        context.Response.ContentType = type;
        context.Response.ContentLength = made.Bytes.Length;
        context.Response.Headers.ContentEncoding = encoding;
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        Pipeline.CacheForever(context.Response);
        await context.Response.Body.WriteAsync(made.Bytes, context.RequestAborted);
    }

    private static string? TypeOf(PathString path) => path.Value is { } value && Path.GetExtension(value) is ".css" or ".js" or ".svg" && Types.TryGetContentType(path.Value, out var type) ? type : null;

    private static string? EncodingFor(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is not 0).Select(e => e.Value.Value).ToList();
        return accepted.Contains("br", StringComparer.OrdinalIgnoreCase) ? "br" : accepted.Contains("gzip", StringComparer.OrdinalIgnoreCase) ? "gzip" : null;
    }

    /// <summary>Two requests at once may both make it; one is kept. A file that was changed is made anew.</summary>
    private async Task<Made> MadeAsync(string path, string encoding, IFileInfo file, CancellationToken cancellation)
    {
        if (_made.TryGetValue((path, encoding), out var known) && known.At == file.LastModified && known.Length == file.Length) return known;
        using var bytes = new MemoryStream();
        await using (Stream packed = encoding == "br" ? new BrotliStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true) : new GZipStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
        await using (var content = file.CreateReadStream())
            await content.CopyToAsync(packed, cancellation);
        return _made[(path, encoding)] = new(file.LastModified, file.Length, bytes.ToArray());
    }
}
