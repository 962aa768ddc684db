using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using PropertyCloud.Kernel.Web;
using PropertyCloud.Tenants.Addresses;

namespace PropertyCloud.Tenants.Tests.Addresses;

public sealed class AddressPolicyTests
{
    [Theory]
    [InlineData("localhost:5000", true, "Development", true)]
    [InlineData("standard.localhost:5000", true, "Development", false)]
    [InlineData("localhost:5000", false, "Development", false)]
    [InlineData("standard.localhost:5000", false, "Development", true)]
    [InlineData("localhost:5000", true, "Production", false)]
    [InlineData("standard.localhost:5000", false, "Production", true)]
    public async Task Apply_LeavesWhatIsMeantForTheAddress(string host, bool platformOnly, string environment, bool there)
    {
        var candidates = Candidates(platformOnly ? new PlatformOnlyAttribute() : new CompanyOnlyAttribute());
        await Policy(environment).ApplyAsync(At(host), candidates);
        candidates.IsValidCandidate(0).ShouldBe(there);
    }

    [Fact]
    public async Task Apply_LeavesWhatIsMeantForEverybody()
    {
        var candidates = Candidates();
        await Policy("Production").ApplyAsync(At("localhost:5000"), candidates);
        candidates.IsValidCandidate(0).ShouldBeTrue();
    }

    private static AddressPolicy Policy(string environment) => new(new ConfigurationBuilder().Build(), new Environment(environment));

    private static DefaultHttpContext At(string host)
    {
        var http = new DefaultHttpContext();
        http.Request.Host = new HostString(host);
        return http;
    }

    private static CandidateSet Candidates(params object[] metadata) =>
        new([new Endpoint(null, new EndpointMetadataCollection(metadata), "one")], [new RouteValueDictionary()], [0]);

    internal sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
