using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PropertyCloud.Kernel.Live;

/// <summary>Passes announcements on within this process and remembers them for other hosts.</summary>
internal sealed class LookAgainHub : ILookAgain
{
    private const int Waiting = 64;
    private const char ShareMark = '/';
    private readonly ConcurrentDictionary<int, ConcurrentDictionary<Channel<string>, Guid?>> _listeners = new();
    private readonly ConcurrentDictionary<(int TenantId, string Topic), byte> _unsent = new();

    /// <summary>False where no other host can be: then nothing is remembered.</summary>
    public bool HasOtherHosts { get; set; }

    public void Announce(int tenantId, string topic)
    {
        if (tenantId <= 0) return;
        Deliver(tenantId, topic);
        if (HasOtherHosts) _unsent.TryAdd((tenantId, topic), 0);
    }

    public void Announce(int tenantId, string topic, IReadOnlyCollection<Guid> users)
    {
        if (tenantId <= 0 || users.Count == 0) return;
        var wanted = users.ToHashSet();
        Deliver(tenantId, topic, wanted.Contains);
        if (!HasOtherHosts) return;
        foreach (var share in wanted.Select(ShareOf).Distinct()) _unsent.TryAdd((tenantId, topic + ShareMark + share), 0);
    }

    /// <summary>To the listeners of this process only.</summary>
    /// <param name="topic">As it was announced, or with a share of users after a mark.</param>
    public void Deliver(int tenantId, string topic)
    {
        var mark = topic.IndexOf(ShareMark);
        if (mark < 0) Deliver(tenantId, topic, _ => true);
        else Deliver(tenantId, topic[..mark], user => ShareOf(user) == topic[(mark + 1)..]);
    }

    private void Deliver(int tenantId, string topic, Func<Guid, bool> isWanted)
    {
        if (!_listeners.TryGetValue(tenantId, out var channels)) return;
        foreach (var (channel, user) in channels)
            if (user is not { } one || isWanted(one)) channel.Writer.TryWrite(topic);
    }

    /// <summary>One of sixteen, by the last digit of the id, which is random.</summary>
    private static string ShareOf(Guid user) => user.ToString("N")[^1..];

    public IReadOnlyCollection<int> TenantsWithListeners => [.. _listeners.Where(l => !l.Value.IsEmpty).Select(l => l.Key)];

    public IReadOnlyList<(int TenantId, string Topic)> TakeUnsent()
    {
        var taken = _unsent.Keys.ToList();
        foreach (var key in taken) _unsent.TryRemove(key, out _);
        return taken;
    }

    public void PutBack(IEnumerable<(int TenantId, string Topic)> unsent)
    {
        foreach (var key in unsent) _unsent.TryAdd(key, 0);
    }

    public async IAsyncEnumerable<string> ListenAsync(int tenantId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var listener = Listen(tenantId);
        while (await listener.Reader.WaitToReadAsync(cancellation))
            while (listener.Reader.TryRead(out var topic)) yield return topic;
    }

    /// <summary>From now on, until disposed. A listener that is slow loses the oldest: it looks again anyway.</summary>
    /// <param name="user">Hears what is announced to all and to them; null hears everything.</param>
    public Listener Listen(int tenantId, Guid? user = null)
    {
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest });
        var channels = _listeners.GetOrAdd(tenantId, _ => new());
        channels.TryAdd(channel, user);
        return new(channel.Reader, () => channels.TryRemove(channel, out _));
    }

    public sealed class Listener(ChannelReader<string> reader, Action stop) : IDisposable
    {
        public ChannelReader<string> Reader { get; } = reader;
        public void Dispose() => stop();
    }
}
