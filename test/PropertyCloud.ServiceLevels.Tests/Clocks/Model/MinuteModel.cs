using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Tests.Clocks.Model;

/// <summary>What the model says of a clock.</summary>
internal sealed record ModelFace(string Clock, string State, int? Limit = null, DateTime? Started = null, DateTime? Warn = null, DateTime? Due = null, DateTime? Stopped = null);

/// <summary>What a history had in it that mattered to its clocks.</summary>
internal sealed class Seen
{
    public static readonly IReadOnlyList<string> Names =
        ["pauses", "closed hours", "holidays", "a zone with daylight saving", "a change of the wall clock", "reclassification", "appointments", "rework", "plan changes", "late events"];

    private readonly HashSet<string> _seen = [];
    public void Saw(string what) => _seen.Add(what);
    public bool Has(string what) => _seen.Contains(what);
}

/// <summary>The clocks of a request by walking every minute from its report: slow and obvious. Rulings 1 to 8.</summary>
internal sealed class MinuteModel
{
    private static readonly string[] Clocks = ["respond", "arrive", "resolve", "feed-back", "call-back"];
    private const int LongestWalkMinutes = 4000 * 1440;

    private readonly ClockHistory _history;
    private readonly Terms? _terms;
    private readonly Doors? _doors;
    private readonly List<ClockFact> _facts;
    private readonly string _severity;
    private readonly DateTime? _ended;
    private readonly Dictionary<string, Counter> _counters = [];
    private readonly Dictionary<string, DateTime> _stopped = [];

    // Of arrive and resolve.
    private DateTime _resolveStart;
    private DateTime _notBefore;
    private bool _held;
    private bool _everResolved;
    private DateTime? _confirmed;
    private DateTime? _gaveUp;

    public MinuteModel(Story story, Company company)
    {
        _history = story.History;
        _terms = InForce(story, company);
        (_facts, _ended) = Happened(_history);
        var reclassified = _facts.Where(f => f.Kind == ClockFactKind.Reclassified && f.Severity is not null).ToList();
        _severity = reclassified.Count == 0 ? _history.Severity : reclassified[^1].Severity!;
        _resolveStart = _notBefore = _history.ReportedAt;
        if (_terms is null) return;
        var zone = ModelZone.Of(company.Zone);
        _doors = new(_terms, zone, _history.ReportedAt);
        Note(story, company, zone);
    }

    public Seen Seen { get; } = new();

    public IReadOnlyList<ModelFace> Faces()
    {
        if (_terms is null) return [.. Clocks.Select(c => new ModelFace(c, "Unset"))];
        foreach (var clock in Clocks)
            if (Promised(clock) is { Minutes: { } minutes } limit) _counters[clock] = new(minutes, limit.Business, _terms.WarnPercent);
        Walk();
        var faces = Clocks.Select(Face).ToArray();
        return _terms.Group.Count == 0 ? faces : Either(faces, _terms.Group);
    }

    /// <summary>A community's plan before its grade's before the default; the last publication of each before the report.</summary>
    private static Terms? InForce(Story story, Company company)
    {
        var before = company.Published.Take(story.PublishedBefore).ToList();
        Terms? Last(string scope) => before.LastOrDefault(p => p.Scope == scope)?.Terms;
        return (story.History.CommunityId == Company.Special ? Last("community") : null) ?? (story.Grade == Company.Grade ? Last("grade") : null) ?? Last("default");
    }

    /// <summary>Facts in the order in which they happened, of two at once the one recorded first; nothing happens before the
    /// report or after the end.</summary>
    private static (List<ClockFact>, DateTime?) Happened(ClockHistory history)
    {
        var facts = new List<ClockFact>();
        foreach (var told in history.Facts)
        {
            var fact = told.At < history.ReportedAt ? told with { At = history.ReportedAt } : told;
            var place = facts.Count;
            while (place > 0 && facts[place - 1].At > fact.At) place--;
            facts.Insert(place, fact);
        }

        var end = facts.FindIndex(f => f.Kind == ClockFactKind.Ended);
        return end < 0 ? (facts, null) : (facts[..end], facts[end].At);
    }

