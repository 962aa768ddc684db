using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Notifications.Data;
using PropertyCloud.Notifications.Notices;

namespace PropertyCloud.Notifications.Demonstration;

/// <summary>People of the demonstration read what they are told: when it opens, only the last day is unread.</summary>
internal sealed class NotificationsDemo : IDemoContributor
{
    public int Order => 50;

    public Task SeedAsync(DemoCompany company, CancellationToken cancellation)
    {
        company.At(company.End, async (services, token) =>
        {
            var now = services.GetRequiredService<TimeProvider>().Now();
            var yesterday = now.AddDays(-1);
            await services.GetRequiredService<NotificationsDbContext>().Notifications
                .Where(n => n.State == NoticeState.Unread && n.HappenedAt < yesterday)
                .ExecuteUpdateAsync(set => set.SetProperty(n => n.State, NoticeState.Read).SetProperty(n => n.ReadAt, now), token);
        });
        return Task.CompletedTask;
    }
}
