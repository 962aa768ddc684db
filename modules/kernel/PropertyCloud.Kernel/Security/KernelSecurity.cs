using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PropertyCloud.Kernel.Security;

internal static class KernelSecurity
{
    private static readonly TimeSpan StaffSession = TimeSpan.FromHours(12);

    public static void AddKernelSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        var isTls = configuration["App:Scheme"] == "https";
        AddKeys(services);
        AddSessions(services, isTls);
        AddPermissions(services);
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, AntiforgeryTenant>();
        services.AddAntiforgery(options =>
        {
            options.HeaderName = "RequestVerificationToken";
            options.SuppressXFrameOptionsHeader = true;
            options.Cookie.Name = isTls ? "__Host-pc-form" : "pc-form";
            options.Cookie.Path = "/";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = isTls ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        });
    }

    private static void AddKeys(IServiceCollection services)
    {
        services.AddSingleton<MasterKey>();
        services.AddSingleton<IKeyedHash, KeyedHash>();
        services.AddSingleton<TenantProtection>();
        services.AddSingleton<ITenantProtection>(s => s.GetRequiredService<TenantProtection>());
        services.AddDataProtection().SetApplicationName("PropertyCloud");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new KeyRepository(s.GetRequiredService<IServiceScopeFactory>());
            options.XmlEncryptor = new MasterKeyEncryptor(s.GetRequiredService<MasterKey>());
        }));
    }

    private static void AddSessions(IServiceCollection services, bool isTls)
    {
        services.AddScoped<IUserSession, UserSession>();
        services.AddSingleton<TenantTicketFormat>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = isTls ? "__Host-pc" : "pc";
            options.Cookie.Path = "/";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = isTls ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            options.Cookie.IsEssential = true;
            options.LoginPath = "/sign-in";
            options.LogoutPath = "/sign-out";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = StaffSession;
            options.SlidingExpiration = true;
            options.Events = SessionEvents.Create();
        });
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<TenantTicketFormat, TimeProvider>((options, format, clock) =>
            {
                options.TicketDataFormat = format;
                options.CookieManager = new SessionCookies(clock);
            });
    }

    private static void AddPermissions(IServiceCollection services)
    {
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
    }
}
