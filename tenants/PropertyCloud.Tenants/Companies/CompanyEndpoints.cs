using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Tenants.Lists;
using PropertyCloud.Tenants.Templates;

namespace PropertyCloud.Tenants.Companies;

internal sealed record BlockBody(string Reason);

internal sealed record ListBody(IReadOnlyList<string> Entries);

internal static class CompanyEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        MapOperator(api);
        MapCompany(api);
    }

    private static void MapOperator(IEndpointRouteBuilder api)
    {
        var operators = api.MapGroup("").RequirePermission(TenantsPermissions.Operate).WithMetadata(new PlatformOnlyAttribute());
        operators.MapGet("/templates", (TemplateCatalogue templates, TemplatePromises promises) =>
            templates.All.Select(t => new { t.Code, Name = promises.Name(t), Summary = promises.Summary(t), t.Brand, Promises = promises.Of(t) }));
        operators.MapGet("/companies", (SearchCompanies search, string? q, CompanyStatus? status, int? page, CancellationToken cancellation) =>
            search.HandleAsync(q, status, page ?? 1, cancellation));
        operators.MapGet("/companies/{id:int}", (GetCompany get, int id, CancellationToken cancellation) => get.HandleAsync(id, cancellation));
        operators.MapPost("/companies", async (CreateCompany create, CreateCompanyBody body, CancellationToken cancellation) =>
        {
            var created = await create.HandleAsync(new CreateCompanyRequest(body.Label ?? "", body.DisplayName ?? "", body.TemplateCode ?? "", body.AdministratorName ?? "",
                body.AdministratorUserName ?? "", body.AdministratorPhone), cancellation);
            return Results.Created($"/api/tenants/companies/{created.TenantId}", created);
        });
        operators.MapPost("/companies/{id:int}/block", async (BlockCompany block, int id, BlockBody body, CancellationToken cancellation) =>
        {
            await block.HandleAsync(id, body.Reason, cancellation);
            return Results.NoContent();
        });
        operators.MapPost("/companies/{id:int}/reactivate", async (ReactivateCompany reactivate, int id, CancellationToken cancellation) =>
        {
            await reactivate.HandleAsync(id, cancellation);
            return Results.NoContent();
        });
        operators.MapPost("/companies/{id:int}/administrator-link", async (IssueAdministratorLink issue, int id, CancellationToken cancellation) =>
            Results.Ok(new { Link = await issue.HandleAsync(id, cancellation) }));
    }

    private static void MapCompany(IEndpointRouteBuilder api)
    {
        var company = api.MapGroup("").RequirePermission(TenantsPermissions.Company).WithMetadata(new CompanyOnlyAttribute());
        company.MapGet("/company", (ChangeCompany change, CancellationToken cancellation) => change.ReadAsync(cancellation));
        company.MapPut("/company", async (ChangeCompany change, CompanyFacts facts, CancellationToken cancellation) =>
        {
            await change.HandleAsync(facts, cancellation);
            return Results.NoContent();
        });
        company.MapGet("/lists", (FillList lists, CancellationToken cancellation) => lists.ReadAsync(cancellation));
        company.MapPut("/lists/{code}", async (FillList lists, string code, ListBody body, CancellationToken cancellation) =>
        {
            await lists.HandleAsync(code, string.Join('\n', body.Entries), cancellation);
            return Results.NoContent();
        });
    }
}

/// <summary>Everything may be missing in a body: the use case says what is.</summary>
internal sealed record CreateCompanyBody(string? Label, string? DisplayName, string? TemplateCode, string? AdministratorName, string? AdministratorUserName, string? AdministratorPhone);
