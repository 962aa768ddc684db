using PropertyCloud.Kernel.Domain;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Clocks;

/// <summary>The resolve clock, the only one that pauses: on hold, between the work's end and the resident's sending it back,
/// and before a slot that the resident asked for.</summary>
internal sealed class ResolveRun
{
    private readonly ClockLimit _limit;
    private readonly CountedTime _time;
    private readonly DateTime _reported;
    private DateTime _start;
    private DateTime _notBefore;
    private DateTime? _stop;
    private bool _onHold;
    private bool _wasResolved;

    public ResolveRun(ClockLimit limit, DateTime reported)
    {
        (_limit, _reported, _start, _notBefore, _time) = (limit, reported, reported, reported, new(limit.Calendar));
        _time.Begin(reported);
    }

    public ClockFace Follow(IEnumerable<ClockFact> facts)
    {
        foreach (var fact in facts) Apply(fact);
        var (due, warn) = (Cut(_time.Reach(_limit.Length)), Cut(_time.Reach(_limit.WarnLength)));
        if (_stop is { } stop) return _limit.Face(_start, warn, due!.Value, stop);

        // On hold nobody knows when it will be due: that depends on how long the hold lasts. A due that had passed before
        // the hold stays.
        return new(ClockKind.Resolve, _onHold && due is null ? ClockState.OnHold : ClockState.Running, _limit.Minutes, _start, warn, due, null);
    }

    private void Apply(ClockFact fact)
    {
        switch (fact.Kind)
        {
            case ClockFactKind.HoldStarted when !_onHold && _stop is null:
                _onHold = true;
                _time.Pause(fact.At);
                break;
            case ClockFactKind.HoldEnded when _onHold:
                _onHold = false;
                Resume(fact.At);
                break;
            case ClockFactKind.Resolved when _stop is null:
                Stop(fact.At);
                break;
            case ClockFactKind.SentBack when _stop is { } stop && fact.At >= stop:
                _stop = null;
                _time.Pause(stop);
                Resume(fact.At);
                break;
            case ClockFactKind.Appointment when fact.From is { } from && _stop is null:
                Postpone(fact.At, Clock.Cut(from));
                break;
        }
    }

    private void Resume(DateTime at) => _time.Begin(at > _notBefore ? at : _notBefore);

    /// <summary>Work that ends a hold, or comes before the slot, uses up nothing more; the due is what it would have been.</summary>
    private void Stop(DateTime at)
    {
        _stop = at;
        _wasResolved = true;
        if (!_time.IsCounting) Resume(at);
        _onHold = false;
    }

    /// <summary>Before the first attempt the clock starts at the slot, the last one asked for; after it, waiting for the slot
    /// is a pause. A slot asked for when the time was already up changes nothing.</summary>
    private void Postpone(DateTime at, DateTime slot)
    {
        if (_time.Reach(_limit.Length) is { } due && due < at) return;
        _notBefore = slot > at ? slot : at;
        if (_wasResolved)
        {
            if (!_time.IsCounting) return;
            _time.Pause(at);
            _time.Begin(_notBefore);
            return;
        }

        _start = _notBefore = slot > _reported ? slot : _reported;
        _time.Restart(_start, counting: !_onHold);
    }

    private static DateTime? Cut(DateTime? at) => at is { } instant ? Clock.Cut(instant) : null;
}
