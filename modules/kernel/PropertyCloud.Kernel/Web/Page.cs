namespace PropertyCloud.Kernel.Web;

/// <summary>Which page of a list is shown, whatever its rows are: what the pager needs.</summary>
public interface IPageOf
{
    /// <summary>1 is the first page.</summary>
    int Number { get; }
    int Size { get; }
    int Total { get; }
    int Pages { get; }
}

/// <summary>A page of a list and how to go on.</summary>
/// <param name="Total">All rows that match, where counting was asked for.</param>
/// <param name="Number">1 is the first page.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Number, int Size, int Total) : IPageOf
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}
