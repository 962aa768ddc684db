using PropertyCloud.Host;
using PropertyCloud.Kernel.Modularity;

var builder = WebApplication.CreateBuilder(args);
builder.AddPropertyCloud(Modules.All());
return await builder.Build().RunPropertyCloudAsync(args);

/// <summary>Named so that tests can start the host.</summary>
public partial class Program;
