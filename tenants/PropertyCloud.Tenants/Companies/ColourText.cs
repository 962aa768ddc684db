using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Tenants.Companies;

/// <summary>A company's one colour as people write it.</summary>
internal static class ColourText
{
    /// <summary>Accepts <c>#0f5f73</c> and <c>0F5F73</c>; returns <c>#0F5F73</c>; refuses anything else with 422.</summary>
    public static string Parse(string? text) => TryParse(text) ??
        throw new DomainException("tenants.colour-invalid", "颜色写成 # 加六位，如 #0F5F73") { Status = 422, Field = "colour" };

    public static string? TryParse(string? text)
    {
        var hex = (text ?? "").Trim().TrimStart('#').ToUpperInvariant();
        return hex.Length == 6 && hex.All(char.IsAsciiHexDigitUpper) ? "#" + hex : null;
    }
}
