using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Tenants.Companies;
using PropertyCloud.Tenants.Lists;

namespace PropertyCloud.Tenants.Tests.Companies;

/// <summary>Lengths, labels and versions of a company at their borders.</summary>
public sealed class CompanyEdgeTests
{
    private static readonly DateTime Now = new(2026, 9, 15, 7, 31, 0, DateTimeKind.Utc);
    private static readonly Guid Id = new("0198c000-0000-7000-8000-000000000001");

    private static Company New(string label = "yunting", string name = "云汀物业") =>
        Company.Create(2, Id, label, name, "standard", "#0F5F73", new Wording("客服管家", "Customer Butler"), Now);

    private static Company Active()
    {
        var company = New();
        company.BeginSetUp(Now);
        company.Activate(Id, Now);
        return company;
    }

    private static string Long(int length) => new('长', length);

    private static void Refused(string code, int status, string? field, Action act)
    {
        var refused = Should.Throw<DomainException>(act);
        (refused.Code, refused.Status, refused.Field).ShouldBe((code, status, field));
    }

    [Fact]
    public void Create_KeepsWhatItWasMadeFrom()
    {
        var company = New(name: $" {Long(Company.MaxName)} ");
        (company.TenantId, company.Id, company.Label, company.TemplateCode, company.BrandColour, company.TimeZoneId, company.Features, company.Status, company.Version)
            .ShouldBe((2, Id, "yunting", "standard", "#0F5F73", "Asia/Shanghai", "*", CompanyStatus.Provisioning, 1L));
        (company.CreatedAt, company.ChangedAt, company.DisplayName.Length, company.IsBlocked).ShouldBe((Now, Now, Company.MaxName, false));
        company.Wording.ShouldBe(new Wording("客服管家", "Customer Butler"));
    }

    [Theory]
    [InlineData("", "tenants.label-missing")]
    [InlineData("ab", "tenants.label-length")]
    [InlineData("abcdefghijabcdefghijabcdefghijabc", "tenants.label-length")]
    [InlineData("Yunting", "tenants.label-characters")]
    [InlineData("yun_ting", "tenants.label-characters")]
    [InlineData("yun{ting", "tenants.label-characters")]
    [InlineData("yun/ting", "tenants.label-characters")]
    [InlineData("yun:ting", "tenants.label-characters")]
    [InlineData("-yunting", "tenants.label-hyphen")]
    [InlineData("yunting-", "tenants.label-hyphen")]
    [InlineData("xn--ting", "tenants.label-encoded")]
    [InlineData("ab--", "tenants.label-hyphen")]
    [InlineData("www", "tenants.label-reserved")]
    [InlineData("abc", null)]
    [InlineData("a-z", null)]
    [InlineData("az-09", null)]
    [InlineData("a--b", null)]
    [InlineData("abc-def", null)]
    [InlineData("abcdefghijabcdefghijabcdefghijab", null)]
    public void Label_AtItsBorders(string label, string? code)
    {
        CompanyLabel.Problem(label)?.Code.ShouldBe(code);
        (CompanyLabel.Problem(label) is null).ShouldBe(code is null);
        if (code is not null) Refused(code, 422, "label", () => New(label));
        CompanyLabel.Problem(label, "other")?.Field.ShouldBe("other");
    }

    [Fact]
    public void Label_IsNormalizedBeforeItIsLookedAt()
    {
        CompanyLabel.Normalize(" YunTing ").ShouldBe("yunting");
        CompanyLabel.Normalize(null).ShouldBe("");
        CompanyLabel.IsReserved("www").ShouldBeTrue();
        CompanyLabel.IsReserved("yunting").ShouldBeFalse();
    }

