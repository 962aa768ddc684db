using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Parties;

namespace PropertyCloud.Registry.Tests.Parties;

public sealed class PartyTests
{
    [Theory]
    [InlineData("13800138000", "13800138000")]
    [InlineData("138 0013 8000", "13800138000")]
    [InlineData("+86-138-0013-8000", "13800138000")]
    [InlineData("１３８００１３８０００", "13800138000")]
    [InlineData("0571-88886666", "0571-88886666")]
    [InlineData("057188886666", "0571-88886666")]
    [InlineData("010 62345678", "010-62345678")]
    [InlineData("021-62345678-801", "021-62345678-801")]
    public void Parse_WhenAPhone_IsKeptInOneForm(string typed, string kept) => PhoneNumber.Parse(typed).ShouldBe(kept);

    [Theory]
    [InlineData("1380013800", "少 {0} 位数字")]
    [InlineData("138001380001", "多 {0} 位数字")]
    [InlineData("12800138000", "写成 11 位手机号，或带区号的座机号")]
    [InlineData("88886666", "写成 11 位手机号，或带区号的座机号")]
    [InlineData("无", "写成 11 位手机号，或带区号的座机号")]
    public void Parse_WhenNone_SaysWhatToDo(string typed, string reason) =>
        Should.Throw<DomainException>(() => PhoneNumber.Parse(typed)).Text.ShouldBe(reason);

    [Fact]
    public void ChangePhone_KeepsTheLastFour()
    {
        var party = Party.Create(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), "王珊", "13800138000");
        party.PhoneLastFour.ShouldBe("8000");
        party.ChangePhone("13800138001").ShouldBeTrue();
        party.PhoneLastFour.ShouldBe("8001");
        party.ChangePhone("138-0013-8001").ShouldBeFalse();
        party.ChangePhone(" ").ShouldBeTrue();
        party.PhoneLastFour.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Rename_ToNothing_IsRefused(string name) =>
        Should.Throw<DomainException>(() => Party.Create(default, name, null)).Code.ShouldBe("registry.party-name-missing");

    [Theory]
    [InlineData("王珊", (int)PartyKind.Person)]
    [InlineData("云汀物业服务有限公司", (int)PartyKind.Organisation)]
    public void Rename_TellsAnOrganisationByItsName(string name, int kind) => ((int)Party.Create(default, name, null).Kind).ShouldBe(kind);
}
