using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Auditing;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Events;
using PropertyCloud.Kernel.Tenancy;

namespace PropertyCloud.Kernel.Tests.Data;

public abstract class TenantDataTests(bool mysql) : IAsyncLifetime
{
    private SampleHost _host = null!;

    public async Task InitializeAsync() => _host = await SampleHost.StartAsync(mysql);
    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Query_InTurnForThreeTenants_SeesOnlyItsOwn()
    {
        await _host.BuildAsync(2, "A");
        await _host.BuildAsync(3, "B");
        foreach (var tenant in new[] { 2, 3, 2, 4 })
        {
            var names = await _host.In(tenant, (_, db) => db.Houses.Select(h => h.Name).ToListAsync());
            names.ShouldBe(tenant switch { 2 => ["A"], 3 => ["B"], _ => [] });
        }
    }

    [Fact]
    public async Task Get_OfAForeignId_IsNotFound()
    {
        var id = await _host.BuildAsync(2, "A");
        (await Should.ThrowAsync<DomainException>(() => _host.In(3, async (_, db) => await db.GetAsync<House>(id)))).Status.ShouldBe(404);
        (await _host.In(2, async (_, db) => await db.GetAsync<House>(id))).Name.ShouldBe("A");
    }

    [Fact]
    public async Task Save_OfAForeignEntity_IsRefused()
    {
        var foreign = await _host.In(2, async (_, db) =>
        {
            var house = House.Build(_host.Clock, "A");
            db.Add(house);
            await db.SaveChangesAsync();
            return house;
        });
        await Should.ThrowAsync<InvalidOperationException>(() => _host.In(3, async (_, db) =>
        {
            db.Attach(foreign);
            foreign.AddRoom(_host.Clock);
            await db.SaveChangesAsync();
        }));
        await Should.ThrowAsync<InvalidOperationException>(() => _host.In(3, async (_, db) =>
        {
            db.Remove(foreign);
            await db.SaveChangesAsync();
        }));
        (await _host.In(2, (_, db) => db.Houses.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Reference_ToAForeignRow_IsRefusedByTheDatabase()
    {
        var id = await _host.BuildAsync(2, "A");
        var refused = await Should.ThrowAsync<DbUpdateException>(() => _host.In(3, async (_, db) =>
        {
            db.Rooms.Add(new Room(Ids.New(_host.Clock), id));
            await db.SaveChangesAsync();
        }));
        DbErrors.IsBrokenReference(refused).ShouldBeTrue();
    }

    [Fact]
    public async Task Work_WithoutATenant_IsRefused()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _host.In(0, (_, db) => db.Houses.ToListAsync()));
        await Should.ThrowAsync<InvalidOperationException>(() => _host.In(0, async (_, db) =>
        {
            db.Add(House.Build(_host.Clock, "A"));
            await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Context_UsedUnderAnotherTenant_Throws() => await Should.ThrowAsync<InvalidOperationException>(() => _host.In(2, async (services, db) =>
    {
        using var _ = services.GetRequiredService<ICurrentTenant>().Change(SampleTenants.Of(3));
        await db.Houses.ToListAsync();
    }));

    [Fact]
    public async Task RawSql_WithoutItsTenant_IsRejected()
    {
        await _host.BuildAsync(2, "A");
#pragma warning disable RS0030 // What the ban forbids is what the guard has to catch.
        await Should.ThrowAsync<InvalidOperationException>(() => _host.In(3, (_, db) => db.Houses.FromSqlRaw("SELECT * FROM sample_house").IgnoreQueryFilters().ToListAsync()));
#pragma warning restore RS0030
        await Should.ThrowAsync<InvalidOperationException>(() => _host.In(3, (_, db) => db.Database.ExecuteSqlRawAsync("DELETE FROM sample_room")));
        await Should.ThrowAsync<InvalidOperationException>(() => _host.In(3, (_, db) => db.Database.ExecuteSqlRawAsync("DELETE FROM sample_room WHERE sample_room.TenantId = {0}", 2)));
        (await _host.In(3, (_, db) => db.Database.ExecuteSqlRawAsync("DELETE FROM sample_room WHERE sample_room.TenantId = {0}", 3))).ShouldBe(0);
        (await _host.In(2, (_, db) => db.Rooms.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task BulkStatements_ReachOnlyTheirTenant()
    {
        await _host.BuildAsync(2, "A");
        await _host.BuildAsync(3, "A");
        (await _host.In(2, (_, db) => db.Houses.ExecuteUpdateAsync(s => s.SetProperty(h => h.Name, "changed")))).ShouldBe(1);
        (await _host.In(2, (_, db) => db.Rooms.ExecuteDeleteAsync())).ShouldBe(1);
        (await _host.In(3, (_, db) => db.Houses.SingleAsync())).Name.ShouldBe("A");
        (await _host.In(3, (_, db) => db.Rooms.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Save_OfAStaleAggregate_LosesAndSaysSo()
    {
        var id = await _host.BuildAsync(2, "A");
        await _host.In(2, async (_, db) =>
        {
            var mine = await db.GetAsync<House>(id);
            await _host.In(2, async (_, other) =>
            {
                (await other.GetAsync<House>(id)).Rename("theirs");
                await other.SaveChangesAsync();
            });
            mine.Rename("mine");
            (await Should.ThrowAsync<ChangedMeanwhileException>(() => db.SaveChangesAsync())).Status.ShouldBe(409);
            db.ChangeTracker.Clear();
            (await db.GetAsync<House>(id)).Name.ShouldBe("theirs");
            await db.RetryAsync(async () =>
            {
                (await db.GetAsync<House>(id)).Rename("mine after all");
                return await db.SaveChangesAsync();
            });
        });
        var house = await _host.In(2, async (_, db) => await db.GetAsync<House>(id));
        house.Name.ShouldBe("mine after all");
        house.Version.ShouldBe(3);
    }

    [Fact]
    public async Task Save_WritesEventAndAuditWithTheChange_AndMasksPersonalValues()
    {
        var id = await _host.BuildAsync(2, "A");
        await _host.In(2, async (_, db) =>
        {
            (await db.GetAsync<House>(id)).Rename("B", "13900139000");
            await db.SaveChangesAsync();
            (await db.Set<OutboxMessage>().CountAsync(m => m.TenantId == 2)).ShouldBe(2);
            var entry = await db.Set<AuditEntry>().SingleAsync(a => a.Action.EndsWith(".House.changed"));
            entry.Changes.ShouldNotBeNull().ShouldContain("\"B\"");
            entry.Changes.ShouldContain("***");
            entry.Changes.ShouldNotContain("13900139000");
        });
    }

    [Fact]
    public async Task Save_ThatFails_LeavesNoEventBehind()
    {
        await _host.BuildAsync(2, "A");
        await Should.ThrowAsync<DbUpdateException>(() => _host.BuildAsync(2, "A"));
        (await _host.In(2, (_, db) => db.Set<OutboxMessage>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Removed_IsNotSeen()
    {
        var id = await _host.BuildAsync(2, "A");
        await _host.In(2, async (_, db) =>
        {
            (await db.GetAsync<House>(id)).Remove(_host.Clock.Now());
            await db.SaveChangesAsync();
        });
        (await _host.In(2, (_, db) => db.Houses.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task TenantZero_IsRefusedByTheDatabase()
    {
        var id = Convert.ToHexString(Ids.New(_host.Clock).ToByteArray(true));
        var sql = mysql
            ? $"INSERT INTO sample_room (TenantId, Id, HouseId) VALUES (0, X'{id}', X'{id}')"
            : $"INSERT INTO sample_room (TenantId, Id, HouseId) VALUES (0, X'{id}', X'{id}')";
        await Should.ThrowAsync<System.Data.Common.DbException>(() => _host.In(2, (_, db) => db.Database.ExecuteSqlRawAsync(sql)));
    }

    [Fact]
    public async Task Query_HasTheTenantAsAParameterOfOnePlan()
    {
        var two = await _host.In(2, (_, db) => Task.FromResult(db.Houses.Where(h => h.Name == "A").ToQueryString()));
        two.ShouldContain("TenantId");
        two.Split('\n').Where(l => l.Contains("WHERE", StringComparison.Ordinal)).ShouldAllBe(l => l.Contains('@'));
    }
}

public sealed class TenantDataOnSqliteTests() : TenantDataTests(false);

public sealed class TenantDataOnMariaDbTests() : TenantDataTests(true);
