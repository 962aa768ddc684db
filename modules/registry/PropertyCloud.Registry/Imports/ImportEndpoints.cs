using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Registry.Imports;

internal static class ImportEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/imports", async (HttpRequest request, StartImport start, CancellationToken token) =>
        {
            var file = request.HasFormContentType ? (await request.ReadFormAsync(token)).Files.FirstOrDefault() : null;
            await using var content = file?.OpenReadStream();
            return Results.Accepted(null, new { id = await start.HandleAsync(file?.FileName, content, file?.Length ?? 0, token) });
        }).RequirePermission(RegistryPermissions.Import);
        api.MapGet("/imports", (int? page, ViewImports view, CancellationToken token) => view.ListAsync(page ?? 1, token)).RequirePermission(RegistryPermissions.Import);
        api.MapGet("/imports/{id:guid}", (Guid id, ViewImports view, CancellationToken token) => view.GetAsync(id, token)).RequirePermission(RegistryPermissions.Import);
        api.MapGet("/imports/{id:guid}/faults", (Guid id, int? page, ViewImports view, CancellationToken token) => view.FaultsAsync(id, page ?? 1, token)).RequirePermission(RegistryPermissions.Import);
        api.MapPost("/imports/{id:guid}/choice", async (Guid id, ChoiceBody body, ChooseImport choose, CancellationToken token) =>
        {
            await choose.HandleAsync(id, body.Choice, token);
            return Results.NoContent();
        }).RequirePermission(RegistryPermissions.Import);
        api.MapGet("/imports/{id:guid}/faults.csv", (Guid id, ViewImports view, Texts texts, HttpResponse response, CancellationToken token) =>
            FaultFile.WriteAsync(id, view, texts, response, token)).RequirePermission(RegistryPermissions.Import);
        api.MapGet("/imports/template", (string? language) => Results.File(ImportTemplate.Make(language == "en"), ImportTemplate.ContentType,
            language == "en" ? "registry.xlsx" : @"住户导入模板.xlsx")).RequirePermission(RegistryPermissions.Import);
    }
}

/// <param name="Choice"><c>good</c> or <c>none</c>.</param>
internal sealed record ChoiceBody(string? Choice);

/// <summary>The bad rows of a dry run as CSV.</summary>
internal static class FaultFile
{
    public static async Task WriteAsync(Guid id, ViewImports view, Texts texts, HttpResponse response, CancellationToken cancellation)
    {
        var faults = await view.AllFaultsAsync(id, cancellation);
        await CsvText.WriteAsync(response, texts.Say("有问题的行.csv"), [texts.Say("行"), texts.Say("列"), texts.Say("填的是"), texts.Say("问题")], Rows(faults), cancellation);
    }

    private static async IAsyncEnumerable<string?[]> Rows(IAsyncEnumerable<ImportFaultView> faults)
    {
        await foreach (var fault in faults)
            yield return [fault.Row.ToString(System.Globalization.CultureInfo.InvariantCulture), fault.Column, fault.Value, fault.Reason];
    }
}
