using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PropertyCloud.Kernel.Live;

/// <summary>Passes announcements on within this process and remembers them for other hosts.</summary>
internal sealed class LookAgainHub : ILookAgain
{
    private const int Waiting = 64;
    private readonly ConcurrentDictionary<int, ConcurrentDictionary<Channel<string>, byte>> _listeners = new();
    private readonly ConcurrentDictionary<(int TenantId, string Topic), byte> _unsent = new();

    /// <summary>False where no other host can be: then nothing is remembered.</summary>
    public bool HasOtherHosts { get; set; }

    public void Announce(int tenantId, string topic)
    {
        if (tenantId <= 0) return;
        Deliver(tenantId, topic);
        if (HasOtherHosts) _unsent.TryAdd((tenantId, topic), 0);
    }

    /// <summary>To the listeners of this process only.</summary>
    public void Deliver(int tenantId, string topic)
    {
        if (!_listeners.TryGetValue(tenantId, out var channels)) return;
        foreach (var channel in channels.Keys)
            channel.Writer.TryWrite(topic);
    }

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
    public Listener Listen(int tenantId)
    {
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest });
        var channels = _listeners.GetOrAdd(tenantId, _ => new());
        channels.TryAdd(channel, 0);
        return new(channel.Reader, () => channels.TryRemove(channel, out _));
    }

    public sealed class Listener(ChannelReader<string> reader, Action stop) : IDisposable
    {
        public ChannelReader<string> Reader { get; } = reader;
        public void Dispose() => stop();
    }
}
