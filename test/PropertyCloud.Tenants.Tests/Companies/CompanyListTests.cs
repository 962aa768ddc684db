using PropertyCloud.Kernel.Errors;
using PropertyCloud.Tenants.Lists;

namespace PropertyCloud.Tenants.Tests.Companies;

public sealed class CompanyListTests
{
    private static CompanyList New() => CompanyList.Create(Guid.Empty, "special-services", "五项特色服务", "Five special services", 5, []);

    [Fact, Trait("Requirement", "R188")]
    public void Fill_KeepsWhatTheCompanyWrites()
    {
        var list = New();
        list.Fill([" 礼宾接待 ", "", "商务助理", "礼宾接待"]);
        list.Entries.ShouldBe(["礼宾接待", "商务助理"]);
    }

    [Fact]
    public void Fill_WithTooMany_IsRefused() =>
        Should.Throw<DomainException>(() => New().Fill([.. Enumerable.Range(1, 51).Select(i => $"第 {i} 条")])).Code.ShouldBe("tenants.list-long");

    [Fact]
    public void Fill_WithALongLine_IsRefused() => Should.Throw<DomainException>(() => New().Fill([new string('长', 101)])).Code.ShouldBe("tenants.list-entry-long");
}
