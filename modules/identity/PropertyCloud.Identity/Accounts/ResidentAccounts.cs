using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Links;
using PropertyCloud.Identity.Roles;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Accounts;

internal sealed class ResidentAccounts(IdentityDbContext db, UserManager<User> users, LinkIssuer links, DemoPasswords passwords, TimeProvider clock) : IResidentAccounts
{
    public async Task<IReadOnlyDictionary<Guid, Guid>> GetUserIdsAsync(IReadOnlyCollection<Guid> partyIds, CancellationToken cancellation = default)
    {
        var wanted = partyIds.Distinct().Select(id => (Guid?)id).ToList();
        if (wanted.Count == 0) return new Dictionary<Guid, Guid>();
        return await db.Users.AsNoTracking().Where(u => wanted.Contains(u.PartyId) && u.Status == UserStatus.Active)
            .ToDictionaryAsync(u => u.PartyId!.Value, u => u.Id, cancellation);
    }

    public async Task<string> IssueLinkAsync(Guid partyId, Guid unitId, string name, string? phone, CancellationToken cancellation = default)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.PartyId == partyId, cancellation)
            ?? await AddAsync(partyId, UserNames.Generate(), name, phone, null, cancellation);
        var address = await links.IssueAsync(user, unitId, cancellation);
        await db.SaveChangesAsync(cancellation);
        return address;
    }

    public async Task<Guid> CreateAsync(Guid partyId, string userName, string name, string? phone, string password, CancellationToken cancellation = default)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.PartyId == partyId, cancellation);
        if (user is not null) return user.Id;
        user = await AddAsync(partyId, userName, name, phone, passwords.Hash(password), cancellation);
        await db.SaveChangesAsync(cancellation);
        return user.Id;
    }

    public async Task TakeFirstPhoneAsync(Guid partyId, string phone, CancellationToken cancellation = default)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.PartyId == partyId, cancellation);
        if (user is not { PhoneNumber: null } || await FreeAsync(phone, cancellation) is not { } number) return;
        user.TakeFirstPhone(number);
        db.Audit("identity.phone-given", user.Id);
        await db.SaveChangesAsync(cancellation);
    }

    // Households share phones, and staff live here, too: a number that has an account already is left out of another.
    private async Task<string?> FreeAsync(string? phone, CancellationToken cancellation)
    {
        var number = PhoneNumbers.TryNormalize(phone);
        return number is not null && await db.Users.AnyAsync(u => u.PhoneNumber == number, cancellation) ? null : number;
    }

    /// <summary>Adds the account to what is saved next.</summary>
    private async Task<User> AddAsync(Guid partyId, string userName, string name, string? phone, string? passwordHash, CancellationToken cancellation)
    {
        var number = await FreeAsync(phone, cancellation);
        var role = await db.Roles.FirstOrDefaultAsync(r => r.Name == SeededRoles.Resident, cancellation)
            ?? throw new DomainException("identity.roles-missing", "公司还没有这些角色，请平台重新准备角色");
        var user = User.NewResident(clock, userName, partyId, name, number);
        if (passwordHash is not null) user.SetPassword(passwordHash);
        var result = await users.CreateAsync(user);
        if (!result.Succeeded) throw new DomainException("identity.refused", "没有保存：{0}", string.Join(" ", result.Errors.Select(e => e.Code))) { Status = 422 };
        db.UserRoles.Add(new UserRole { UserId = user.Id, RoleId = role.Id });
        db.Audit("identity.resident-created", user.Id, details: new { partyId });
        return user;
    }
}
