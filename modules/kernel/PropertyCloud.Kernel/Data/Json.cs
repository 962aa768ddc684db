using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PropertyCloud.Kernel.Data;

/// <summary>One way of writing JSON into columns and events: camel case, Chinese left readable.</summary>
public static class Json
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };
}
