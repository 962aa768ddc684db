using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Kernel.Timers;

namespace PropertyCloud.Kernel.Tests.Data;

[EventName("sample.renamed.v1")]
internal sealed record HouseRenamed(Guid HouseId, string Name) : IEvent
{
    public Guid Subject => HouseId;
}

[Audited]
internal sealed class House : AggregateRoot, ISoftDelete
{
    private House() { }

    public string Name { get; private set; } = "";

    [Personal]
    public string? Phone { get; private set; }
    public DateTime? DeletedAt { get; private set; }
    public List<Room> Rooms { get; private set; } = [];

    public static House Build(TimeProvider clock, string name, string? phone = null)
    {
        var house = new House { Id = Ids.New(clock), Name = name, Phone = phone };
        house.Raise(new HouseRenamed(house.Id, name));
        return house;
    }

    public void Rename(string name, string? phone = null)
    {
        Name = name;
        Phone = phone;
        Raise(new HouseRenamed(Id, name));
    }

    public void Remove(DateTime at) => DeletedAt = at;
    public void AddRoom(TimeProvider clock) => Rooms.Add(new Room(Ids.New(clock), Id));
}

internal sealed class Room : Entity
{
    private Room() { }

    public Room(Guid id, Guid houseId)
    {
        Id = id;
        HouseId = houseId;
    }

    public Guid HouseId { get; private set; }
    public Guid? NextRoomId { get; set; }
}

internal sealed class HouseConfiguration : IEntityTypeConfiguration<House>
{
    public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<House> builder)
    {
        builder.ToTable("sample_house");
        builder.Property(x => x.Name).IsCode(50);
        builder.Property(x => x.Phone).HasMaxLength(20);
        builder.HasIndex(x => x.Name).IsUnique();
        builder.HasMany(x => x.Rooms).WithOne().HasForeignKey(x => x.HouseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RoomConfiguration : IEntityTypeConfiguration<Room>
{
    public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Room> builder) =>
        builder.ToTable("sample_room").HasOne<Room>().WithMany().HasForeignKey(x => x.NextRoomId).OnDelete(DeleteBehavior.Restrict);
}

internal abstract class SampleDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<House> Houses => Set<House>();
    public DbSet<Room> Rooms => Set<Room>();
}

internal sealed class SqliteSampleDbContext(DbContextOptions<SqliteSampleDbContext> options) : SampleDbContext(options);

internal sealed class MySqlSampleDbContext(DbContextOptions<MySqlSampleDbContext> options) : SampleDbContext(options);

/// <summary>What happened in subscribers and timers, by test.</summary>
internal sealed class SampleLog
{
    public List<string> Lines { get; } = [];
    public Func<string, Task>? Before { get; set; }

    /// <summary>How often the subscriber that changes nothing was told.</summary>
    public int Idle => _idle;
    private int _idle;

    public void AddIdle() => Interlocked.Increment(ref _idle);

    public void Add(string line)
    {
        lock (Lines) Lines.Add(line);
    }
}

/// <summary>Asks for what it needs when it is called: other hosts of this assembly find it as well and have no sample.</summary>
internal sealed class RenameSubscriber(IServiceProvider services, TimeProvider clock) : ISubscriber<HouseRenamed>
{
    public async Task HandleAsync(HouseRenamed happened, EventEnvelope envelope, CancellationToken cancellation)
    {
        var (db, log) = (services.GetRequiredService<SampleDbContext>(), services.GetRequiredService<SampleLog>());
        if (log.Before is { } before) await before(happened.Name);
        log.Add($"{db.CurrentTenantId}:{happened.Name}");
        db.Rooms.Add(new Room(Ids.New(clock), happened.HouseId));
        await db.SaveChangesAsync(cancellation);
    }
}

/// <summary>Saves, but has nothing to save.</summary>
internal sealed class IdleSubscriber(IServiceProvider services) : ISubscriber<HouseRenamed>
{
    public async Task HandleAsync(HouseRenamed happened, EventEnvelope envelope, CancellationToken cancellation)
    {
        services.GetRequiredService<SampleLog>().AddIdle();
        await services.GetRequiredService<SampleDbContext>().SaveChangesAsync(cancellation);
    }
}

