using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>Finds the limit that applies: item, then kind and severity, then kind, then severity, then any.</summary>
internal sealed class LimitTable
{
    private readonly Dictionary<(string Kind, string Severity, string? Item, ClockKind Clock), LimitRow> _rows = [];

    public LimitTable(IEnumerable<LimitRow> rows)
    {
        foreach (var row in rows) _rows.TryAdd((row.Kind, row.Severity, row.Item, row.Clock), row);
    }

    /// <summary>The row that decides, or null where no row speaks. A row without minutes promises nothing.</summary>
    public LimitRow? Find(string kind, string severity, string? item, ClockKind clock) =>
        (item is null ? null : Narrow(kind, severity, item, clock)) ?? Narrow(kind, severity, null, clock);

    /// <summary>What would apply to the row's own cell without the row.</summary>
    public LimitRow? Wider(LimitRow row) => Order(row.Kind, row.Severity, row.Item)
        .Select(cell => _rows.GetValueOrDefault((cell.Kind, cell.Severity, cell.Item, row.Clock)))
        .FirstOrDefault(found => found is not null && found.Cell != row.Cell);

    private LimitRow? Narrow(string kind, string severity, string? item, ClockKind clock)
    {
        foreach (var (k, s) in Cells(kind, severity))
        {
            if (_rows.TryGetValue((k, s, item, clock), out var row)) return row;
        }

        return null;
    }

    private static IEnumerable<(string Kind, string Severity, string? Item)> Order(string kind, string severity, string? item) =>
        (item is null ? [] : Cells(kind, severity).Select(c => (c.Kind, c.Severity, (string?)item)))
        .Concat(Cells(kind, severity).Select(c => (c.Kind, c.Severity, (string?)null)));

    private static (string Kind, string Severity)[] Cells(string kind, string severity) =>
        [(kind, severity), (kind, LimitRow.Any), (LimitRow.Any, severity), (LimitRow.Any, LimitRow.Any)];
}
