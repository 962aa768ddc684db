using System.Diagnostics;
using PropertyCloud.Testing;
using Xunit.Abstractions;

namespace PropertyCloud.ServiceLevels.Tests.Clocks.Model;

/// <summary>The clock equals a slow, obvious minute-by-minute model on random histories (2,000 and 10, or with
/// <c>etc/test.sh --full</c> 100,000 and 500), and the same histories find each of the faults that are put into copies of it.</summary>
public sealed class ClockPropertyTests(ITestOutputHelper output)
{
    private const double LeastShare = 0.1;

    [Fact]
    public void Calculate_HistoriesOfAFortnight_EqualTheMinuteModel() => Check(Scale.Fortnight, Counts.Of(2_000, 100_000));

    [Fact]
    public void Calculate_HistoriesOfAYear_EqualTheMinuteModel() => Check(Scale.Year, Counts.Of(10, 500));

    [Fact]
    public void Calculate_WithASeededFault_IsCaughtByTheShortCount()
    {
        var sample = new Sample(Scale.Fortnight, 2_000, Sample.OwnSeed);
        var cases = sample.Cases().ToList();
        var unharmed = FaultyClock.Compile(null, sample.Companies);
        cases.ShouldAllBe(c => c.Difference(unharmed) == null, "the control, a copy without a fault");
        var missed = new List<string>();
        foreach (var fault in SeededFault.All)
        {
            var clock = FaultyClock.Compile(fault, sample.Companies);
            var caught = cases.FirstOrDefault(c => c.Difference(clock) is not null);
            output.WriteLine(caught is null ? $"MISSED: {fault.Name}" : $"caught by history {caught.Number}: {fault.Name}");
            if (caught is null) missed.Add(fault.Name);
        }

        output.WriteLine($"{SeededFault.All.Count - missed.Count} of {SeededFault.All.Count} faults caught; seed {Sample.OwnSeed}");
        missed.ShouldBeEmpty();
        SeededFault.All.Count.ShouldBeGreaterThanOrEqualTo(20);
    }

    private void Check(Scale scale, int count)
    {
        var time = Stopwatch.StartNew();
        var seed = Counts.Seed(Sample.OwnSeed);
        var sample = new Sample(scale, count, seed);
        var clock = new ClockDriver(sample.Companies);
        var seen = Seen.Names.ToDictionary(n => n, _ => 0);
        foreach (var found in sample.Cases())
        {
            if (found.Difference(clock) is not null) throw new Xunit.Sdk.XunitException(sample.Explain(found, clock));
            foreach (var name in Seen.Names)
                if (found.Seen.Has(name)) seen[name]++;
        }

        output.WriteLine($"{count} histories of up to {scale.Days} days under {sample.Companies.Count} companies equal the model; seed {seed}; {time.Elapsed.TotalSeconds:0.0} s");
        foreach (var (name, times) in seen) output.WriteLine($"  {name}: {times} ({100.0 * times / count:0.0} %)");
        seen.Where(s => s.Value < count * LeastShare).ShouldBeEmpty($"each in at least a tenth of the histories");
    }
}
