using PropertyCloud.Butler.Assignments;
using PropertyCloud.Butler.CallBacks;
using PropertyCloud.Butler.Catalogue;
using PropertyCloud.Butler.Duty;
using PropertyCloud.Butler.Tests.Requests;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Tests.CallBacks;

/// <summary>Refusals of the office by field and code, and whose hours count.</summary>
public sealed class OfficeDetailTests
{
    private static readonly CatalogueFacts Lamp = new(RequestKinds.Repair, "灯具", "Lamps", "engineering", null, null, 10);
    private static readonly DateTime Noon = new(2026, 9, 15, 4, 0, 0, DateTimeKind.Utc);
    private readonly Given _ = new();

    private static void Bad(string field, string code, Action act) => Should.Throw<InvalidInputException>(act).Errors.Select(e => (e.Field, e.Code)).ShouldBe([(field, code)]);

    private CallBackTask Task() => CallBackTask.Open(Given.Id(60), _.WaitingForCallBack(), null, new(2026, 9, 30, 16, 0, 0, DateTimeKind.Utc), _.Now);

    [Fact]
    public void WhatIsWrong_IsNamedByFieldAndCode()
    {
        Bad("Satisfaction", "butler.bad-rating", () => Task().Reached(0, null, _.Butler, _.Now, new(2026, 9, 15)));
        Bad("Code", "kernel.required", () => CatalogueItem.Offer(Given.Id(1), "", Lamp));
        Bad("Code", "butler.bad-code", () => CatalogueItem.Offer(Given.Id(1), "a_b", Lamp));
        Bad("Kind", "butler.unknown-kind", () => CatalogueItem.Offer(Given.Id(1), "lamp", Lamp with { Kind = "wish" }));
        Bad("Department", "butler.unknown-department", () => CatalogueItem.Offer(Given.Id(1), "lamp", Lamp with { Department = "kitchen" }));
    }

    [Fact]
    public void CallBack_DoneAlready_SaysWhenItWasDone()
    {
        var task = Task();
        _.Later(33);
        task.Reached(5, null, _.Butler, _.Now, new(2026, 9, 15));
        Given.Refused(() => task.Reached(5, null, _.Other, _.Now, new(2026, 9, 15))).Args.ShouldBe([_.Butler.When(_.Now)]);
    }

    [Theory]
    [InlineData(2000, true)]
    [InlineData(1999, false)]
    public void Assignment_BeginsInThisMillennium(int year, bool taken)
    {
        Action make = () => Assignment.Make(Given.Id(1), _.Cluster, _.Community, _.Butler.Id!.Value, null, new(year, 12, 31), null, []);
        if (taken) Should.NotThrow(make);
        else Given.Refused(make).Code.ShouldBe("butler.bad-period");
    }

    [Fact]
    public void Butler_IsThereByTheirOwnHoursAsButler_NotByAnothersNorAtTheDesk()
    {
        WorkingWeek Week(int user, DutyPost post, int from, int to) => WorkingWeek.For(Given.Id(user + 80), Given.Id(user), post, [new(DayOfWeek.Tuesday, new(from, 0), new(to, 0))]);
        var rules = new DutyRules([Week(1, DutyPost.FrontDesk, 20, 23), Week(2, DutyPost.Butler, 20, 23), Week(1, DutyPost.Butler, 8, 18)], [], utc => utc.AddHours(8));
        rules.IsThere(Given.Id(1), Noon).ShouldBeTrue("at noon as butler, in the evening at the desk");
        rules.IsThere(Given.Id(2), Noon).ShouldBeFalse();
        rules.IsThere(Given.Id(3), Noon).ShouldBeTrue("nobody wrote their hours down");
    }
}
