using System.Globalization;

namespace PropertyCloud.Testing;

/// <summary>How often a test repeats itself: short counts in every run, all of them with <c>etc/test.sh --full</c>.</summary>
public static class Counts
{
    /// <summary>True when every count that the plan of the work names is wanted.</summary>
    public static bool AreFull { get; } = Environment.GetEnvironmentVariable("PC_FULL") == "1";

    public static int Of(int few, int full) => AreFull ? full : few;

    /// <summary>A fixed seed, moved by <c>PC_SEED</c> so that a full run may look at other cases; whoever uses it says it when it fails.</summary>
    public static int Seed(int own) =>
        own + (int.TryParse(Environment.GetEnvironmentVariable("PC_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var moved) ? moved : 0);
}
