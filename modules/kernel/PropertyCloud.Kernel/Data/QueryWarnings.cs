using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace PropertyCloud.Kernel.Data;

/// <summary>What EF Core warns of when it compiles a query or a model. Where nobody is served yet (development, tests) a warning about what a
/// query returns is an error, so that a new one is found by whoever writes it; in production it is a line in the log.</summary>
internal static class QueryWarnings
{
    /// <summary>Which rows come back, or in what order, would depend on the engine; or one row of many is multiplied by another's.</summary>
    private static readonly EventId[] Wrong =
    [
        CoreEventId.RowLimitingOperationWithoutOrderByWarning,
        CoreEventId.FirstWithoutOrderByAndFilterWarning,
        CoreEventId.DistinctAfterOrderByWithoutRowLimitingOperatorWarning,
        CoreEventId.PossibleUnintendedCollectionNavigationNullComparisonWarning,
        CoreEventId.PossibleUnintendedReferenceComparisonWarning,
        RelationalEventId.MultipleCollectionIncludeWarning,
        RelationalEventId.QueryPossibleUnintendedUseOfEqualsWarning,
    ];

    public static void Configure(WarningsConfigurationBuilder warnings, bool strict)
    {
        // Changes without a migration are found by a test; a required parent is of the same tenant by its key, so the filter hides neither alone.
        warnings.Ignore(RelationalEventId.PendingModelChangesWarning)
            .Log((CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning, LogLevel.Debug));
        if (strict) warnings.Throw(Wrong);
    }
}
