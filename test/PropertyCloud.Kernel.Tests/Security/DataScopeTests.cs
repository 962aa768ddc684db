using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Kernel.Tests.Security;

/// <summary>Which places a scope covers (ruling 16).</summary>
public sealed class DataScopeTests
{
    private static readonly Guid Here = new("0199477e-0000-7000-8000-00000000000a");
    private static readonly Guid There = new("0199477e-0000-7000-8000-00000000000b");
    private static readonly Guid Cluster = new("0199477e-0000-7000-8000-00000000000c");

    [Fact]
    public void Company_CoversEverything() => (DataScope.Company.Covers(Here), DataScope.Company.Covers(null), DataScope.Company.Covers(There, Cluster, "engineering")).ShouldBe((true, true, true));

    [Fact]
    public void Community_CoversItsOwn_AndNotWhatBelongsToNone()
    {
        var scope = new DataScope(DataScopeKind.Community, [Here]);
        (scope.Covers(Here), scope.Covers(Here, Cluster, "engineering"), scope.Covers(There), scope.Covers(There, Here), scope.Covers(null)).ShouldBe((true, true, false, false, false));
    }

    [Fact]
    public void Cluster_CoversItsOwn_WhateverTheCommunity()
    {
        var scope = new DataScope(DataScopeKind.Cluster, [Cluster]);
        (scope.Covers(Here, Cluster), scope.Covers(Here, There), scope.Covers(Here), scope.Covers(Cluster)).ShouldBe((true, false, false, false));
    }

    [Fact]
    public void Department_CoversItsOwn_EverywhereUnlessNarrowed()
    {
        var everywhere = new DataScope(DataScopeKind.Department, [], "engineering");
        (everywhere.Covers(Here), everywhere.Covers(There, department: "engineering"), everywhere.Covers(Here, department: "environment"), everywhere.Covers(null)).ShouldBe((true, true, false, false));
        var narrowed = everywhere with { Ids = [Here] };
        (narrowed.Covers(Here, department: "engineering"), narrowed.Covers(There, department: "engineering")).ShouldBe((true, false));
    }

    [Fact]
    public void OwnAndNothing_CoverNoPlace() =>
        (new DataScope(DataScopeKind.Own, [Here]).Covers(Here), DataScope.Nothing.Covers(Here), DataScope.Nothing.Covers(null)).ShouldBe((false, false, false));
}
