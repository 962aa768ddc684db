using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Identity.Contracts;

/// <summary>Staff of the current company. Never returns residents.</summary>
public interface IStaffLookup
{
    /// <summary>By user id, active or not; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<Guid, StaffSummary>> GetAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellation = default);

    /// <summary>Active staff, by name.</summary>
    /// <param name="role">A role code, or null for all.</param>
    /// <param name="department">A department code, or null for all.</param>
    Task<IReadOnlyList<StaffSummary>> ListAsync(string? role = null, string? department = null, CancellationToken cancellation = default);

    /// <summary>Which rows they reach now (ruling 16), as <see cref="ICurrentUser.Scope"/> would say of each. Who is unknown
    /// or no longer active reaches nothing. Clusters of butlers are read in one query, the rest is in memory.</summary>
    Task<IReadOnlyDictionary<Guid, DataScope>> GetScopesAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellation = default);
}

/// <param name="Title">Post shown beside the name, as 客服主管.</param>
/// <param name="Portrait">Portrait under <c>/portraits/{Portrait}.svg</c>, or null.</param>
/// <param name="EmployeeNumber">工号, or null.</param>
public sealed record StaffSummary(Guid UserId, string Name, string? Phone, string? Department, string? Title, string? EmployeeNumber, string? Portrait, IReadOnlyList<string> Roles, bool IsActive);

/// <summary>Residents' sign-in accounts, by party.</summary>
public interface IResidentAccounts
{
    /// <summary>User ids of parties that can sign in; parties without an account are left out.</summary>
    Task<IReadOnlyDictionary<Guid, Guid>> GetUserIdsAsync(IReadOnlyCollection<Guid> partyIds, CancellationToken cancellation = default);

    /// <summary>A resident's first way in: creates the account on first use and returns a link that works once, for 72 h,
    /// bound to party and unit. Issuing again withdraws the earlier link.</summary>
    /// <returns>The whole address, made from configuration.</returns>
    Task<string> IssueLinkAsync(Guid partyId, Guid unitId, string name, string? phone, CancellationToken cancellation = default);

    /// <summary>An account with a password, for the demonstration and tests. Repeating for the same party returns the account that is there.</summary>
    Task<Guid> CreateAsync(Guid partyId, string userName, string name, string? phone, string password, CancellationToken cancellation = default);

    /// <summary>The party's account may be signed in to by this phone from now on. Only where it has none yet and no other
    /// account has it; a phone that is there changes by <see cref="IPhoneChanges"/> alone. Repeating is safe.</summary>
    Task TakeFirstPhoneAsync(Guid partyId, string phone, CancellationToken cancellation = default);
}

/// <summary>Creates staff: used by the company's creation and the demonstration. Refuses a user name or phone that the
/// company has already.</summary>
public interface IStaffAccounts
{
    Task<Guid> CreateAsync(NewStaff staff, CancellationToken cancellation = default);

    /// <summary>A link that works once, for 72 h, to set the password and sign in.</summary>
    Task<string> IssueLinkAsync(Guid userId, CancellationToken cancellation = default);

    /// <summary>Creates the twelve seeded roles with the permissions that modules declare. Repeating adds what is missing.</summary>
    Task SeedRolesAsync(CancellationToken cancellation = default);
}

/// <param name="Password">Only for the demonstration; null leaves the account to its one-time link.</param>
public sealed record NewStaff(string UserName, string Name, string? Phone, string Role, string? Department = null, string? Title = null,
    string? EmployeeNumber = null, string? Portrait = null, string? Password = null, IReadOnlyList<Guid>? CommunityIds = null);

/// <summary>Implemented by butler: the clusters that users hold or back up now, for their data scopes.</summary>
public interface IClusterScopeSource
{
    /// <returns>Cluster ids by user id.</returns>
    Task<ILookup<Guid, Guid>> GetClusterIdsAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellation);
}