    /// <summary>Item before kind with severity before kind before severity before any.</summary>
    private Limit? Promised(string clock)
    {
        if (clock == "call-back" && !_terms!.CallsBack) return null;
        Limit? Row(string kind, string severity, string? item) =>
            _terms!.Limits.FirstOrDefault(l => l.Clock == clock && l.Kind == kind && l.Severity == severity && l.Item == item);
        Limit? Of(string? item) => Row(_history.Kind, _severity, item) ?? Row(_history.Kind, "*", item) ?? Row("*", _severity, item) ?? Row("*", "*", item);
        return (_history.ItemCode is { } code ? Of(code) : null) ?? Of(null);
    }

    private void Walk()
    {
        var next = 0;
        var minute = _history.ReportedAt;
        for (var walked = 0; ; walked++, minute = minute.AddMinutes(1))
        {
            if (walked > LongestWalkMinutes) throw new InvalidOperationException("The model walked too long.");
            while (next < _facts.Count && _facts[next].At <= minute) Happen(_facts[next++]);
            if (next == _facts.Count && _counters.All(c => c.Value.Due is not null || !MayCount(c.Key))) return;
            _doors!.Next(minute);
            foreach (var (clock, counter) in _counters)
            {
                if (counter.Due is not null) continue;
                if (clock == "resolve" && _held && Counts(counter)) Seen.Saw("pauses");
                if (!MayCount(clock) || (clock == "resolve" && minute < _notBefore)) continue;
                if (counter.Business && !_doors.Open) Seen.Saw("closed hours");
                if (counter.Business && _doors.OnHoliday) Seen.Saw("holidays");
                if (Counts(counter)) counter.Count(minute);
            }
        }
    }

    private bool Counts(Counter counter) => !counter.Business || _doors!.Open;

    /// <summary>Only resolve pauses. Once stopped it goes on as if work had gone on, to show when it would have been due.</summary>
    private bool MayCount(string clock) => clock switch
    {
        "resolve" => !_held || _stopped.ContainsKey("resolve"),
        "call-back" => _confirmed is not null,
        _ => true,
    };

    private void Happen(ClockFact fact)
    {
        switch (fact.Kind)
        {
            case ClockFactKind.Responded: _stopped.TryAdd("respond", fact.At); break;
            case ClockFactKind.Arrived: _stopped.TryAdd("arrive", fact.At); break;
            case ClockFactKind.Answered: _stopped.TryAdd("feed-back", fact.At); break;
            case ClockFactKind.HoldStarted: _held |= !_stopped.ContainsKey("resolve"); break;
            case ClockFactKind.HoldEnded: _held = false; break;
            case ClockFactKind.Resolved: Resolve(fact.At); break;
            case ClockFactKind.SentBack: SendBack(fact.At); break;
            case ClockFactKind.Confirmed: _confirmed ??= fact.At; break;
            case ClockFactKind.CalledBack when _confirmed is not null && _gaveUp is null: _stopped.TryAdd("call-back", fact.At); break;
            case ClockFactKind.NotReached when _confirmed is not null && !_stopped.ContainsKey("call-back"): _gaveUp ??= fact.At; break;
            case ClockFactKind.Appointment when fact is { From: { } from, Until: { } until }: Appoint(fact.At, from, until); break;
        }
    }

    private void Resolve(DateTime at)
    {
        if (!_stopped.TryAdd("resolve", at)) return;
        _held = false;
        _everResolved = true;
        _counters.GetValueOrDefault("resolve")?.Remember();
    }

    /// <summary>What was counted since it was resolved was waiting for the resident, and never was.</summary>
    private void SendBack(DateTime at)
    {
        if (!_stopped.Remove("resolve")) return;
        _counters.GetValueOrDefault("resolve")?.Recall();
        if (_counters.ContainsKey("resolve")) Seen.Saw("rework");
    }

