using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace PropertyCloud.Kernel.Security;

/// <summary>Stops a production host that is set up with what only demonstrations and tests may have.</summary>
internal static class ProductionGuard
{
    public static void Check(IHostEnvironment environment, IConfiguration configuration)
    {
        if (!environment.IsProduction()) return;
        Refuse(string.Equals(configuration["App:Messages"], "console", StringComparison.OrdinalIgnoreCase), "App:Messages=console writes messages to the log");
        Refuse(string.Equals(configuration["App:Mail"], "console", StringComparison.OrdinalIgnoreCase), "App:Mail=console writes mail to the log");
        Refuse(Web.RateLimits.AreLifted(configuration), "App:RateLimits=off lets passwords be guessed");
        Refuse(configuration.GetValue("Database:FastLoad", false), "Database:FastLoad loses data at a power failure");
    }

    private static void Refuse(bool found, string what)
    {
        if (found) throw new InvalidOperationException($"Refused in production: {what}.");
    }
}
