using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Files;

/// <summary>Serves files: the tenant comes from the address's scope, the owner module says who may read, anybody else gets 404.</summary>
internal static class FileEndpoints
{
    public static void AddKernelFiles(this IServiceCollection services)
    {
        services.AddSingleton<IBlobStore, FolderBlobStore>();
        services.AddSingleton<PhotoWorkshop>();
        services.AddScoped<IPhotos, Photos>();
        services.AddScoped<FileReader>();
    }

    public static void MapFiles(this WebApplication app)
    {
        app.MapGet("/files/{id:guid}", (Guid id, HttpContext http, FileReader files) => files.ServeAsync(http, id, BlobKeys.Full)).RequireAuthorization();
        app.MapGet("/files/{id:guid}/thumb", (Guid id, HttpContext http, FileReader files) => files.ServeAsync(http, id, BlobKeys.Thumb)).RequireAuthorization();
    }
}

internal sealed class FileReader(KernelDbContext db, ICurrentTenant tenant, IBlobStore blobs, IEnumerable<IBlobAccess> owners)
{
    public async Task<IResult> ServeAsync(HttpContext http, Guid id, Func<int, Guid, string> key)
    {
        var cancellation = http.RequestAborted;
        var tenantId = tenant.Id;
        var row = await db.Set<BlobRow>().AsNoTracking().FirstOrDefaultAsync(b => b.TenantId == tenantId && b.Id == id, cancellation) ?? throw DomainException.NotFound();
        var owner = owners.FirstOrDefault(o => o.Owner == row.Owner);
        if (owner is null || !await owner.MayReadAsync(row.Subject, cancellation)) throw DomainException.NotFound();
        var content = await blobs.ReadAsync(key(tenantId, id), cancellation) ?? throw DomainException.NotFound();

        var isImage = row.ContentType.StartsWith("image/", StringComparison.Ordinal);
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, max-age=86400";
        http.Response.Headers.ContentDisposition = isImage ? "inline" : "attachment";
        return Results.Stream(content, row.ContentType, lastModified: new DateTimeOffset(DateTime.SpecifyKind(row.CreatedAt, DateTimeKind.Utc)));
    }
}
