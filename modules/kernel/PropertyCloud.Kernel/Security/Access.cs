namespace PropertyCloud.Kernel.Security;

/// <summary>Something people may do. Named <c>module.verb</c>.</summary>
/// <param name="Text">What it is called, in Chinese (translated by en.json).</param>
/// <param name="Roles">The seeded roles that have it from the start (<see cref="SeededRoles"/>).</param>
public sealed record PermissionDefinition(string Name, string Text, params string[] Roles);

/// <summary>Codes of the roles that every company starts with.</summary>
public static class SeededRoles
{
    public const string CompanyAdministrator = "company-administrator";
    public const string CentreDirector = "centre-director";
    public const string Supervisor = "supervisor";
    public const string Butler = "butler";
    public const string FrontDesk = "front-desk";
    public const string DepartmentHead = "department-head";
    public const string Staff = "staff";
    public const string Cashier = "cashier";
    public const string FinanceApprover = "finance-approver";
    public const string Inspector = "inspector";
    public const string Resident = "resident";
    public const string PlatformOperator = "platform-operator";

    public static readonly IReadOnlyList<string> All =
    [
        CompanyAdministrator, CentreDirector, Supervisor, Butler, FrontDesk, DepartmentHead, Staff, Cashier, FinanceApprover, Inspector, Resident, PlatformOperator,
    ];
}

/// <summary>Codes of the four departments of ruling 17.</summary>
public static class Departments
{
    public const string CustomerService = "customer-service";
    public const string OrderKeeping = "order-keeping";
    public const string Environment = "environment";
    public const string Engineering = "engineering";
    public static readonly IReadOnlyList<string> All = [CustomerService, OrderKeeping, Environment, Engineering];
}

public enum DataScopeKind
{
    /// <summary>Nothing at all.</summary>
    None = 0,
    Own = 1,
    Department = 2,
    Cluster = 3,
    Community = 4,
    Company = 5,
}

/// <summary>Which rows a user sees; applied inside queries.</summary>
/// <param name="Ids">Community or cluster ids, for those kinds.</param>
/// <param name="Department">Department code, for that kind.</param>
public sealed record DataScope(DataScopeKind Kind, IReadOnlyList<Guid> Ids, string? Department = null)
{
    public static readonly DataScope Nothing = new(DataScopeKind.None, []);
    public static readonly DataScope Company = new(DataScopeKind.Company, []);

    /// <summary>True where what happens there is among what the scope reaches: as <c>Within</c> asks of rows, for one place. A department's
    /// scope that is narrowed to communities counts there only; the user's own rows have no place, so an own scope covers none.</summary>
    /// <param name="community">Null for what belongs to the whole company: only the company's scope covers that.</param>
    /// <param name="department">Null where it is no single department's: every department covers it.</param>
    public bool Covers(Guid? community, Guid? cluster = null, string? department = null) => Kind switch
    {
        DataScopeKind.Company => true,
        DataScopeKind.Community => Has(community),
        DataScopeKind.Cluster => Has(cluster),
        DataScopeKind.Department => community is not null && (Ids.Count == 0 || Has(community)) && (department is null || department == Department),
        _ => false,
    };

    private bool Has(Guid? id) => id is { } one && Ids.Contains(one);
}

/// <summary>A signed-in user with everything that decides what they may see and do.</summary>
/// <param name="PartyId">The resident's party; null for staff.</param>
/// <param name="Department">The staff member's department code; null for residents.</param>
/// <param name="Permissions">Names granted by the user's roles.</param>
public sealed record UserAccess(Guid Id, string Name, Guid? PartyId, string? Department, IReadOnlySet<string> Permissions, DataScope Scope, IReadOnlyList<string> Roles)
{
    public bool IsResident => PartyId is not null;
}

/// <summary>Who acts. In the background nobody does: <see cref="IsAuthenticated"/> is false and <see cref="Id"/> null.</summary>
public interface ICurrentUser
{
    bool IsAuthenticated { get; }
    Guid? Id { get; }
    string Name { get; }
    UserAccess? Access { get; }
    bool Has(string permission);
    DataScope Scope { get; }

    /// <summary>The signed-in user's id; refused with 401 where there is none.</summary>
    Guid RequireId();
}

/// <summary>Scoped. The host's middleware sets it for a request; background work that acts for somebody sets it itself.</summary>
public sealed class CurrentUser : ICurrentUser
{
    public UserAccess? Access { get; private set; }
    public bool IsAuthenticated => Access is not null;
    public Guid? Id => Access?.Id;
    public string Name => Access?.Name ?? "";
    public DataScope Scope => Access?.Scope ?? DataScope.Nothing;
    public bool Has(string permission) => Access?.Permissions.Contains(permission) == true;
    public Guid RequireId() => Access?.Id ?? throw new Errors.DomainException("kernel.sign-in-first", "先登录再继续") { Status = 401 };
    public void Become(UserAccess? access) => Access = access;
}

/// <summary>Implemented by identity: what a signed-in user may do now. Answers from memory; a change of role or a blocked
/// user counts at once on this host and within 2 s on others.</summary>
public interface IUserAccessSource
{
    ValueTask<UserAccess?> FindAsync(Guid userId, string securityStamp, CancellationToken cancellation);

    /// <summary>Without a check of the stamp: for work in somebody's name in the background.</summary>
    ValueTask<UserAccess?> FindAsync(Guid userId, CancellationToken cancellation);
}
