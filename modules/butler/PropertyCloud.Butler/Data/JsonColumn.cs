using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PropertyCloud.Butler.Data;

/// <summary>A value kept as JSON text. Values are replaced, never changed in place: so the reference tells whether one changed.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property, int length) where T : class? => property
        .HasConversion(value => Write(value), text => Read<T>(text), new ValueComparer<T>((a, b) => ReferenceEquals(a, b), v => v == null ? 0 : v.GetHashCode(), v => v))
        .HasMaxLength(length);

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    // A list's column that was added later is empty in the rows that were there before.
    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text.Length == 0 ? "[]" : text, Options)!;
}
