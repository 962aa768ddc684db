using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Modularity;

namespace PropertyCloud.Identity.Demo;

/// <summary>The staff of a demonstration company, all with one password; refused in production. Who is there already stays.
/// Residents are parties: the registry gives them their accounts.</summary>
internal sealed class IdentityDemo(IStaffAccounts accounts, IdentityDbContext db) : IDemoContributor
{
    public const string Password = "Demo-2026!";

    public int Order => 10;

    public async Task SeedAsync(DemoCompany company, CancellationToken cancellation)
    {
        await accounts.SeedRolesAsync(cancellation);
        var names = await db.Users.Select(u => u.NormalizedUserName!).ToListAsync(cancellation);
        var had = names.ToHashSet(StringComparer.Ordinal);
        foreach (var staff in People(company.Settings, "staff").Where(s => !had.Contains(UserNames.Normalize(Text(s, "userName")!))))
        {
            await accounts.CreateAsync(new(Text(staff, "userName")!, Text(staff, "name")!, Text(staff, "phone"), Text(staff, "role")!, Text(staff, "department"),
                Text(staff, "title"), Text(staff, "employeeNumber"), Text(staff, "portrait"), Password), cancellation);
        }
    }

    private static IEnumerable<JsonElement> People(JsonElement settings, string part) =>
        settings.ValueKind == JsonValueKind.Object && settings.TryGetProperty(part, out var list) ? list.EnumerateArray().ToList() : [];

    internal static string? Text(JsonElement person, string property) => person.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
