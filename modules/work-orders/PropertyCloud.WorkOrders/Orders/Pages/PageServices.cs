using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace PropertyCloud.WorkOrders.Orders.Pages;

internal static class PageServices
{
    /// <summary>A service of this module for a page: page models are public for Razor, what they use stays internal.</summary>
    public static T Use<T>(this PageModel page) where T : notnull => page.HttpContext.RequestServices.GetRequiredService<T>();
}
