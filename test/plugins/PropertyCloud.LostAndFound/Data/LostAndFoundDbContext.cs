using Microsoft.EntityFrameworkCore;
using PropertyCloud.Kernel.Data;
using PropertyCloud.LostAndFound.Items;

namespace PropertyCloud.LostAndFound.Data;

internal abstract class LostAndFoundDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<FoundItem> Items => Set<FoundItem>();
}

internal sealed class SqliteLostAndFoundDbContext(DbContextOptions<SqliteLostAndFoundDbContext> options) : LostAndFoundDbContext(options);

internal sealed class MySqlLostAndFoundDbContext(DbContextOptions<MySqlLostAndFoundDbContext> options) : LostAndFoundDbContext(options);
