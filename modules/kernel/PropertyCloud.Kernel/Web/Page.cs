namespace PropertyCloud.Kernel.Web;

/// <summary>A page of a list and how to go on.</summary>
/// <param name="Total">All rows that match, where counting was asked for.</param>
/// <param name="Number">1 is the first page.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Number, int Size, int Total)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}