    [Fact]
    public void Refusals_NameTheirFields()
    {
        Refused("tenants.name-missing", 422, "displayName", () => New(name: " "));
        Refused("tenants.name-long", 422, "displayName", () => New(name: Long(Company.MaxName + 1)));
        Refused("tenants.block-reason-missing", 422, "reason", () => Active().Block("", Now));
        Refused("tenants.block-reason-long", 422, "reason", () => Active().Block(Long(Company.MaxReason + 1), Now));
        Refused("tenants.time-zone-unknown", 422, "timeZone", () => Active().ChangeTimeZone("", Now));
        Refused("tenants.word-invalid", 422, "butler", () => Active().ChangeLook("#0F5F73", new("}", "Butler"), Now));
        Refused("tenants.word-invalid", 422, "butlerEn", () => Active().ChangeLook("#0F5F73", new("管家", " "), Now));
        Refused("tenants.already-set-up", 409, null, () => Active().Activate(null, Now));
        Refused("tenants.colour-invalid", 422, "colour", () => Active().ChangeLook("#GG5F73", new("管家", "Butler"), Now));
        Refused("tenants.colour-invalid", 422, "colour", () => Active().ChangeLook(null!, new("管家", "Butler"), Now));
    }

    [Fact]
    public void Words_AndReasons_AreTakenUpToTheirLength()
    {
        var company = Active();
        company.ChangeLook("#0F5F73", new($" {Long(24)} ", new('b', 24)), Now);
        company.WordingButler.Length.ShouldBe(24);
        company.Block(Long(Company.MaxReason), Now);
        company.BlockedReason!.Length.ShouldBe(Company.MaxReason);
    }

    [Fact]
    public void LeaveSetUp_OfARunningCompany_ChangesNothing()
    {
        var company = Active();
        var version = company.Version;
        company.LeaveSetUp(Now.AddHours(1));
        (company.Version, company.Status, company.AdministratorId, company.SetUpAt).ShouldBe((version, CompanyStatus.Active, Id, null));
    }

    /// <summary>Other hosts see a change by the version alone.</summary>
    [Fact]
    public void EveryChange_GrowsTheVersionByOneAndSaysWhen()
    {
        var company = New();
        var at = Now;
        foreach (var (name, act) in new (string, Action<DateTime>)[]
        {
            ("set up", company.BeginSetUp), ("left", company.LeaveSetUp), ("active", t => company.Activate(null, t)), ("name", t => company.Rename(" 云汀 ", t)),
            ("zone", t => company.ChangeTimeZone("Asia/Urumqi", t)), ("look", t => company.ChangeLook("#112233", new("管家", "Butler"), t)), ("block", t => company.Block("欠费", t)),
            ("back", company.Reactivate), ("block again", t => company.Block("到期", t)), ("removed", company.Remove),
        })
        {
            var version = company.Version;
            at = at.AddMinutes(1);
            act(at);
            (company.Version, company.ChangedAt).ShouldBe((version + 1, at), name);
        }

        company.DisplayName.ShouldBe("云汀");
    }

    [Fact]
    public void List_IsTrimmedWithoutDoublesAndOfLimitedLength()
    {
        var list = CompanyList.Create(Id, "special-services", "五项特色服务", "Five special services", 5, [" 礼宾 ", "礼宾", "", " "]);
        (list.Code, list.Name, list.NameEn, list.Size).ShouldBe(("special-services", "五项特色服务", "Five special services", 5));
        list.Entries.ShouldBe(["礼宾"]);
        list.Fill([.. Enumerable.Range(1, CompanyList.MaxEntries).Select(n => $"{n}")]);
        list.Entries.Count.ShouldBe(CompanyList.MaxEntries);
        Refused("tenants.list-long", 422, "entries", () => list.Fill([.. Enumerable.Range(0, CompanyList.MaxEntries + 1).Select(n => $"{n}")]));
        list.Fill([Long(CompanyList.MaxEntry)]);
        Refused("tenants.list-entry-long", 422, "entries", () => list.Fill(["短", Long(CompanyList.MaxEntry + 1)]));
    }
}