    /// <summary>What the resident asks for moves arrive to the slot's end and starts resolve at its beginning; after a first
    /// attempt resolve only waits for it. What was due before it was asked for stays due.</summary>
    private void Appoint(DateTime at, DateTime from, DateTime until)
    {
        if (_counters.TryGetValue("arrive", out var arrive) && !_stopped.ContainsKey("arrive") && !(arrive.Due < at))
        {
            arrive.Fix(from, until);
            Seen.Saw("appointments");
        }

        if (_stopped.ContainsKey("resolve") || !_counters.TryGetValue("resolve", out var resolve) || resolve.Due < at) return;
        Seen.Saw("appointments");
        _notBefore = from > at ? from : at;
        if (_everResolved) return;
        _resolveStart = _notBefore = from > _history.ReportedAt ? from : _history.ReportedAt;
        resolve.StartAnew();
    }

    private ModelFace Face(string clock)
    {
        if (!_counters.TryGetValue(clock, out var counter)) return new(clock, "Unset");
        DateTime? stopped = _stopped.TryGetValue(clock, out var at) ? at : null;
        var started = clock switch { "resolve" => _resolveStart, "call-back" => _confirmed, _ => _history.ReportedAt };
        var state = stopped is not null ? (stopped <= counter.Due ? "Kept" : "Missed")
            : started is null ? "Next"
            : clock == "resolve" && _held && counter.Due is null ? "OnHold" : "Running";
        if (clock == "call-back" && stopped is null && _gaveUp is not null) (state, stopped) = ("Void", _gaveUp);
        if (stopped is null && _ended is not null) (state, stopped) = ("Void", _ended);
        return new(clock, state, counter.Limit, started, counter.Warn, counter.Due, stopped);
    }

    /// <summary>One promise: met by the first that is in time, missed when the last of them is. Whatever then still runs is
    /// needless.</summary>
    private static ModelFace[] Either(ModelFace[] faces, IReadOnlyList<string> group)
    {
        var promised = faces.Where(f => group.Contains(f.Clock) && f.State != "Unset").ToList();
        if (promised.Count < 2) return faces;
        foreach (var stop in promised.Where(f => f.State is "Kept" or "Missed").OrderBy(f => f.Stopped))
        {
            if (stop.State == "Missed" && !promised.All(f => f.Due < stop.Stopped)) continue;
            return [.. faces.Select(f => f == stop || !promised.Contains(f) || f.Stopped < stop.Stopped ? f : f with { State = "Void", Stopped = stop.Stopped })];
        }

        return faces;
    }

    /// <summary>What can be seen without walking.</summary>
    private void Note(Story story, Company company, ModelZone zone)
    {
        if (zone.SavesDaylight) Seen.Saw("a zone with daylight saving");
        var last = _facts.Count == 0 ? _history.ReportedAt : _facts[^1].At;
        if (zone.Changes.Any(c => c > _history.ReportedAt && c <= last)) Seen.Saw("a change of the wall clock");
        if (_severity != _history.Severity) Seen.Saw("reclassification");
        if (InForce(story with { PublishedBefore = company.Published.Count }, company) != _terms) Seen.Saw("plan changes");
        for (var i = 1; i < _history.Facts.Count; i++)
            if (_history.Facts[i].At < _history.Facts[i - 1].At) Seen.Saw("late events");
    }

    /// <summary>Counts minutes of one clock until its limit.</summary>
    private sealed class Counter(int limit, bool business, int warnPercent)
    {
        private int _used;
        private (int Used, DateTime? Warn, DateTime? Due) _remembered;

        public int Limit => limit;
        public bool Business => business;
        public DateTime? Warn { get; private set; }
        public DateTime? Due { get; private set; }

        public void Count(DateTime minute)
        {
            // In hundredths of a minute, of which the share to warn at is always a whole number.
            var (before, share) = (_used * 100L, (long)limit * warnPercent);
            _used++;
            if (Warn is null && share <= before + 100) Warn = Hundredths(minute, share - before);
            if (_used == limit) Due = minute.AddMinutes(1);
        }

        public void Fix(DateTime from, DateTime until)
        {
            Due = until;
            Warn = Hundredths(from, (long)(until - from).TotalMinutes * warnPercent);
        }

        public void StartAnew() => (_used, Warn, Due) = (0, null, null);

        public void Remember() => _remembered = (_used, Warn, Due);

        public void Recall() => (_used, Warn, Due) = _remembered;

        private static DateTime Hundredths(DateTime from, long hundredths) => from.AddTicks(hundredths * (TimeSpan.TicksPerMinute / 100));
    }
}
