using PropertyCloud.Butler.CallBacks;
using PropertyCloud.Butler.Tests.Requests;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Tests.CallBacks;

public sealed class CallBackTests
{
    private readonly Given _ = new();
    private static readonly DateOnly Day = new(2026, 9, 15);

    private CallBackTask Task(DateTime? due = null) => CallBackTask.Open(Ids.New(_.Clock), _.WaitingForCallBack(), due, new DateTime(2026, 9, 30, 15, 59, 59, DateTimeKind.Utc), _.Now);

    [Fact, Trait("Requirement", "R44"), Trait("Requirement", "R80")]
    public void Reached_KeepsSatisfactionAndRemark()
    {
        var task = Task();
        task.Reached(4, "修得好，来得慢", _.Butler, _.Now, Day);
        task.Status.ShouldBe(CallBackStatus.Reached);
        task.Satisfaction.ShouldBe(4);
        task.Attempts.ShouldHaveSingleItem().WasReached.ShouldBeTrue();
    }

    [Theory, InlineData(0), InlineData(6)]
    public void Reached_WithASatisfactionThatIsNone_IsRefused(int satisfaction) =>
        Given.Refused(() => Task().Reached(satisfaction, null, _.Butler, _.Now, Day)).Status.ShouldBe(422);

    [Fact]
    public void Reached_Twice_IsRefused()
    {
        var task = Task();
        task.Reached(5, null, _.Butler, _.Now, Day);
        Given.Refused(() => task.Reached(5, null, _.Butler, _.Now, Day)).Code.ShouldBe("butler.call-back-done");
    }

    [Fact]
    public void Missed_OnTheSameDay_DoesNotCountTwice()
    {
        var task = Task();
        task.Missed(null, 3, _.Butler, _.Now, Day).ShouldBeFalse();
        Given.Refused(() => task.Missed(null, 3, _.Butler, _.Now, Day)).Code.ShouldBe("butler.tried-today");
    }

    [Fact]
    public void Missed_OnAsManyDaysAsThePolicySays_IsGivenUp()
    {
        var task = Task();
        task.Missed(null, 3, _.Butler, _.Now, Day).ShouldBeFalse();
        task.Missed(null, 3, _.Butler, _.Now, Day.AddDays(1)).ShouldBeFalse();
        task.Missed(null, 3, _.Butler, _.Now, Day.AddDays(2)).ShouldBeTrue();
        task.Status.ShouldBe(CallBackStatus.NotReached);
    }

    [Fact]
    public void Open_WithoutAPromise_SortsByTheMonthsEnd()
    {
        Task().SortAt.ShouldBe(new DateTime(2026, 9, 30, 15, 59, 59, DateTimeKind.Utc));
        Task(_.Now.AddHours(24)).SortAt.ShouldBe(_.Now.AddHours(24), TimeSpan.FromHours(1));
    }

    [Fact, Trait("Requirement", "R80")]
    public void Policy_All_WantsEvery() => Enumerable.Range(0, 200).ShouldAllBe(_ => new CallBackPolicy(CallBackMode.All, 1, 3).Wants(this.NewId()));

    [Fact]
    public void Policy_None_WantsNone() => new CallBackPolicy(CallBackMode.None, 100, 3).Wants(NewId()).ShouldBeFalse();

    [Fact]
    public void Policy_Sample_IsTheSameForTheSameRequest_AndAboutThePercent()
    {
        var policy = new CallBackPolicy(CallBackMode.Sample, 30, 3);
        var ids = Enumerable.Range(0, 10_000).Select(n => new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, (byte)(n >> 8), (byte)n])).ToList();
        ids.Count(policy.Wants).ShouldBeInRange(2_800, 3_200);
        ids.Select(policy.Wants).ShouldBe(ids.Select(policy.Wants));
    }

    private Guid NewId() => Ids.New(_.Clock);
}