[TimerHandler("sample.timer")]
internal sealed class SampleTimer(IServiceProvider services, ICurrentTenant tenant) : ITimerHandler
{
    public async Task<TimerStep?> FireAsync(Guid subject, int step, DateTime dueAt, CancellationToken cancellation)
    {
        var log = services.GetRequiredService<SampleLog>();
        if (log.Before is { } before) await before($"timer {step}");
        log.Add($"{tenant.Id}:timer {step}");
        return step < 3 ? new(step + 1, dueAt.AddMinutes(1)) : null;
    }
}

internal sealed class SampleTenants : ITenantStore
{
    private static readonly IReadOnlySet<string> All = new HashSet<string>();
    public static TenantInfo Of(int id) => new(id, $"t{id}", $"Company {id}", "Asia/Shanghai", false, All);
    public ValueTask<TenantInfo?> FindAsync(int id, CancellationToken cancellation = default) => new(id is > 0 and < 1000 ? Of(id) : null);
    public ValueTask<TenantInfo?> FindByNameAsync(string name, CancellationToken cancellation = default) => new((TenantInfo?)null);
    public ValueTask<IReadOnlyList<TenantInfo>> ListAsync(CancellationToken cancellation = default) => new([]);
    public void Forget(int id) { }
}

/// <summary>A host without web: the kernel's data on one engine, in a database of its own.</summary>
public sealed class SampleHost : IAsyncDisposable
{
    private readonly string _name = $"kt_{Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddTicks(Random.Shared.NextInt64(1L << 50))):N}";
    private readonly bool _mysql;
    private readonly string _server;
    internal ServiceProvider Services { get; }
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 9, 15, 7, 27, 0, TimeSpan.Zero));

    private SampleHost(bool mysql, bool fastLoad)
    {
        _mysql = mysql;
        _server = Environment.GetEnvironmentVariable("PC_MYSQL") ?? "Server=127.0.0.1;Port=33061;User ID=root;Password=;";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = mysql ? "mysql" : "sqlite",
            ["ConnectionStrings:Main"] = mysql ? $"{_server}Database={_name}" : $"Data Source={Path.Combine(Path.GetTempPath(), _name)}.db",
            ["App:Background"] = "false",
            ["Database:FastLoad"] = fastLoad ? "true" : "false",
        }).Build();
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ITenantStore, SampleTenants>();
        services.AddSingleton<SampleLog>();
        services.AddScoped<RenameSubscriber>();
        services.AddScoped<IdleSubscriber>();
        services.AddScoped<SampleTimer>();
        DataServices.AddKernelData(services, configuration, [typeof(SampleHost).Assembly]);
        DataServices.AddModuleContext<SampleDbContext, SqliteSampleDbContext, MySqlSampleDbContext>(services, configuration);
        Services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public static async Task<SampleHost> StartAsync(bool mysql, bool fastLoad = false)
    {
        var host = new SampleHost(mysql, fastLoad);
        await using var scope = host.Services.CreateAsyncScope();
        var kernel = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
        var creator = Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator>(kernel);
        await creator.CreateAsync();
        await creator.CreateTablesAsync();
        var sample = scope.ServiceProvider.GetRequiredService<SampleDbContext>();
        await Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator>(sample).CreateTablesAsync();
        return host;
    }

    /// <summary>Runs in a scope of its own under the tenant.</summary>
    internal async Task<T> In<T>(int tenantId, Func<IServiceProvider, SampleDbContext, Task<T>> work)
    {
        using var _ = Services.GetRequiredService<ICurrentTenant>().Change(tenantId == 0 ? null : SampleTenants.Of(tenantId));
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<SampleDbContext>());
    }

    internal Task In(int tenantId, Func<IServiceProvider, SampleDbContext, Task> work) => In<int>(tenantId, async (s, db) =>
    {
        await work(s, db);
        return 0;
    });

    internal Task<Guid> BuildAsync(int tenantId, string name) => In(tenantId, async (_, db) =>
    {
        var house = House.Build(Clock, name, "13800138000");
        house.AddRoom(Clock);
        db.Add(house);
        await db.SaveChangesAsync();
        return house.Id;
    });

    public async ValueTask DisposeAsync()
    {
        if (_mysql)
        {
            await using var scope = Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<KernelDbContext>().Database.EnsureDeletedAsync();
        }

        await Services.DisposeAsync();
        if (!_mysql)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            File.Delete(Path.Combine(Path.GetTempPath(), $"{_name}.db"));
        }
    }
}
