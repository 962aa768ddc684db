using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Notifications.Notices;

namespace PropertyCloud.Notifications.Data;

internal abstract class NotificationsDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<Notification> Notifications => Set<Notification>();
}

internal sealed class SqliteNotificationsDbContext(DbContextOptions<SqliteNotificationsDbContext> options) : NotificationsDbContext(options);

internal sealed class MySqlNotificationsDbContext(DbContextOptions<MySqlNotificationsDbContext> options) : NotificationsDbContext(options);
