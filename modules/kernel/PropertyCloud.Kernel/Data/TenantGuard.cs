using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PropertyCloud.Kernel.Data;

/// <summary>Rejects SQL that touches a tenant table without its tenant's predicate. Saves of tracked entities are checked by the
/// write check instead. The verdict is kept by command text; the parameter's value is compared on every run.</summary>
internal sealed partial class TenantGuard : DbCommandInterceptor
{
    private const int MaxKept = 4096;
    private readonly ConcurrentDictionary<(Type, string), Verdict> _verdicts = new();
    private readonly ConcurrentDictionary<Type, FrozenSet<string>> _tables = new();

    private sealed record Verdict(string? Complaint, string[] Parameters);

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Inspect(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Inspect(command, eventData);
        return new(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Inspect(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Inspect(command, eventData);
        return new(result);
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Inspect(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Inspect(command, eventData);
        return new(result);
    }

    private void Inspect(DbCommand command, CommandEventData eventData)
    {
        if (eventData.CommandSource is CommandSource.Migrations or CommandSource.SaveChanges) return;
        if (eventData.Context is not ModuleDbContext context) return;
        var key = (context.GetType(), command.CommandText);
        if (!_verdicts.TryGetValue(key, out var verdict))
        {
            verdict = Judge(command.CommandText, TablesOf(context));
            if (_verdicts.Count < MaxKept) _verdicts.TryAdd(key, verdict);
        }

        if (verdict.Complaint is { } complaint) throw new InvalidOperationException($"{complaint} The statement was not run: {command.CommandText}");
        foreach (var name in verdict.Parameters)
        {
            if (command.Parameters.Contains(name) && Convert.ToInt32(command.Parameters[name].Value, System.Globalization.CultureInfo.InvariantCulture) == context.CurrentTenantId) continue;
            throw new InvalidOperationException($"The parameter {name} is not the current tenant. The statement was not run: {command.CommandText}");
        }
    }

    private FrozenSet<string> TablesOf(ModuleDbContext context) => _tables.GetOrAdd(context.GetType(), _ => context.Model.GetEntityTypes()
        .Where(TenantKeyConvention.IsTenantType).Select(t => t.GetTableName()).OfType<string>().ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Each tenant table's alias needs <c>alias.TenantId = @p</c>, or to equal another alias's that has it.</summary>
    private static Verdict Judge(string sql, FrozenSet<string> tables)
    {
        var aliases = new List<(string Table, string Alias)>();
        foreach (Match match in TableReference().Matches(sql))
        {
            var table = match.Groups["table"].Value;
            if (tables.Contains(table)) aliases.Add((table, match.Groups["alias"].Success ? match.Groups["alias"].Value : table));
        }

        if (aliases.Count == 0 || ReachesNothing().IsMatch(sql)) return new(null, []);
        if (InsertInto().IsMatch(sql))
        {
            return sql.Contains("TenantId", StringComparison.OrdinalIgnoreCase) ? new(null, []) : new("An INSERT into a tenant table names no TenantId.", []);
        }

        var bound = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var parameters = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match match in ParameterPredicate().Matches(sql))
        {
            bound[match.Groups["alias"].Value] = null;
            parameters.Add(match.Groups["p"].Value);
        }

        var pairs = AliasPredicate().Matches(sql).Select(m => (A: m.Groups["a"].Value, B: m.Groups["b"].Value)).ToList();
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var (a, b) in pairs)
            {
                if (bound.ContainsKey(a) && bound.TryAdd(b, a)) grew = true;
                if (bound.ContainsKey(b) && bound.TryAdd(a, b)) grew = true;
            }
        }

        var loose = aliases.FirstOrDefault(x => !bound.ContainsKey(x.Alias));
        return loose.Table is null ? new(null, [.. parameters]) : new($"The tenant table {loose.Table} (as {loose.Alias}) has no predicate on TenantId.", []);
    }

    [GeneratedRegex("""(?:FROM|JOIN|UPDATE|INTO|,)\s+[`"]?(?<table>\w+)[`"]?(?:\s+AS\s+[`"]?(?<alias>\w+)[`"]?)?""", RegexOptions.IgnoreCase)]
    private static partial Regex TableReference();

    /// <summary>EF folds a data scope that reaches nothing, tenant and all, into a constant.</summary>
    [GeneratedRegex("""\bWHERE\s+(0|FALSE)(\s+(ORDER|LIMIT)\b[^()]*)?\s*$""", RegexOptions.IgnoreCase)]
    private static partial Regex ReachesNothing();

    [GeneratedRegex("""^\s*INSERT\b""", RegexOptions.IgnoreCase)]
    private static partial Regex InsertInto();

    [GeneratedRegex("""[`"]?(?<alias>\w+)[`"]?\.[`"]?TenantId[`"]?\s*=\s*(?<p>@\w+)""", RegexOptions.IgnoreCase)]
    private static partial Regex ParameterPredicate();

    [GeneratedRegex("""[`"]?(?<a>\w+)[`"]?\.[`"]?TenantId[`"]?\s*=\s*[`"]?(?<b>\w+)[`"]?\.[`"]?TenantId[`"]?""", RegexOptions.IgnoreCase)]
    private static partial Regex AliasPredicate();
}
