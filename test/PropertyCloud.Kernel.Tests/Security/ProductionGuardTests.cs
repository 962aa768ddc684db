using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Kernel.Tests.Security;

public sealed class ProductionGuardTests
{
    private sealed class Place(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "PropertyCloud.Host";
        public string ContentRootPath { get; set; } = "/";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }

    private static void Check(string environment, string key, string value) =>
        ProductionGuard.Check(new Place(environment), new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build());

    [Theory]
    [InlineData("App:Messages", "console")]
    [InlineData("App:Mail", "Console")]
    [InlineData("App:RateLimits", "off")]
    [InlineData("App:RateLimits", "false")]
    [InlineData("Database:FastLoad", "true")]
    public void Check_WhatOnlyTestsMayHave_IsRefusedInProduction(string key, string value)
    {
        Should.Throw<InvalidOperationException>(() => Check("Production", key, value));
        Should.NotThrow(() => Check("Development", key, value));
    }

    [Fact]
    public void Check_OrdinarySettings_Pass() => Should.NotThrow(() => Check("Production", "App:Scheme", "https"));
}
