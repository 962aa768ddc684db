using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Tenants.Data;

namespace PropertyCloud.Tenants.Lists;

public sealed record CompanyListView(string Code, string Name, string NameEn, int Size, IReadOnlyList<string> Entries);

/// <summary>Reads the company's lists and replaces the entries of one.</summary>
internal sealed class FillList(TenantsDbContext db) : IUseCase
{
    public async Task<IReadOnlyList<CompanyListView>> ReadAsync(CancellationToken cancellation = default) => await db.Lists.AsNoTracking().OrderBy(l => l.Code).Take(20)
        .Select(l => new CompanyListView(l.Code, l.Name, l.NameEn, l.Size, l.Entries)).ToListAsync(cancellation);

    /// <param name="text">One entry a line.</param>
    public async Task HandleAsync(string code, string? text, CancellationToken cancellation = default)
    {
        var list = await db.Lists.SingleOrDefaultAsync(l => l.Code == code, cancellation) ?? throw DomainException.NotFound();
        list.Fill((text ?? "").Split('\n'));
        await db.SaveChangesAsync(cancellation);
    }
}
