using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Butler.CallBacks;
using PropertyCloud.Butler.Contracts;
using PropertyCloud.Butler.Data;
using PropertyCloud.Butler.HandOvers;
using PropertyCloud.Kernel.Modularity;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.Butler.Demo;

/// <summary>Months handed over where the plan asks for it: on the first of the next one butlers make the last calls and submit, in the
/// afternoon the receiver accepts. One comes back and is submitted again. Of the last month one still waits to be accepted, and the
/// first butler's stays open with calls missing.</summary>
internal sealed class DemoMonths(DemoCompany company, DemoPlace place, DemoCast cast, TimeZoneInfo zone, string? receiverRole)
{
    private const int LeftOpenCalls = 2;
    private const int LeftOpenFromDay = 20;
    private readonly HashSet<Guid> _leftOpen = [];

    /// <summary>Butlers by user name, as they are numbered.</summary>
    private readonly List<Guid> _butlers = [.. place.Staff.Where(s => s.Key.StartsWith("butler", StringComparison.Ordinal)).OrderBy(s => s.Key.Length).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value.UserId)];

    private Guid? Receiver => place.Staff.TryGetValue(receiverRole == SeededRoles.DepartmentHead ? "cs-head" : "supervisor", out var person) ? person.UserId : null;

    private DateTime EndOfHistory => TimeZoneInfo.ConvertTime(company.End, zone).DateTime;
    private DateTime LastMonth => new DateTime(EndOfHistory.Year, EndOfHistory.Month, 1).AddMonths(-1);

    public void Schedule()
    {
        if (receiverRole is null || Receiver is null || _butlers.Count == 0) return;
        var start = TimeZoneInfo.ConvertTime(company.Clock.GetUtcNow(), zone).DateTime;
        for (var month = new DateTime(start.Year, start.Month, 1); month <= LastMonth; month = month.AddMonths(1))
            for (var i = 0; i < _butlers.Count; i++)
                if (month < LastMonth || i > 0) HandOver(_butlers[i], month, i);
    }

    /// <summary>The first butler's last month keeps a few calls to make, of its last days.</summary>
    public bool IsLeftOpen(RequestChanged happened)
    {
        if (receiverRole is null || _butlers.Count == 0 || happened.ResponsibleId != _butlers[0]) return false;
        var local = TimeZoneInfo.ConvertTimeFromUtc(happened.At, zone);
        if (local.Year != LastMonth.Year || local.Month != LastMonth.Month || local.Day < LeftOpenFromDay) return false;
        return _leftOpen.Count < LeftOpenCalls && _leftOpen.Add(happened.RequestId);
    }

    private void HandOver(Guid butler, DateTime month, int index)
    {
        var morning = Local(month.AddMonths(1).AddHours(9).AddMinutes(11 * index));
        var comesBack = index == 1 && month == LastMonth.AddMonths(-1);
        var staysSubmitted = index == 2 && month == LastMonth;
        cast.StaffAt(morning, butler, () => true, (services, cancellation) => CallTheRestAsync(services, butler, month, cancellation));
        Submit(morning.AddMinutes(40), null);
        if (staysSubmitted) return;
        if (!comesBack)
        {
            Decide(morning.AddHours(5), (decide, id, c) => decide.AcceptAsync(id, c));
            return;
        }

        Decide(morning.AddHours(5), (decide, id, c) => decide.ReturnAsync(id, "少两张服务卡的回执，补齐再交", c));
        Submit(morning.AddHours(25), "服务卡回执已补齐");
        Decide(morning.AddHours(29), (decide, id, c) => decide.AcceptAsync(id, c));

        void Submit(DateTimeOffset when, string? remark) => cast.StaffAt(when, butler, () => true,
            (services, cancellation) => services.GetRequiredService<SubmitHandOver>().HandleAsync(month.Year, month.Month, remark, cancellation));

        void Decide(DateTimeOffset when, Func<DecideHandOver, Guid, CancellationToken, Task> decide) => cast.StaffAt(when, Receiver, () => true, async (services, cancellation) =>
        {
            var id = await services.GetRequiredService<ButlerDbContext>().HandOvers.AsNoTracking()
                .Where(h => h.ButlerId == butler && h.Year == month.Year && h.Month == month.Month).Select(h => h.Id).FirstAsync(cancellation);
            await decide(services.GetRequiredService<DecideHandOver>(), id, cancellation);
        });
    }

    private async Task CallTheRestAsync(IServiceProvider services, Guid butler, DateTime month, CancellationToken cancellation)
    {
        foreach (var missing in await services.GetRequiredService<HandOverMonth>().MissingAsync(butler, month.Year, month.Month, cancellation))
            await services.GetRequiredService<RecordCallBack>().HandleAsync(missing.RequestId, true, cast.Stars(), cast.Pick(DemoSayings.Remarks), cancellation);
    }

    private DateTimeOffset Local(DateTime local) => new(TimeZoneInfo.ConvertTimeToUtc(local, zone), TimeSpan.Zero);
}
