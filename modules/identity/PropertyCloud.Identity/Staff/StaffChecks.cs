using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Identity.Staff;

/// <summary>What only the database and the registry can say about a staff member's input.</summary>
internal sealed class StaffChecks(IdentityDbContext db, IServiceProvider services) : IUseCase
{
    /// <param name="id">The user that may have the name and phone already, or null when new.</param>
    public async Task UniqueAsync(Guid? id, string? userName, string? phone, CancellationToken cancellation)
    {
        var name = userName is null ? null : UserNames.Normalize(userName);
        var number = PhoneNumbers.TryNormalize(phone);
        var taken = await db.Users.Where(u => u.Id != id && ((name != null && u.NormalizedUserName == name) || (number != null && u.PhoneNumber == number)))
            .Select(u => new { u.NormalizedUserName, u.PhoneNumber }).ToListAsync(cancellation);
        new Check()
            .That(name is null || taken.All(t => t.NormalizedUserName != name), "userName", "identity.user-name-taken", "这个用户名已经有人用，换一个")
            .That(number is null || taken.All(t => t.PhoneNumber != number), "phone", "identity.phone-taken", "这个手机号已经是另一个账号的")
            .ThrowIfAny();
    }

    public async Task CommunitiesAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return;
        var known = services.GetService<ICommunityLookup>() is { } lookup ? (await lookup.ListAsync(cancellation)).Select(c => c.Id).ToHashSet() : [];
        new Check().That(ids.All(known.Contains), "communityIds", "identity.community-unknown", "从列出的小区里选").ThrowIfAny();
    }
}

/// <summary>A company always keeps somebody who can give rights, and the platform an operator who can sign in. Who asks has loaded the access
/// version, so that two of them cannot remove each other at the same time.</summary>
internal sealed class LastAdministrator(IdentityDbContext db, ICurrentTenant tenant)
{
    public async Task RefuseAsync(Guid leaving, CancellationToken cancellation)
    {
        await db.AccessVersionAsync(cancellation);
        if (tenant.Info?.IsPlatform == true) await RefuseLastOperatorAsync(leaving, cancellation);
        else if (LastOf(await Active(SeededRoles.CompanyAdministrator).Select(u => u.Id).ToListAsync(cancellation), leaving))
            throw new DomainException("identity.last-administrator", "这是最后一位在用的公司管理员，先把这个角色给另一个人") { Field = "roles" };
    }

    // Whoever never opened their link could not let anybody in again.
    private async Task RefuseLastOperatorAsync(Guid leaving, CancellationToken cancellation)
    {
        if (LastOf(await Active(SeededRoles.PlatformOperator).Where(u => u.PasswordHash != null).Select(u => u.Id).ToListAsync(cancellation), leaving))
            throw new DomainException("identity.last-operator", "这是最后一位能登录的运营人员，先让另一位登录过再停用");
    }

    private IQueryable<User> Active(string role) => db.UserRoles
        .Join(db.Roles.Where(r => r.Name == role), r => r.RoleId, r => r.Id, (r, _) => r.UserId)
        .Join(db.Users.Where(u => u.Status == UserStatus.Active), id => id, u => u.Id, (_, u) => u);

    internal static bool LastOf(IReadOnlyCollection<Guid> administrators, Guid leaving) => administrators.Contains(leaving) && administrators.Count == 1;
}
