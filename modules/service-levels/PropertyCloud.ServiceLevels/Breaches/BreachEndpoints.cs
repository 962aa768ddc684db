using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Breaches;

internal static class BreachEndpoints
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/breaches", ListAsync).RequirePermission(ServiceLevelsPermissions.Breaches);

    private static async Task<IResult> ListAsync(string? month, ClockKind? clock, bool? withdrawn, int? page, SearchBreaches search, Display show, CancellationToken token) =>
        Results.Ok(await search.HandleAsync(new(BreachMonth.Parse(month, show), clock, withdrawn, page ?? 1), token));
}

/// <summary>A month as <c>2026-09</c>; anything else is the current one.</summary>
internal static class BreachMonth
{
    public static DateOnly Parse(string? month, Display show) =>
        DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200
            ? day : new(show.Today.Year, show.Today.Month, 1);

    public static string Text(DateOnly month) => month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
}
