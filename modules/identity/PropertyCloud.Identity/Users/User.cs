using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Identity.Users;

internal enum UserKind { Staff = 1, Resident = 2 }

internal enum UserStatus { Active = 1, Inactive = 2 }

/// <summary>Somebody who signs in: staff, or a resident (who then is one party of the registry). Names and phones are unique
/// in a company only.</summary>
internal sealed class User : IdentityUser<Guid>, IMultiTenant
{
    public const int FailuresUntilLocked = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(10);

    /// <summary>Stands in for who is not known, where a check must cost the same time.</summary>
    public static readonly User Nobody = new();

    private User() { }

    public int TenantId { get; private set; }
    public UserKind Kind { get; private set; }
    public UserStatus Status { get; private set; } = UserStatus.Active;
    public string Name { get; private set; } = "";
    public string? Department { get; private set; }

    /// <summary>Post, as 客服主管.</summary>
    public string? Title { get; private set; }
    public string? EmployeeNumber { get; private set; }
    public string? Portrait { get; private set; }
    public Guid? PartyId { get; private set; }

    /// <summary>What the data scope is narrowed to; empty is the whole company.</summary>
    public IReadOnlyList<Guid> CommunityIds { get; private set; } = [];
    public DateTime CreatedAt { get; private set; }
    public DateTime? LastSignInAt { get; private set; }

    public bool IsActive => Status == UserStatus.Active;
    public bool IsResident => Kind == UserKind.Resident;

    public static User NewStaff(TimeProvider clock, string userName, StaffProfile profile)
    {
        UserNames.Check(userName);
        var user = New(clock, UserKind.Staff, userName, profile.Name);
        user.Apply(profile);
        user.PhoneNumber = string.IsNullOrWhiteSpace(profile.Phone) ? null : PhoneNumbers.Normalize(profile.Phone);
        return user;
    }

    /// <param name="phone">Null where the company has a user with it already: this one then signs in by name.</param>
    public static User NewResident(TimeProvider clock, string userName, Guid partyId, string name, string? phone)
    {
        var user = New(clock, UserKind.Resident, userName, name);
        user.PartyId = partyId;
        user.PhoneNumber = phone;
        return user;
    }

    private static User New(TimeProvider clock, UserKind kind, string userName, string name)
    {
        var now = clock.Now();
        return new()
        {
            Id = Ids.At(now), CreatedAt = now, Kind = kind, UserName = userName, NormalizedUserName = UserNames.Normalize(userName),
            Name = name.Trim(), SecurityStamp = Stamp(), ConcurrencyStamp = Stamp(),
        };
    }

    /// <summary>Changes what is known of a staff member, the phone aside. Sessions go on.</summary>
    public void Edit(StaffProfile profile)
    {
        if (Kind != UserKind.Staff) throw new DomainException("identity.not-staff", "这是住户的账号，不能当员工修改");
        Apply(profile);
        Touch();
    }

    /// <summary>A phone where there was none: nobody is locked out and nobody has to be told, so one person may give it.</summary>
    public void TakeFirstPhone(string phone)
    {
        if (PhoneNumber is not null) throw new DomainException("identity.phone-known", "已经有手机号，改号要由另一个人核对");
        PhoneNumber = PhoneNumbers.Normalize(phone);
        Touch();
    }

    /// <summary>What a second person agreed to. Every session ends: whoever had the old phone comes in anew.</summary>
    /// <param name="phone">Null removes it: sign-in is by name then.</param>
    public void ChangePhone(string? phone)
    {
        PhoneNumber = phone is null ? null : PhoneNumbers.Normalize(phone);
        EndSessions();
    }

    private void Apply(StaffProfile profile)
    {
        Name = profile.Name.Trim();
        Department = profile.Department;
        Title = Blank(profile.Title);
        EmployeeNumber = Blank(profile.EmployeeNumber);
        Portrait = Blank(profile.Portrait);
        CommunityIds = [.. profile.CommunityIds.Distinct()];
    }

    /// <summary>Ends every session and refuses sign-in until reactivated.</summary>
    /// <param name="actor">Who does it: never the same person, who would lock themself out.</param>
    public void Deactivate(Guid? actor)
    {
        if (actor == Id) throw new DomainException("identity.own-account", "不能停用自己的账号，请另一位管理员来做");
        if (!IsActive) throw new DomainException("identity.already-inactive", "这个账号已经停用");
        Status = UserStatus.Inactive;
        EndSessions();
    }

    public void Reactivate()
    {
        if (IsActive) throw new DomainException("identity.already-active", "这个账号正在使用，不用恢复");
        Status = UserStatus.Active;
        Unlock();
        Touch();
    }

    /// <summary>Sets the password's hash; every session ends.</summary>
    public void SetPassword(string hash)
    {
        PasswordHash = hash;
        Unlock();
        EndSessions();
    }

    /// <summary>Sessions that carry the old stamp are no longer accepted.</summary>
    public void EndSessions()
    {
        SecurityStamp = Stamp();
        Touch();
    }

    public bool IsLockedAt(DateTime now) => LockoutEnd is { } end && end.UtcDateTime > now;

    /// <summary>A wrong password. The fifth in a row locks for ten minutes.</summary>
    /// <returns>True when this one locked the account.</returns>
    public bool Failed(DateTime now)
    {
        if (IsLockedAt(now)) return false;
        AccessFailedCount++;
        Touch();
        if (AccessFailedCount < FailuresUntilLocked) return false;
        AccessFailedCount = 0;
        LockoutEnd = new DateTimeOffset(now + LockedFor, TimeSpan.Zero);
        return true;
    }

    public void SignedIn(DateTime now)
    {
        LastSignInAt = now;
        Unlock();
        Touch();
    }

    private void Unlock()
    {
        AccessFailedCount = 0;
        LockoutEnd = null;
    }

    private void Touch() => ConcurrencyStamp = Stamp();

    private static string Stamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What is known of a staff member beside how they sign in.</summary>
/// <param name="Phone">Of a new one only: a phone that is known changes by a second person's word.</param>
internal sealed record StaffProfile(string Name, string? Phone = null, string? Department = null, string? Title = null, string? EmployeeNumber = null,
    string? Portrait = null, IReadOnlyList<Guid>? Communities = null)
{
    public IReadOnlyList<Guid> CommunityIds { get; } = Communities ?? [];
}
