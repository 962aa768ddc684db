using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MySqlConnector;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Kernel.Data;

/// <summary>Somebody else saved first; nothing of this change was kept.</summary>
public sealed class ChangedMeanwhileException(Exception? inner = null)
    : DomainException("kernel.changed-meanwhile", "别人刚刚改过这一项，你看到的是旧的。刷新后再试")
{
    public Exception? Cause { get; } = inner;
}

/// <summary>Tells the databases' errors apart.</summary>
public static class DbErrors
{
    /// <summary>A unique key was taken (1062, SQLite 19 with unique or primary key).</summary>
    public static bool IsDuplicateKey(Exception error) => Find(error) switch
    {
        MySqlException { Number: 1062 } => true,
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => true,
        _ => false,
    };

    /// <summary>A row is still referenced or its parent is missing (1451, 1452, SQLite 787).</summary>
    public static bool IsBrokenReference(Exception error) => Find(error) switch
    {
        MySqlException { Number: 1451 or 1452 } => true,
        SqliteException { SqliteExtendedErrorCode: 787 } => true,
        _ => false,
    };

    /// <summary>Worth another try from a clean context: a stale version, a deadlock or a lock that was not had in time.</summary>
    public static bool IsLostRace(Exception error) => error is ChangedMeanwhileException or DbUpdateConcurrencyException || Find(error) switch
    {
        MySqlException { Number: 1213 or 1205 } => true,
        SqliteException { SqliteErrorCode: 5 or 6 } => true,
        _ => false,
    };

    private static Exception? Find(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
            if (error is MySqlException or SqliteException) return error;
        return null;
    }
}
