using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Modularity;

namespace PropertyCloud.Identity.Demo;

/// <summary>The staff of a demonstration company, all with one password; refused in production. Who has a password already stays as they are.
/// Residents are parties: the registry gives them their accounts.</summary>
internal sealed class IdentityDemo(IStaffAccounts accounts, DemoPasswords passwords, IdentityDbContext db) : IDemoContributor
{
    public const string Password = "Demo-2026!";

    public int Order => 10;

    public async Task SeedAsync(DemoCompany company, CancellationToken cancellation)
    {
        await accounts.SeedRolesAsync(cancellation);
        var had = await db.Users.Where(u => u.Kind == UserKind.Staff).ToDictionaryAsync(u => u.NormalizedUserName!, StringComparer.Ordinal, cancellation);
        foreach (var person in People(company.Settings).Select(StaffOf))
        {
            if (!had.TryGetValue(UserNames.Normalize(person.UserName), out var known)) await accounts.CreateAsync(person, cancellation);
            else if (known.PasswordHash is null) Complete(known, person);
        }

        await db.SaveChangesAsync(cancellation);
    }

    // The company's creation made its administrator, who waits for a link.
    private void Complete(User user, NewStaff person)
    {
        user.Edit(new(person.Name, person.Phone, person.Department, person.Title, person.EmployeeNumber, person.Portrait));
        if (user.PhoneNumber is null && person.Phone is { } phone) user.TakeFirstPhone(phone);
        user.SetPassword(passwords.Hash(Password));
    }

    private static NewStaff StaffOf(JsonElement staff) => new(Text(staff, "userName")!, Text(staff, "name")!, Text(staff, "phone"), Text(staff, "role")!,
        Text(staff, "department"), Text(staff, "title"), Text(staff, "employeeNumber"), PortraitOf(staff), Password);

    // The template numbers its butlers' faces; the product draws p1 to p12.
    private static string? PortraitOf(JsonElement staff) => Text(staff, "portrait")?.Replace("butler-", "p", StringComparison.Ordinal);

    private static IEnumerable<JsonElement> People(JsonElement settings) =>
        settings.ValueKind == JsonValueKind.Object && settings.TryGetProperty("staff", out var list) ? list.EnumerateArray() : [];

    private static string? Text(JsonElement person, string property) =>
        person.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
