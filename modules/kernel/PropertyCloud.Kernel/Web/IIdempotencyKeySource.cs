using Microsoft.AspNetCore.Http;

namespace PropertyCloud.Kernel.Web;

/// <summary>The key that the running request carries: header <c>Idempotency-Key</c>, else the form's hidden field.</summary>
public interface IIdempotencyKeySource
{
    /// <summary>Null where the request carries none, or nothing is requested.</summary>
    string? Key { get; }
}

/// <summary>Names that programs and forms use.</summary>
public static class IdempotencyNames
{
    public const string Header = "Idempotency-Key";
    public const string Field = "__key";
}

internal sealed class RequestIdempotencyKey(IHttpContextAccessor accessor) : IIdempotencyKeySource
{
    private const int Longest = 80;

    public string? Key
    {
        get
        {
            if (accessor.HttpContext is not { } http) return null;
            string? key = http.Request.Headers[IdempotencyNames.Header];
            if (string.IsNullOrEmpty(key) && http.Request.HasFormContentType) key = http.Request.Form[IdempotencyNames.Field];
            return string.IsNullOrWhiteSpace(key) ? null : key.Length <= Longest ? key : throw new Errors.DomainException("kernel.idempotency-key-too-long", "重复提交的标识太长") { Status = 422 };
        }
    }
}
