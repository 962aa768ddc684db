namespace PropertyCloud.ServiceLevels.Tests.Clocks.Model;

/// <summary>A mistake that somebody could make in the clock.</summary>
/// <param name="Text">Found exactly once in the file, or the fault is out of date.</param>
internal sealed record SeededFault(string Name, string File, string Text, string Instead)
{
    public string PutInto(string source)
    {
        source.Split(Text).Length.ShouldBe(2, $"'{Text}' must stand once in {File}");
        return source.Replace(Text, Instead, StringComparison.Ordinal);
    }

    public static readonly IReadOnlyList<SeededFault> All =
    [
        new("facts count in the order in which they were recorded", "ClockCalculator.cs", ".OrderBy(f => f.At).ToList()", ".ToList()"),
        new("a fact before the report counts from when it happened", "ClockCalculator.cs", "At = f.At < history.ReportedAt ? history.ReportedAt : f.At", "At = f.At"),
        new("the first reclassification counts", "ClockCalculator.cs", "LastOrDefault(f => f.Kind == ClockFactKind.Reclassified", "FirstOrDefault(f => f.Kind == ClockFactKind.Reclassified"),
        new("a stop at the due instant is late", "ClockCalculator.cs", "stop <= due ?", "stop < due ?"),
        new("a slot asked for after the due heals it", "ClockCalculator.cs", "if (slot.At > due) break;", ""),
        new("a slot moves arrive to its beginning", "ClockCalculator.cs", "due = Clock.Cut(slot.Until!.Value);", "due = Clock.Cut(slot.From!.Value);"),
        new("a held clock survives the end", "ClockCalculator.cs", "is ClockState.Running or ClockState.OnHold or", "is ClockState.Running or"),
        new("call back starts at the report", "ClockCalculator.cs", "Simple(limit, since[0].At,", "Simple(limit, facts[0].At,"),
        new("it warns one percent late", "ClockCalculator.cs", "Length * WarnPercent / 100", "Length * (WarnPercent + 1) / 100"),
        new("a hold after rework does not pause", "ResolveRun.cs", "HoldStarted when !_onHold && _stop is null:", "HoldStarted when !_onHold && _stop is null && !_wasResolved:"),
        new("the wait before it was sent back counts", "ResolveRun.cs", "_time.Pause(stop);", ""),
        new("completion leaves the hold on", "ResolveRun.cs", "        _onHold = false;\n    }", "    }"),
        new("a slot after a first attempt starts resolve anew", "ResolveRun.cs", "if (_wasResolved)", "if (_wasResolved && _onHold)"),
        new("a slot ends the hold", "ResolveRun.cs", "counting: !_onHold", "counting: true"),
        new("after a hold nobody waits for the slot", "ResolveRun.cs", "_time.Begin(at > _notBefore ? at : _notBefore)", "_time.Begin(at)"),
        new("a pause over closed hours earns time", "CountedTime.cs", "var counted = calendar.Between(from, to);", "var counted = to - from;"),
        new("a due at closing time waits for the next opening", "WorkTime.cs", "if (left <= closes - begin)", "if (left < closes - begin)"),
        new("an hour that comes twice is its second coming", "WorkTime.cs", "GetAmbiguousTimeOffsets(local).Max()", "GetAmbiguousTimeOffsets(local).Min()"),
        new("summer time is not seen", "WorkTime.cs", ": zone.GetUtcOffset(local);", ": zone.BaseUtcOffset;"),
        new("the last day of a holiday is worked", "PublicHolidays.cs", "day <= span.To", "day < span.To"),
        new("make-up days are not worked", "WorkTime.cs", "holidays.IsMakeUpWorkday(day) &&", "!holidays.IsMakeUpWorkday(day) && day.Year < 1 &&"),
        new("severity goes before kind", "LimitTable.cs", "(kind, LimitRow.Any), (LimitRow.Any, severity)", "(LimitRow.Any, severity), (kind, LimitRow.Any)"),
        new("an either group is missed with the first of its clocks", "EitherGroup.cs", "(last is { } due && m.StoppedAt > due)", "true"),
        new("the default goes before the community's own plan", "CachedPlan.cs", "(communityId is { } id ?", "(communityId is { } id && id == default ?"),
        // These the clock really made, until the model found them.
        new("a reclassification after the end counts", "ClockCalculator.cs", "before.LastOrDefault(", "facts.LastOrDefault("),
        new("a slot told in the minute of the arrival moves its due", "ClockCalculator.cs", "facts.TakeWhile(f => f.Kind != ClockFactKind.Arrived).Where(", "facts.Where(f => !(f.At > stop)).Where("),
        new("a call after giving up counts", "ClockCalculator.cs", "since.FirstOrDefault(f => f.Kind is ClockFactKind.CalledBack or ClockFactKind.NotReached)",
            "(since.FirstOrDefault(f => f.Kind is ClockFactKind.CalledBack) ?? since.FirstOrDefault(f => f.Kind is ClockFactKind.NotReached))"),
        new("a slot moved forward leaves resolve at the later one", "ResolveRun.cs", "slot > _reported ? slot : _reported", "slot > _start ? slot : _start"),
        new("work that ends a hold before the slot is due without the slot", "ResolveRun.cs", "if (!_time.IsCounting) Resume(at);", "if (!_time.IsCounting) _time.Begin(at);"),
        new("a publication changes what runs", "ServicePlan.cs", "Id = Ids.New(clock), PlanId = plan.Id, Number", "Id = plan.InForceId ?? Ids.New(clock), PlanId = plan.Id, Number"),
    ];
}
