using Microsoft.Extensions.Time.Testing;
using PropertyCloud.Kernel.Settings;

namespace PropertyCloud.Kernel.Tests.Settings;

public sealed class SettingCacheTests
{
    private readonly FakeTimeProvider _clock = new();
    private string _stamp = "a";
    private string _value = "1";
    private int _looks, _loads;

    private async Task<string> GetAsync(SettingCache cache, int tenant = 2, Guid user = default) => (await cache.GetAsync(tenant, user,
        () => { _looks++; return Task.FromResult(_stamp); },
        () => { _loads++; return Task.FromResult(new Dictionary<string, string> { ["x"] = _value }); }))["x"];

    [Fact]
    public async Task WithinASecond_NothingIsRead()
    {
        var cache = new SettingCache(_clock);
        for (var i = 0; i < 10; i++) (await GetAsync(cache)).ShouldBe("1");
        (_looks, _loads).ShouldBe((1, 1));
    }

    [Fact]
    public async Task AnotherHostsChange_CountsAfterASecond()
    {
        var cache = new SettingCache(_clock);
        await GetAsync(cache);
        (_stamp, _value) = ("b", "2");
        _clock.Advance(TimeSpan.FromMilliseconds(999));
        (await GetAsync(cache)).ShouldBe("1");
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await GetAsync(cache)).ShouldBe("2");
    }

    [Fact]
    public async Task WithoutAChange_OnlyTheVersionIsLookedAt()
    {
        var cache = new SettingCache(_clock);
        for (var i = 0; i < 5; i++)
        {
            await GetAsync(cache);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        (_looks, _loads).ShouldBe((5, 1));
    }

    [Fact]
    public async Task OwnChange_CountsAtOnce_ForThatCompanyAlone()
    {
        var cache = new SettingCache(_clock);
        await GetAsync(cache);
        await GetAsync(cache, tenant: 3);
        _value = "2";
        cache.Forget(2);
        (await GetAsync(cache)).ShouldBe("2");
        (await GetAsync(cache, tenant: 3)).ShouldBe("1");
    }

    [Fact]
    public async Task UsersAndCompany_AreKeptApart()
    {
        var cache = new SettingCache(_clock);
        await GetAsync(cache);
        _value = "own";
        (await GetAsync(cache, user: Guid.Parse("00000000-0000-0000-0000-000000000001"))).ShouldBe("own");
        (await GetAsync(cache)).ShouldBe("1");
    }
}
