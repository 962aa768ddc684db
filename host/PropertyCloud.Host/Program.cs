using PropertyCloud.Host;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Tenants.Demo;
using PropertyCloud.Theme;

var builder = WebApplication.CreateBuilder(args);
builder.PrepareDemonstration(args);
builder.AddPropertyCloud(Modules.All());
return await builder.Build().RunPropertyCloudAsync(args, app => app.MapTheme());

/// <summary>Named so that tests can start the host.</summary>
public partial class Program;
