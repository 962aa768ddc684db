namespace PropertyCloud.Theme.Brand;

/// <summary>The current company's colour; tenants answers it from memory.</summary>
public interface IBrandSource
{
    /// <returns>#RRGGBB.</returns>
    ValueTask<string> GetColourAsync();
}

internal sealed class DefaultBrand : IBrandSource
{
    public ValueTask<string> GetColourAsync() => ValueTask.FromResult(BrandColour.Default);
}
