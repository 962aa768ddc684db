using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.WorkOrders.Orders;

internal static class OrderEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var orders = api.MapGroup("/orders").RequirePermission(WorkOrdersPermissions.View);
        MapReading(orders);
        MapWork(orders);
        MapDirection(orders);
    }

    private static void MapReading(IEndpointRouteBuilder orders)
    {
        orders.MapGet("/", async (ListOrders list, OrderList? view, OrderColumn? column, string? department, bool? overdue, string? q, int? page, CancellationToken cancellation) =>
            OrderView.Of(await list.HandleAsync(view ?? OrderList.All, new(department, overdue == true, q), column, page ?? 1, cancellation)));
        orders.MapGet("/board", async (ShowBoard board, string? department, bool? overdue, string? q, CancellationToken cancellation) =>
        {
            var shown = await board.HandleAsync(new(department, overdue == true, q), cancellation);
            return new { shown.Overdue, Columns = shown.Columns.Select(c => new { c.Kind, c.Total, Orders = c.Orders.Select(OrderView.Of) }) };
        });
        orders.MapGet("/export", async (ExportOrders export, string? department, bool? overdue, string? q, CancellationToken cancellation) =>
            Results.File(await export.HandleAsync(new(department, overdue == true, q), cancellation), "text/csv", "orders.csv"))
            .RequirePermission(WorkOrdersPermissions.Assign);
        orders.MapGet("/receivers", (ListReceivers receivers, CancellationToken cancellation) => receivers.HandleAsync(cancellation))
            .RequirePermission(WorkOrdersPermissions.Assign);
        orders.MapGet("/{id:guid}", async (GetOrder get, Guid id, CancellationToken cancellation) =>
        {
            var detail = await get.HandleAsync(id, cancellation);
            return new { Order = OrderView.Of(detail.Order), Timeline = detail.Entries.Select(OrderEntryView.Of) };
        });
    }

    private static void MapWork(IEndpointRouteBuilder orders)
    {
        orders.MapPost("/{id:guid}/take", (TakeOrder use, Guid id, CancellationToken cancellation) => Done(use.HandleAsync(id, cancellation)));
        orders.MapPost("/{id:guid}/arrive", (ArriveOrder use, Guid id, CancellationToken cancellation) => Done(use.HandleAsync(id, cancellation)));
        orders.MapPost("/{id:guid}/start", (StartOrder use, Guid id, CancellationToken cancellation) => Done(use.HandleAsync(id, cancellation)));
        orders.MapPost("/{id:guid}/hold", (HoldOrder use, Guid id, [FromBody] HoldOrder.Request asked, CancellationToken cancellation) => Done(use.HandleAsync(id, asked, cancellation)));
        orders.MapPost("/{id:guid}/resume", (ResumeOrder use, Guid id, CancellationToken cancellation) => Done(use.HandleAsync(id, cancellation)));
        orders.MapPost("/{id:guid}/decline", (DeclineOrder use, Guid id, [FromBody] DeclineOrder.Request asked, CancellationToken cancellation) => Done(use.HandleAsync(id, asked, cancellation)));
        orders.MapPost("/{id:guid}/complete", CompleteAsync);
    }

    private static void MapDirection(IEndpointRouteBuilder orders)
    {
        orders.MapPost("/{id:guid}/assign", (AssignOrder use, Guid id, [FromBody] AssignOrder.Request asked, CancellationToken cancellation) => Done(use.HandleAsync(id, asked, cancellation)));
        orders.MapPost("/{id:guid}/transfer", (TransferOrder use, Guid id, [FromBody] TransferOrder.Request asked, CancellationToken cancellation) => Done(use.HandleAsync(id, asked, cancellation)));
    }

    /// <summary>JSON <c>{ "note": "…" }</c>, or a form with <c>note</c> and files <c>photos</c>.</summary>
    private static async Task<IResult> CompleteAsync(CompleteOrder use, Guid id, HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            var body = await request.ReadFromJsonAsync<CompletionBody>(cancellation);
            return await Done(use.HandleAsync(id, new(body?.Note, []), cancellation));
        }

        var form = await request.ReadFormAsync(cancellation);
        return await Done(use.HandleAsync(id, new(form["note"], Uploads(form.Files.GetFiles("photos"))), cancellation));
    }

    internal static IReadOnlyList<Func<Stream>> Uploads(IEnumerable<IFormFile> files) =>
        [.. files.Where(f => f.Length > 0).Select(f => (Func<Stream>)f.OpenReadStream)];

    private static async Task<IResult> Done(Task work)
    {
        await work;
        return Results.NoContent();
    }

    private sealed record CompletionBody(string? Note);
}
