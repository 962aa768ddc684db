using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Identity.Access;
using PropertyCloud.Identity.Accounts;
using PropertyCloud.Identity.Contracts;
using PropertyCloud.Identity.Data;
using PropertyCloud.Identity.Demo;
using PropertyCloud.Identity.Links;
using PropertyCloud.Identity.Operators;
using PropertyCloud.Identity.PhoneChanges;
using PropertyCloud.Identity.Roles;
using PropertyCloud.Identity.Staff;
using PropertyCloud.Identity.Users;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Web;

namespace PropertyCloud.Identity;

/// <summary>Who signs in, and what they may do: users, roles with their permissions, data scopes, one-time links.</summary>
[Module("identity", AlwaysOn = true)]
public sealed class IdentityModule : PropertyCloudModule
{
    public override IEnumerable<PermissionDefinition> Permissions => IdentityPermissions.All;

    public override IEnumerable<MenuEntry> Menu =>
    [
        new(MenuPlace.ResidentTab, 90, "我的", "user", "/account"),
        new(MenuPlace.StaffTab, 90, "我的", "user", "/account"),
        new(MenuPlace.Setting, 10, "员工与角色", "users", "/staff", IdentityPermissions.Staff),
        new(MenuPlace.Setting, 12, "手机号变更", "device-mobile", "/phone-changes", IdentityPermissions.Phones),
        new(MenuPlace.Setting, 15, "组织架构", "hierarchy", "/organisation", IdentityPermissions.Organisation),
        new(MenuPlace.Platform, 20, "运营人员", "users", "/platform/operators", IdentityPermissions.Operators),
    ];

    public override void ConfigureServices(ModuleContext context)
    {
        context.AddDbContext<IdentityDbContext, SqliteIdentityDbContext, MySqlIdentityDbContext>();
        var services = context.Services;
        services.AddIdentityCore<User>(options =>
        {
            // Names may be Chinese; what else they may be is said by UserNames, the password's rules by PasswordPolicy.
            options.User.AllowedUserNameCharacters = "";
            options.Password = new PasswordOptions { RequiredLength = 1, RequiredUniqueChars = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
        });
        services.AddScoped<IUserStore<User>, TenantUserStore>();
        services.AddScoped<IPasswordValidator<User>, PasswordPolicyValidator>();
        services.AddSingleton<AccessCache>();
        services.AddScoped<AccessLoader>();
        services.AddScoped<IUserAccessSource, UserAccessSource>();
        services.AddScoped<IStaffLookup, StaffLookup>();
        services.AddScoped<IStaffAccounts, StaffAccounts>();
        services.AddScoped<IResidentAccounts, ResidentAccounts>();
        services.AddScoped<DemoPasswords>();
        services.AddScoped<LinkIssuer>();
        services.AddScoped<PasswordProof>();
        services.AddScoped<PhoneChangeDesk>();
        services.AddScoped<PhoneChangeReach>();
        services.AddScoped<IPhoneChanges, PhoneChangeAccess>();
        services.AddScoped<LastAdministrator>();
        services.AddScoped<Registry.Contracts.IRegistryUsage, Staff.RegistryUsage>();
        services.AddScoped<IDemoContributor, IdentityDemo>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder api)
    {
        AccountEndpoints.Map(api);
        StaffEndpoints.Map(api);
        PhoneChangeEndpoints.Map(api);
        OperatorEndpoints.Map(api);
    }

    /// <summary>Gives companies that exist already the permissions that a newer version declares.</summary>
    public override async Task StartAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var reading = services.CreateAsyncScope();
        foreach (var tenant in await reading.ServiceProvider.GetRequiredService<ITenantStore>().ListAsync(cancellation))
        {
            await using var scope = services.CreateAsyncScope();
            using (scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenant))
                await scope.ServiceProvider.GetRequiredService<SeedRoles>().HandleAsync(cancellation);
        }
    }
}
