using System.Collections;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace PropertyCloud.Kernel.Web;

/// <summary>Tells two bodies apart. Uploads and streams are left out: they can be read once only.</summary>
internal static class BodyHash
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutUploads } },
    };

    /// <summary>SHA-256 of the body as JSON, 64 hexadecimal digits.</summary>
    public static string Of(object body) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Options)));

    private static void LeaveOutUploads(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.ToList())
            if (IsUpload(property.PropertyType)) type.Properties.Remove(property);
    }

    private static bool IsUpload(Type type)
    {
        if (typeof(Stream).IsAssignableFrom(type) || typeof(IFormFile).IsAssignableFrom(type) || typeof(IFormFileCollection).IsAssignableFrom(type)
            || typeof(Delegate).IsAssignableFrom(type) || type == typeof(CancellationToken)) return true;
        var element = type.IsArray ? type.GetElementType() : typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType ? type.GetGenericArguments()[0] : null;
        return element is not null && IsUpload(element);
    }
}
