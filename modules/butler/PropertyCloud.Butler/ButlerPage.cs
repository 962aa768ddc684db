using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Butler;

/// <summary>Base of this module's pages. Use cases are internal, so a page asks for them by <see cref="Use{T}"/> instead of its
/// constructor, and keeps what it shows in internal properties (views of the same assembly read them).</summary>
public abstract class ButlerPage : ModulePage
{
    internal T Use<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    internal CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>1 is the first page. Read by hand: in Razor Pages the name <c>page</c> belongs to the route.</summary>
    internal int PageNumber => int.TryParse(Request.Query["page"], out var page) && page > 0 ? page : 1;
}
