using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace PropertyCloud.Tenants.Demo;

public static class DemoHost
{
    /// <summary>When the command line asks for the demonstration: a clock that can be moved, and a database that does not wait for the
    /// disk. Comes before the product is put together; does nothing for any other verb.</summary>
    public static WebApplicationBuilder PrepareDemonstration(this WebApplicationBuilder builder, string[] args)
    {
        if (args is not ["demo", ..]) return builder;
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [DemoClock.Switch] = "true", ["Database:FastLoad"] = "true" });
        return builder;
    }
}
