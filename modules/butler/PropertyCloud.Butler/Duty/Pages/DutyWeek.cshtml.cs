using Microsoft.AspNetCore.Mvc;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.Duty.Pages;

/// <summary>值班: who is there when, who is away, and who answers for each cluster at this moment (ruling 12).</summary>
[Permission(ButlerPermissions.Assign)]
public sealed class DutyWeekModel : ButlerPage
{
    public override string Title => L.Say("值班");

    internal DutyList List { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync(Cancel);

    /// <param name="days">Days of the week that the span holds on.</param>
    public Task<IActionResult> OnPostAsync(Guid userId, int post, List<int> days, TimeOnly? from, TimeOnly? to) => DoAsync(async () =>
    {
        if (!Enum.IsDefined((DutyPost)post)) throw new DomainException("butler.unknown-post", "选一种岗位") { Status = 422, Field = "Post" };
        if (days.Count > 0 && (from is null || to is null)) throw new DomainException("butler.no-hours", "填上班和下班的时间") { Status = 422, Field = "From" };
        await Use<PlanDuty>().HandleAsync(userId, (DutyPost)post, [.. days.Where(d => d is >= 0 and <= 6).Distinct().Select(d => new WorkingSpan((DayOfWeek)d, from!.Value, to!.Value))], Cancel);
        Notice = L.Say("已排班");
        return Redirect("/duty");
    });

    public Task<IActionResult> OnPostAwayAsync(Guid userId, DateOnly? from, DateOnly? to, string? reason) => DoAsync(async () =>
    {
        if (from is null) throw new DomainException("butler.bad-period", "结束日期不能早于开始日期") { Status = 422, Field = "From" };
        await Use<PlanDuty>().AddAbsenceAsync(new(userId, from.Value, to ?? from.Value, reason), Cancel);
        Notice = L.Say("已记下，这段时间由后备接");
        return Redirect("/duty");
    });

    public Task<IActionResult> OnPostBackAsync(Guid id) => DoAsync(async () =>
    {
        await Use<PlanDuty>().EndAbsenceAsync(id, Cancel);
        Notice = L.Say("已销假");
        return Redirect("/duty");
    });

    protected override async Task LoadAsync(CancellationToken cancellation) => List = await Use<ListDuty>().HandleAsync(cancellation);

    internal string NameOf(Guid id) => List.Names.TryGetValue(id, out var person) ? person.Name : "—";

    internal string DayOf(DayOfWeek day) => L.Say(day switch { DayOfWeek.Monday => "周一", DayOfWeek.Tuesday => "周二", DayOfWeek.Wednesday => "周三", DayOfWeek.Thursday => "周四", DayOfWeek.Friday => "周五", DayOfWeek.Saturday => "周六", _ => "周日" });

    /// <summary>周一至周日 08:00 到 20:00, or each span.</summary>
    internal string HoursOf(WorkingWeek week) => string.Join(L.Say("；"), week.Spans.GroupBy(s => (s.From, s.To)).Select(g =>
        $"{(g.Count() == 7 ? L.Say("每天") : string.Join("、", g.OrderBy(s => ((int)s.Day + 6) % 7).Select(s => DayOf(s.Day))))} {(g.Key.From == g.Key.To ? L.Say("全天") : $"{g.Key.From:HH\\:mm}–{g.Key.To:HH\\:mm}")}"));
}
