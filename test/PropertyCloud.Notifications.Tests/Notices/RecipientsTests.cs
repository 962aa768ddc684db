using PropertyCloud.Identity.Contracts;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Notifications.Notices;

namespace PropertyCloud.Notifications.Tests.Notices;

/// <summary>Of a role or a department those are told whose data scope covers the place; somebody is told in any case.</summary>
public sealed class RecipientsTests
{
    private static readonly Guid Here = Id(100), There = Id(101), Cluster = Id(102);
    private static readonly Guid SupervisorHere = Id(1), SupervisorThere = Id(2), SupervisorOfAll = Id(3), Director = Id(4), Administrator = Id(5), Butler = Id(6), FitterHere = Id(7), FitterThere = Id(8), Gone = Id(9);
    private readonly FakeStaff _staff = new();
    private readonly Recipients _recipients;

    public RecipientsTests()
    {
        _staff.Add(SupervisorHere, SeededRoles.Supervisor, new(DataScopeKind.Community, [Here]));
        _staff.Add(SupervisorThere, SeededRoles.Supervisor, new(DataScopeKind.Community, [There]));
        _staff.Add(Director, SeededRoles.CentreDirector, DataScope.Company);
        _staff.Add(Administrator, SeededRoles.CompanyAdministrator, DataScope.Company);
        _staff.Add(Butler, SeededRoles.Butler, new(DataScopeKind.Cluster, [Cluster]));
        _staff.Add(FitterHere, SeededRoles.Staff, new(DataScopeKind.Department, [Here], Departments.Engineering), Departments.Engineering);
        _staff.Add(FitterThere, SeededRoles.Staff, new(DataScopeKind.Department, [There], Departments.Engineering), Departments.Engineering);
        _recipients = new(_staff, new NoResidents());
    }

    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    private async Task<Guid[]> TellAsync(Audience audience) => [.. (await _recipients.FindAsync(audience, default)).Order()];

    [Fact, Trait("Requirement", "R66")]
    public async Task ARole_HearsOfItsOwnCommunities()
    {
        (await TellAsync(new(Roles: [SeededRoles.Supervisor], At: [new(Here)]))).ShouldBe([SupervisorHere]);
        (await TellAsync(new(Roles: [SeededRoles.Supervisor], At: [new(There, Cluster)]))).ShouldBe([SupervisorThere]);
        (await TellAsync(new(Roles: [SeededRoles.Supervisor], At: [new(Here), new(There)]))).ShouldBe([SupervisorHere, SupervisorThere]);
        (await TellAsync(new(Roles: [SeededRoles.Butler], At: [new(Here, Cluster)]))).ShouldBe([Butler]);
    }

    [Fact]
    public async Task WhoHasTheWholeCompany_HearsOfAll()
    {
        _staff.Add(SupervisorOfAll, SeededRoles.Supervisor, DataScope.Company);
        (await TellAsync(new(Roles: [SeededRoles.Supervisor], At: [new(Here)]))).ShouldBe([SupervisorHere, SupervisorOfAll]);
        (await TellAsync(new(Roles: [SeededRoles.Supervisor], At: [new(null)]))).ShouldBe([SupervisorOfAll]);
    }

    [Fact]
    public async Task WhereThePlaceIsNotKnown_NobodyIsNarrowed() => (await TellAsync(new(Roles: [SeededRoles.Supervisor]))).ShouldBe([SupervisorHere, SupervisorThere]);

    [Fact]
    public async Task WhereNobodyOfTheRoleCoversThePlace_TheHeadsOfTheCompanyHear()
    {
        (await TellAsync(new(Roles: [SeededRoles.Supervisor], At: [new(Id(200))]))).ShouldBe([Director, Administrator]);
        (await TellAsync(new(User: Butler, Roles: [SeededRoles.Supervisor], At: [new(Id(200))]))).ShouldBe([Director, Administrator, Butler]);
        (await TellAsync(new(Roles: [SeededRoles.Inspector], At: [new(Here)]))).ShouldBe([Director, Administrator]);
    }

    [Fact]
    public async Task ADepartment_HearsWhereItWorks_AndAllOfItWhereNobodyDoes()
    {
        (await TellAsync(new(Department: Departments.Engineering, At: [new(Here)]))).ShouldBe([FitterHere]);
        (await TellAsync(new(Department: Departments.Engineering, At: [new(Id(200))]))).ShouldBe([FitterHere, FitterThere]);
        (await TellAsync(new(Department: Departments.Engineering))).ShouldBe([FitterHere, FitterThere]);
    }

    [Fact]
    public async Task ThePersonWhoIsNamed_HearsWhereverItIs_AndWhoIsLeftOutDoesNot()
    {
        (await TellAsync(new(User: SupervisorThere, At: [new(Here)]))).ShouldBe([SupervisorThere]);
        (await TellAsync(new(Roles: [SeededRoles.Supervisor], Except: SupervisorHere, At: [new(Here)]))).ShouldBeEmpty();
    }

    [Fact]
    public async Task WhoLeft_IsNotTold()
    {
        _staff.Add(Gone, SeededRoles.Supervisor, DataScope.Company, isActive: false);
        (await TellAsync(new(Roles: [SeededRoles.Supervisor], At: [new(Here)]))).ShouldBe([SupervisorHere]);
    }

    private sealed class FakeStaff : IStaffLookup
    {
        private readonly Dictionary<Guid, (StaffSummary Staff, DataScope Scope)> _people = [];

        public void Add(Guid id, string role, DataScope scope, string? department = null, bool isActive = true) =>
            _people[id] = (new(id, $"{id}", null, department, null, null, null, [role], isActive), scope);

        public Task<IReadOnlyDictionary<Guid, StaffSummary>> GetAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<IReadOnlyList<StaffSummary>> ListAsync(string? role, string? department, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<StaffSummary>>(
            [.. _people.Values.Select(p => p.Staff).Where(s => s.IsActive && (role is null || s.Roles.Contains(role)) && (department is null || s.Department == department))]);

        public Task<IReadOnlyDictionary<Guid, DataScope>> GetScopesAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyDictionary<Guid, DataScope>>(userIds.ToDictionary(id => id, id => _people[id].Scope));
    }

    private sealed class NoResidents : IResidentAccounts
    {
        public Task<IReadOnlyDictionary<Guid, Guid>> GetUserIdsAsync(IReadOnlyCollection<Guid> partyIds, CancellationToken cancellation) => throw new NotSupportedException();
        public Task<string> IssueLinkAsync(Guid partyId, Guid unitId, string name, string? phone, CancellationToken cancellation) => throw new NotSupportedException();
        public Task<Guid> CreateAsync(Guid partyId, string userName, string name, string? phone, string password, CancellationToken cancellation) => throw new NotSupportedException();
        public Task TakeFirstPhoneAsync(Guid partyId, string phone, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
