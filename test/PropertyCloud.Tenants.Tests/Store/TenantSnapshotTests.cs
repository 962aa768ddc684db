using System.Diagnostics;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Tenants.Companies;
using PropertyCloud.Tenants.Store;

namespace PropertyCloud.Tenants.Tests.Store;

public sealed class TenantSnapshotTests
{
    private static readonly HashSet<string> Modules = ["butler", "registry"];

    private static CompanyRow Row(int id, string label, CompanyStatus status = CompanyStatus.Active, string features = "*") =>
        new(id, label, "云汀物业", "Asia/Shanghai", "#0F5F73", "客服管家", "Customer Butler", features, status);

    private static TenantSnapshot Of(params CompanyRow[] rows) => new(1, 0, rows, Modules);

    [Fact]
    public void ThePlatform_IsAlwaysThere_AndHasNoLabel()
    {
        var snapshot = Of();
        snapshot.Find(TenantInfo.Platform)!.Info.IsPlatform.ShouldBeTrue();
        snapshot.FindByName("platform").ShouldBeNull();
        snapshot.FindByName("").ShouldBeNull();
    }

    [Fact]
    public void Nobody_IsNeverFound() => Of(Row(2, "yunting")).Find(0).ShouldBeNull();

    [Fact]
    public void AnActiveCompany_IsFoundByKeyAndLabel()
    {
        var snapshot = Of(Row(2, "yunting"));
        snapshot.Find(2)!.Info.ShouldBeSameAs(snapshot.FindByName("yunting"));
        snapshot.FindByName("yunting")!.Features.ShouldBe(Modules, ignoreOrder: true);
    }

    [Fact]
    public void ABlockedCompany_IsFound_AndSaysSo() => Of(Row(2, "yunting", CompanyStatus.Blocked)).FindByName("yunting")!.IsBlocked.ShouldBeTrue();

    [Fact]
    public void ACompanyBeingSetUp_HasNoAddressYet()
    {
        var snapshot = Of(Row(2, "yunting", CompanyStatus.Provisioning));
        snapshot.FindByName("yunting").ShouldBeNull();
        snapshot.Find(2).ShouldNotBeNull();
    }

    [Fact]
    public void AnEdition_LimitsTheFeatures() => Of(Row(2, "yunting", features: "registry")).Find(2)!.Info.Features.ShouldBe(["registry"]);

    [Fact]
    public void TenThousandCompanies_ShareTheirFeatureSets()
    {
        var snapshot = Of([.. Enumerable.Range(2, 10_000).Select(i => Row(i, $"company-{i}"))]);
        snapshot.All.Skip(1).Select(t => t.Features).Distinct(ReferenceEqualityComparer.Instance).Count().ShouldBe(1);
    }

    [Fact]
    public void Lookups_AllocateNothing()
    {
        var snapshot = Of([.. Enumerable.Range(2, 10_000).Select(i => Row(i, $"company-{i}"))]);
        Look(snapshot, 1_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        Look(snapshot, 100_000);
        var micros = watch.Elapsed.TotalMicroseconds / 100_000;
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4_096);
        micros.ShouldBeLessThan(2);
    }

    private static void Look(TenantSnapshot snapshot, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _ = snapshot.FindByName("company-7777");
            _ = snapshot.Find(7777);
        }
    }
}
