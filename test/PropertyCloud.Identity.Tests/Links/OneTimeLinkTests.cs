using Microsoft.Extensions.Time.Testing;
using PropertyCloud.Identity.Links;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Identity.Tests.Links;

public sealed class OneTimeLinkTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 9, 15, 7, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Use_Once_Works()
    {
        var link = Issue();
        link.Use(_clock.Now());
        link.Status.ShouldBe(LinkStatus.Used);
        link.UsedAt.ShouldBe(_clock.Now());
    }

    [Fact]
    public void Use_Twice_IsGone()
    {
        var link = Issue();
        link.Use(_clock.Now());
        Should.Throw<DomainException>(() => link.Use(_clock.Now())).Status.ShouldBe(410);
    }

    [Fact]
    public void Use_InTheLastMoment_Works()
    {
        var link = Issue();
        _clock.Advance(OneTimeLink.ValidFor - TimeSpan.FromSeconds(1));
        link.Use(_clock.Now());
    }

    [Fact]
    public void Use_After72Hours_IsGone()
    {
        var link = Issue();
        _clock.Advance(TimeSpan.FromHours(72));
        Should.Throw<DomainException>(() => link.Use(_clock.Now())).Status.ShouldBe(410);
    }

    [Fact]
    public void Use_WhenWithdrawn_IsGone()
    {
        var link = Issue();
        link.Withdraw();
        Should.Throw<DomainException>(() => link.Use(_clock.Now())).Status.ShouldBe(410);
    }

    [Fact]
    public void Withdraw_WhenUsed_LeavesItUsed()
    {
        var link = Issue();
        link.Use(_clock.Now());
        link.Withdraw();
        link.Status.ShouldBe(LinkStatus.Used);
    }

    [Fact]
    public void Token_IsNotKept()
    {
        var token = LinkTokens.New();
        var link = OneTimeLink.Issue(_clock, Ids.New(_clock), null, token);
        link.TokenHash.ShouldBe(LinkTokens.Hash(token));
        link.TokenHash.ShouldNotContain(token);
    }

    [Fact]
    public void Tokens_Have128Bits_FitAnAddress_AndDiffer()
    {
        var tokens = Enumerable.Range(0, 1000).Select(_ => LinkTokens.New()).ToList();
        tokens.ShouldAllBe(t => t.Length == 22 && t.All(c => char.IsAsciiLetterOrDigit(c) || c == '-' || c == '_'));
        tokens.ShouldBeUnique();
    }

    private OneTimeLink Issue() => OneTimeLink.Issue(_clock, Ids.New(_clock), null, LinkTokens.New());
}
