using Microsoft.Extensions.Time.Testing;
using PropertyCloud.Identity.Access;

namespace PropertyCloud.Identity.Tests.Access;

public sealed class AccessCacheTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly AccessCache _cache;
    private string _stamp = "a";
    private int _reads;

    public AccessCacheTests() => _cache = new(_clock);

    [Fact]
    public async Task Version_IsReadOnceASecond()
    {
        for (var i = 0; i < 10; i++) await OfAsync();
        _reads.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 10; i++) await OfAsync();
        _reads.ShouldBe(2);
    }

    [Fact]
    public async Task ChangeElsewhere_CountsWithinASecond()
    {
        var before = await OfAsync();
        _stamp = "b";
        (await OfAsync()).ShouldBeSameAs(before);
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await OfAsync()).ShouldNotBeSameAs(before);
    }

    [Fact]
    public async Task SameVersion_KeepsWhatIsKnown()
    {
        var before = await OfAsync();
        _clock.Advance(TimeSpan.FromSeconds(5));
        (await OfAsync()).ShouldBeSameAs(before);
    }

    [Fact]
    public async Task Forget_CountsAtOnce()
    {
        var before = await OfAsync();
        _cache.Forget(7);
        (await OfAsync()).ShouldNotBeSameAs(before);
    }

    [Fact]
    public async Task Companies_AreApart()
    {
        var seven = await OfAsync();
        (await OfAsync(8)).ShouldNotBeSameAs(seven);
        _cache.Forget(8);
        (await OfAsync()).ShouldBeSameAs(seven);
    }

    private ValueTask<CompanyAccess> OfAsync(int tenant = 7) => _cache.OfAsync(tenant, () =>
    {
        _reads++;
        return ValueTask.FromResult(_stamp);
    });
}
