using System.Globalization;
using CsCheck;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Tests.Clocks.Model;

/// <summary>A fixed sequence of random histories with what the model says of each. The same seed gives the same histories.</summary>
internal sealed class Sample
{
    public const int OwnSeed = 20260901;
    private const int HistoriesPerCompany = 40;

    private readonly Gen<Story> _stories;
    private readonly PCG _random;

    public Sample(Scale scale, int count, int seed)
    {
        (Count, Scale, _random) = (count, scale, new(1, (ulong)seed));
        var companies = RandomCompany.Of(scale.Longest);
        Companies = [.. Enumerable.Range(0, Math.Max(20, count / HistoriesPerCompany)).Select(_ => companies.Generate(_random, null, out var _))];
        _stories = RandomStory.Of(Companies, scale);
    }

    public int Count { get; }
    public Scale Scale { get; }
    public IReadOnlyList<Company> Companies { get; }

    /// <summary>Walks the sequence; can be walked once.</summary>
    public IEnumerable<Case> Cases()
    {
        for (var i = 0; i < Count; i++)
        {
            var seed = _random.ToString(_random.State);
            var story = _stories.Generate(_random, null, out _);
            var model = new MinuteModel(story, Companies[story.Company]);
            yield return new(i, seed, story, model.Faces(), model.Seen);
        }
    }

    /// <summary>Looks for the smallest history of the same kind of failure, and says what is wrong with it.</summary>
    public string Explain(Case found, IClockUnderTest clock)
    {
        var smallest = found;
        try
        {
            _stories.Sample(story =>
            {
                var model = new MinuteModel(story, Companies[story.Company]);
                var again = new Case(found.Number, found.Seed, story, model.Faces(), model.Seen);
                if (again.Difference(clock) is null) return true;
                if (story.History.Facts.Count <= smallest.Story.History.Facts.Count) smallest = again;
                return false;
            }, seed: found.Seed, iter: 5_000, threads: 1);
        }
        catch (CsCheckException)
        {
            // It failed, as it should: the smallest one is told below.
        }

        var terms = string.Concat(Companies[smallest.Story.Company].Published.Select(p => $"\n  {p.Scope}: {(p.Terms is { } t
            ? $"warn at {t.WarnPercent} %, group [{string.Join(" ", t.Group)}], calls back: {t.CallsBack}, holidays closed: {t.HolidaysClosed}, hours {string.Join(" ", t.Hours.Select(h => $"{h.Weekday}:{h.From}-{h.To}"))}{string.Concat(t.Limits.Select(l => $"\n    {l}"))}"
            : "ends")}"));
        return $"history {found.Number} (seed {found.Seed}), made smaller:\n{smallest.Story}\n{smallest.Difference(clock)}\nin {Companies[smallest.Story.Company].Zone}{terms}";
    }
}

/// <summary>One history and what the model says of it.</summary>
internal sealed record Case(int Number, string Seed, Story Story, IReadOnlyList<ModelFace> Expected, Seen Seen)
{
    /// <summary>Null where the clock says the same.</summary>
    public string? Difference(IClockUnderTest clock)
    {
        IReadOnlyList<ClockFace> faces;
        try
        {
            faces = clock.Play(Story);
        }
        catch (Exception failed) when (failed is InvalidOperationException or ArgumentException or NullReferenceException or KeyNotFoundException)
        {
            return $"it threw {failed}";
        }

        if (faces.Count != Expected.Count) return $"{faces.Count} clocks instead of {Expected.Count}";
        for (var i = 0; i < faces.Count; i++)
        {
            var (face, model) = (faces[i], Expected[i]);
            if (Name(face.Kind) != model.Clock || face.State.ToString() != model.State || face.LimitMinutes != model.Limit || face.StartedAt != model.Started
                || face.WarnAt != model.Warn || face.DueAt != model.Due || face.StoppedAt != model.Stopped)
                return $"model:   {model}\nproduct: {face}".Replace(" 00:00:00Z", "", StringComparison.Ordinal);
        }

        return null;
    }

    /// <summary>As plans write it.</summary>
    public static string Name(ClockKind kind) => kind switch
    {
        ClockKind.Respond => "respond",
        ClockKind.Arrive => "arrive",
        ClockKind.Resolve => "resolve",
        ClockKind.FeedBack => "feed-back",
        ClockKind.CallBack => "call-back",
        _ => kind.ToString(),
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} {Seed}");
}
