using PropertyCloud.Kernel.Data;

namespace PropertyCloud.Kernel.Web;

/// <summary>Makes a repeated request harmless. The key comes from the header <c>Idempotency-Key</c> or the form's hidden
/// field <c>__key</c>; its scope is (tenant, user, operation), it is remembered for 24 h in the same transaction as the
/// change, and another body under the same key is refused with 422.</summary>
public interface IIdempotency
{
    /// <summary>Runs <paramref name="work"/> once per key: a repeat gets the first result's id and changes nothing.
    /// Without a key the work just runs.</summary>
    /// <param name="operation">Stable name, <c>butler.report</c>.</param>
    /// <param name="body">What was asked, for the hash.</param>
    /// <param name="work">Makes the change, saves it through <paramref name="context"/>, and returns the new id. The id must be
    /// told through <paramref name="work"/>'s argument before saving.</param>
    Task<Guid> RunAsync(ModuleDbContext context, string operation, object body, Func<Action<Guid>, Task<Guid>> work, CancellationToken cancellation);
}

/// <summary>Numbers that people read, as <c>BX2609150127</c>: per company, name and day; gaps are allowed, doubles are not.</summary>
public interface INumbers
{
    /// <param name="prefix">Two letters.</param>
    /// <param name="day">The company's local day.</param>
    Task<string> NextAsync(string prefix, DateOnly day, CancellationToken cancellation = default);
}
