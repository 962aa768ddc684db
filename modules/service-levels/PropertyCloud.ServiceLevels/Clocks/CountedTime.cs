using PropertyCloud.ServiceLevels.Calendars;

namespace PropertyCloud.ServiceLevels.Clocks;

/// <summary>The stretches of real time that a clock counts: between them it is paused. Measured on the clock's calendar, so
/// that a pause over closed hours earns nothing.</summary>
internal sealed class CountedTime(IWorkTime calendar)
{
    private readonly List<(DateTime From, DateTime To)> _closed = [];
    private DateTime? _open;

    public bool IsCounting => _open is not null;

    public void Begin(DateTime at) => _open ??= at;

    /// <summary>Stops counting; a stretch that would begin later never began.</summary>
    public void Pause(DateTime at)
    {
        if (_open is { } from && at > from) _closed.Add((from, at));
        _open = null;
    }

    /// <summary>Forgets everything: the clock starts elsewhere.</summary>
    public void Restart(DateTime at, bool counting)
    {
        _closed.Clear();
        _open = counting ? at : null;
    }

    /// <summary>The instant at which so much has been counted; null while paused before that.</summary>
    public DateTime? Reach(TimeSpan length)
    {
        var left = length;
        foreach (var (from, to) in _closed)
        {
            var counted = calendar.Between(from, to);
            if (left <= counted) return calendar.Add(from, left);
            left -= counted;
        }

        return _open is { } since ? calendar.Add(since, left) : null;
    }
}
