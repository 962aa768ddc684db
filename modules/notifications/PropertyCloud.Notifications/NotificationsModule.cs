using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Notifications.Data;
using PropertyCloud.Notifications.Demonstration;
using PropertyCloud.Notifications.Notices;
using PropertyCloud.Theme.Layout;

namespace PropertyCloud.Notifications;

/// <summary>The inbox and the bell: tells people what happened that concerns them.</summary>
[Module("notifications", DependsOn = ["identity", "butler", "work-orders", "service-levels"])]
public sealed class NotificationsModule : PropertyCloudModule
{
    public override void ConfigureServices(ModuleContext context)
    {
        context.AddDbContext<NotificationsDbContext, SqliteNotificationsDbContext, MySqlNotificationsDbContext>();
        context.Services.AddSingleton<UnreadCounts>();
        context.Services.AddScoped<Recipients>();
        context.Services.AddScoped<NoticeWriter>();
        context.Services.AddScoped<NoticeReader>();
        context.Services.AddScoped<NoticeWords>();
        context.Services.AddScoped<IBellSource, Bell>();
        context.Services.AddScoped<IDemoContributor, NotificationsDemo>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder api) => NotificationEndpoints.Map(api);
}
