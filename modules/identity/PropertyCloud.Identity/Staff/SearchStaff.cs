using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Identity.Staff;

/// <param name="Text">Part of the name or user name, the employee number, or the last four digits of the phone.</param>
/// <param name="State">"active", "inactive" or null for both.</param>
internal sealed record StaffSearch(string? Text = null, string? Department = null, string? Role = null, string? State = null, int Page = 1, int Size = 30);

/// <param name="Phone">Masked.</param>
internal sealed record StaffRow(Guid Id, string UserName, string Name, string Phone, string? Department, string? Title, string? EmployeeNumber, string? Portrait,
    IReadOnlyList<string> Roles, bool IsActive, DateTime? LastSignInAt);

/// <summary>The company's staff, by name, phones masked.</summary>
internal sealed class SearchStaff(IdentityDbContext db) : IUseCase
{
    public async Task<PageOf<StaffRow>> HandleAsync(StaffSearch search, CancellationToken cancellation)
    {
        var (number, size) = (Math.Clamp(search.Page, 1, 10_000), Math.Clamp(search.Size, 1, 100));
        var query = Filter(search);
        var total = await query.CountAsync(cancellation);
        var users = await query.OrderBy(u => u.Status).ThenBy(u => u.Name).ThenBy(u => u.Id).Skip((number - 1) * size).Take(size).ToListAsync(cancellation);
        return new(await RowsAsync(users, cancellation), number, size, total);
    }

    /// <summary>All that match, for a file; at most 5,000.</summary>
    public async Task<IReadOnlyList<StaffRow>> AllAsync(StaffSearch search, CancellationToken cancellation) =>
        await RowsAsync(await Filter(search).OrderBy(u => u.Status).ThenBy(u => u.Name).ThenBy(u => u.Id).Take(5000).ToListAsync(cancellation), cancellation);

    private IQueryable<User> Filter(StaffSearch search)
    {
        var query = db.Users.AsNoTracking().Where(u => u.Kind == UserKind.Staff);
        if (search.State == "active") query = query.Where(u => u.Status == UserStatus.Active);
        if (search.State == "inactive") query = query.Where(u => u.Status == UserStatus.Inactive);
        if (!string.IsNullOrWhiteSpace(search.Department)) query = query.Where(u => u.Department == search.Department);
        if (!string.IsNullOrWhiteSpace(search.Role))
            query = query.Where(u => db.UserRoles.Any(r => r.UserId == u.Id && db.Roles.Any(x => x.Id == r.RoleId && x.Name == search.Role)));
        if (string.IsNullOrWhiteSpace(search.Text)) return query;
        var text = search.Text.Trim();
        var upper = text.ToUpperInvariant();
        var isTail = text.Length == 4 && text.All(char.IsAsciiDigit);
        var phone = PhoneNumbers.TryNormalize(text);
        return query.Where(u => u.Name.Contains(text) || u.NormalizedUserName!.Contains(upper) || u.EmployeeNumber == text
            || (isTail && u.PhoneNumber != null && u.PhoneNumber.EndsWith(text)) || (phone != null && u.PhoneNumber == phone));
    }

    private async Task<IReadOnlyList<StaffRow>> RowsAsync(List<User> users, CancellationToken cancellation)
    {
        if (users.Count == 0) return [];
        var ids = users.Select(u => u.Id).ToList();
        var pairs = await db.UserRoles.Where(r => ids.Contains(r.UserId)).Join(db.Roles, r => r.RoleId, r => r.Id, (r, role) => new { r.UserId, role.Name }).ToListAsync(cancellation);
        var roles = pairs.ToLookup(p => p.UserId, p => p.Name!);
        return [.. users.Select(u => new StaffRow(u.Id, u.UserName!, u.Name, Display.Phone(u.PhoneNumber), u.Department, u.Title, u.EmployeeNumber, u.Portrait,
            [.. roles[u.Id]], u.IsActive, u.LastSignInAt))];
    }
}
