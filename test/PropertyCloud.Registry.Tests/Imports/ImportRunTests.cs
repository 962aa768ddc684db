using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.Registry.Imports;

namespace PropertyCloud.Registry.Tests.Imports;

public sealed class ImportRunTests
{
    private static readonly DateTime Now = new(2026, 9, 15, 7, 0, 0, DateTimeKind.Utc);
    private static readonly RegistryWritten Nothing = new(0, 0, 0, 0);
    private static ImportRun NewRun() => ImportRun.Upload(new(1, 0, 0, new byte[8]), "C:\\temp\\住户.xlsx", new(2, 0, 0, new byte[8]), Now);

    private static ImportRun CheckedRun(int good = 1500, int bad = 3)
    {
        var run = NewRun();
        run.Checked(good + bad, good, bad);
        return run;
    }

    private static string CodeOf(Action act) => Should.Throw<DomainException>(act).Code;

    [Fact]
    public void Upload_KeepsTheNameWithoutItsFolder() => NewRun().FileName.ShouldBe("住户.xlsx");

    [Fact]
    public void Advance_BeforeAChoice_IsRefused() => CodeOf(() => CheckedRun().Advance(1, Nothing, Now)).ShouldBe("registry.import-moved-on");

    [Fact]
    public void ChooseGood_BeforeTheDryRun_IsRefused() => CodeOf(() => NewRun().ChooseGood(Now)).ShouldBe("registry.import-moved-on");

    [Fact]
    public void ChooseGood_AfterADay_IsRefused() => CodeOf(() => CheckedRun().ChooseGood(Now + ImportRun.Lifetime)).ShouldBe("registry.import-expired");

    [Fact]
    public void ChooseGood_WithoutAGoodRow_IsRefused() => CodeOf(() => CheckedRun(good: 0).ChooseGood(Now)).ShouldBe("registry.import-nothing-good");

    [Fact]
    public void ChooseGood_Twice_IsRefused()
    {
        var run = CheckedRun();
        run.ChooseGood(Now);
        CodeOf(() => run.ChooseGood(Now)).ShouldBe("registry.import-moved-on");
    }

    [Fact]
    public void Advance_ToTheLastRow_IsDone()
    {
        var run = CheckedRun();
        run.ChooseGood(Now);
        run.Advance(1000, new(1000, 0, 900, 900), Now);
        run.State.ShouldBe(ImportState.Importing);
        run.NextRow.ShouldBe(1000);
        run.Advance(500, new(500, 0, 1, 1), Now);
        run.State.ShouldBe(ImportState.Done);
        run.UnitsAdded.ShouldBe(1500);
        run.PartiesAdded.ShouldBe(901);
    }

    [Fact]
    public void Discard_Repeated_IsSafe()
    {
        var run = CheckedRun();
        run.Discard(Now);
        run.Discard(Now);
        run.State.ShouldBe(ImportState.Discarded);
        CodeOf(() => run.ChooseGood(Now)).ShouldBe("registry.import-moved-on");
    }

    [Fact]
    public void Discard_WhileImporting_IsRefused()
    {
        var run = CheckedRun();
        run.ChooseGood(Now);
        CodeOf(() => run.Discard(Now)).ShouldBe("registry.import-under-way");
    }

    [Fact]
    public void Stumbled_ThreeTimesInARow_HasFailed()
    {
        var run = CheckedRun();
        run.ChooseGood(Now);
        run.Stumbled(Now);
        run.Stumbled(Now);
        run.Advance(1000, Nothing, Now);
        run.Stumbled(Now);
        run.Stumbled(Now);
        run.State.ShouldBe(ImportState.Importing);
        run.Stumbled(Now);
        run.State.ShouldBe(ImportState.Failed);
        run.NextRow.ShouldBe(1000);
    }
}
