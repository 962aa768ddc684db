using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Tenants.Companies;

namespace PropertyCloud.Tenants.Tests.Companies;

public sealed class CompanyTests
{
    private static readonly DateTime Now = new(2026, 9, 15, 7, 31, 0, DateTimeKind.Utc);

    private static Company New() => Company.Create(2, Guid.CreateVersion7(new DateTimeOffset(Now)), "yunting", "云汀物业", "standard", "#0F5F73", new Wording("客服管家", "Customer Butler"), Now);

    private static Company Active()
    {
        var company = New();
        company.BeginSetUp(Now);
        company.Activate(null, Now);
        return company;
    }

    private static string Code(Action act) => Should.Throw<DomainException>(act).Code;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-3)]
    public void Create_WithTheKeyOfNobodyOrThePlatform_IsRefused(int tenantId) => Should.Throw<ArgumentOutOfRangeException>(() =>
        Company.Create(tenantId, Guid.Empty, "yunting", "云汀", "standard", "#0F5F73", Wording.Default, Now));

    [Fact]
    public void Create_WithAReservedLabel_IsRefused() =>
        Code(() => Company.Create(2, Guid.Empty, "admin", "云汀", "standard", "#0F5F73", Wording.Default, Now)).ShouldBe("tenants.label-reserved");

    [Fact]
    public void Create_WithoutAName_IsRefused() =>
        Code(() => Company.Create(2, Guid.Empty, "yunting", "  ", "standard", "#0F5F73", Wording.Default, Now)).ShouldBe("tenants.name-missing");

    [Fact]
    public void BeginSetUp_WhileAnotherOneRuns_IsRefused()
    {
        var company = New();
        company.BeginSetUp(Now);
        Code(() => company.BeginSetUp(Now.AddSeconds(59))).ShouldBe("tenants.being-set-up");
    }

    [Fact]
    public void BeginSetUp_AfterACrash_GoesOn()
    {
        var company = New();
        company.BeginSetUp(Now);
        company.BeginSetUp(Now.AddSeconds(60));
        company.SetUpAt.ShouldBe(Now.AddSeconds(60));
    }

    [Fact]
    public void BeginSetUp_AfterItWasLeft_GoesOnAtOnce()
    {
        var company = New();
        company.BeginSetUp(Now);
        company.LeaveSetUp(Now);
        company.BeginSetUp(Now.AddSeconds(1));
        company.Status.ShouldBe(CompanyStatus.Provisioning);
    }

    [Fact]
    public void Activate_Twice_IsRefused() => Code(() => Active().Activate(null, Now)).ShouldBe("tenants.already-set-up");

    [Fact]
    public void BeginSetUp_OfAnActiveCompany_IsRefused() => Code(() => Active().BeginSetUp(Now)).ShouldBe("tenants.already-set-up");

    [Fact]
    public void Block_KeepsReasonAndInstant()
    {
        var company = Active();
        var version = company.Version;
        company.Block(" 欠费 ", Now);
        company.IsBlocked.ShouldBeTrue();
        company.BlockedReason.ShouldBe("欠费");
        company.BlockedAt.ShouldBe(Now);
        company.Version.ShouldBe(version + 1);
    }

    [Fact]
    public void Block_WithoutAReason_IsRefused() => Code(() => Active().Block(" ", Now)).ShouldBe("tenants.block-reason-missing");

    [Fact]
    public void Block_WithALongReason_IsRefused() => Code(() => Active().Block(new string('长', 201), Now)).ShouldBe("tenants.block-reason-long");

    [Fact]
    public void Block_WhenBlocked_IsRefused()
    {
        var company = Active();
        company.Block("欠费", Now);
        Code(() => company.Block("欠费", Now)).ShouldBe("tenants.not-active");
    }

    [Fact]
    public void Block_WhileBeingSetUp_IsRefused() => Code(() => New().Block("欠费", Now)).ShouldBe("tenants.not-active");

    [Fact]
    public void Reactivate_ForgetsTheReason()
    {
        var company = Active();
        company.Block("欠费", Now);
        company.Reactivate(Now);
        company.Status.ShouldBe(CompanyStatus.Active);
        company.BlockedReason.ShouldBeNull();
        company.BlockedAt.ShouldBeNull();
    }

    [Fact]
    public void Reactivate_WhenNotBlocked_IsRefused() => Code(() => Active().Reactivate(Now)).ShouldBe("tenants.not-blocked");

    [Fact]
    public void Remove_WhenNotBlocked_IsRefused() => Code(() => Active().Remove(Now)).ShouldBe("tenants.block-first");

    [Fact]
    public void Remove_KeepsTheLabel()
    {
        var company = Active();
        company.Block("合同到期", Now);
        company.Remove(Now);
        company.Status.ShouldBe(CompanyStatus.Removed);
        company.Label.ShouldBe("yunting");
    }

    [Theory]
    [InlineData("#0f5f73", "#0F5F73")]
    [InlineData("0F5F73", "#0F5F73")]
    public void ChangeLook_WritesTheColourInOneForm(string typed, string kept)
    {
        var company = Active();
        company.ChangeLook(typed, new Wording("管家", "Butler"), Now);
        company.BrandColour.ShouldBe(kept);
    }

    [Theory]
    [InlineData("red")]
    [InlineData("#0F5F7")]
    [InlineData("#0F5F73;}")]
    [InlineData("")]
    public void ChangeLook_WithNoColour_IsRefused(string typed) => Code(() => Active().ChangeLook(typed, new Wording("管家", "Butler"), Now)).ShouldBe("tenants.colour-invalid");

    [Theory]
    [InlineData("")]
    [InlineData("{0}")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五")]
    public void ChangeLook_WithAWordThatBreaksTexts_IsRefused(string word) => Code(() => Active().ChangeLook("#0F5F73", new Wording(word, "Butler"), Now)).ShouldBe("tenants.word-invalid");

    [Fact, Trait("Requirement", "R192")]
    public void ChangeLook_GivesTheCompanyItsOwnWord()
    {
        var company = Active();
        company.ChangeLook("#0F5F73", new Wording("生活管家", "Life Butler"), Now);
        company.Wording.ShouldBe(new Wording("生活管家", "Life Butler"));
    }

    [Fact]
    public void ChangeTimeZone_ToAnUnknownOne_IsRefused() => Code(() => Active().ChangeTimeZone("Mars/Olympus", Now)).ShouldBe("tenants.time-zone-unknown");

    [Fact]
    public void ChangeTimeZone_ToAnOfferedOne_IsKept()
    {
        var company = Active();
        company.ChangeTimeZone("Asia/Urumqi", Now);
        company.TimeZoneId.ShouldBe("Asia/Urumqi");
    }

    [Fact]
    public void OfferedTimeZones_ExistOnThisMachine() => TimeZones.Offered.ShouldAllBe(z => TimeZones.IsOffered(z.Id));

    [Fact]
    public void Rename_ToALongName_IsRefused() => Code(() => Active().Rename(new string('长', 61), Now)).ShouldBe("tenants.name-long");
}
