using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace PropertyCloud.Testing;

/// <summary>One host's database and files. Its name tells which process it belongs to, so that nothing stays: not after a test, not after
/// a run, and not after a run that was killed.</summary>
internal sealed class PreparedCopy
{
    private const string Prefix = "pct_";
    private static readonly TimeSpan TemplatesKept = TimeSpan.FromDays(1);
    private static readonly ConcurrentDictionary<string, PreparedCopy> Living = new();
    private static int _swept;
    private readonly Engine _engine;

    static PreparedCopy() => AppDomain.CurrentDomain.ProcessExit += (_, _) => RemoveAll();

    public PreparedCopy(Engine engine, string folder, IReadOnlyDictionary<string, string?> settings)
    {
        (_engine, Folder, Settings) = (engine, folder, settings);
        Living[folder] = this;
    }

    public string Folder { get; }
    public IReadOnlyDictionary<string, string?> Settings { get; }
    private string Database => Path.GetFileName(Folder);

    public static string NewName() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}_{RandomNumberGenerator.GetHexString(8, lowercase: true)}");

    /// <summary>Repeating is safe.</summary>
    public async Task RemoveAsync()
    {
        if (!Living.TryRemove(Folder, out _)) return;
        if (_engine == Engine.Sqlite) SqliteConnection.ClearAllPools();
        else await PreparedDatabase.MySqlAsync($"DROP DATABASE IF EXISTS {Database}");
        if (Directory.Exists(Folder)) Directory.Delete(Folder, true);
    }

    /// <summary>Once a process: copies of processes that are gone, and the templates of builds that nobody tests any more.</summary>
    public static async Task RemoveLeftAsync(string folder)
    {
        if (Interlocked.Exchange(ref _swept, 1) == 1) return;
        Directory.SetLastWriteTimeUtc(folder, TimeProvider.System.GetUtcNow().UtcDateTime);
        foreach (var left in Directory.GetDirectories(folder, Prefix + "*").Where(d => !IsAlive(Path.GetFileName(d)))) await DropAsync(left);
        foreach (var old in new DirectoryInfo(folder).Parent!.GetDirectories().Where(d => d.LastWriteTimeUtc < TimeProvider.System.GetUtcNow().UtcDateTime - TemplatesKept && d.GetFiles("ready-*").Length > 0))
        {
            foreach (var left in Directory.GetDirectories(old.FullName, Prefix + "*")) await DropAsync(left);
            old.Delete(true);
        }
    }

    private static async Task DropAsync(string left)
    {
        // Without a database server there is no database to drop.
        if (!File.Exists(Path.Combine(left, "test.db")))
            await Try(() => PreparedDatabase.MySqlAsync($"DROP DATABASE IF EXISTS {Path.GetFileName(left)}"));
        Directory.Delete(left, true);
    }

    /// <summary>A name of an older form belongs to nobody who is alive.</summary>
    private static bool IsAlive(string name)
    {
        if (name.Split('_') is not [_, var process, _] || !int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return false;
        try
        {
            using var found = Process.GetProcessById(id);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void RemoveAll()
    {
        foreach (var copy in Living.Values) Try(copy.RemoveAsync).GetAwaiter().GetResult();
    }

    /// <summary>What cannot be removed now the next process removes.</summary>
    private static async Task Try(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or MySqlConnector.MySqlException)
        {
            Trace.WriteLine($"Left for the next run: {failed.Message}");
        }
    }
}
