using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.Registry.Contracts;
using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Clocks;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Plans;

internal sealed class PlanLookup(PlanStore plans, ICommunityLookup communities, ICurrentTenant tenant, PromiseWriter writer) : IPlanLookup
{
    public async Task<PlanInForce> GetInForceAsync(Guid communityId, CancellationToken cancellation = default)
    {
        var grade = await GradeAsync(communityId, cancellation);
        return InForce(await plans.InForceAsync(communityId, grade, cancellation), grade);
    }

    public async Task<IReadOnlyList<PlanInForce>> ListInForceAsync(CancellationToken cancellation = default) =>
        [.. (await plans.AllInForceAsync(cancellation)).Select(version => InForce(version, null))];

    public async Task<PlanInForce> GetAsync(Guid planVersionId, CancellationToken cancellation = default) =>
        InForce(await plans.GetAsync(planVersionId, cancellation), null);

    public async Task<IReadOnlyList<ClockFace>> CalculateAsync(ClockHistory history, CancellationToken cancellation = default)
    {
        if (history.PlanVersionId == Guid.Empty) return [.. ClockCalculator.Kinds.Select(ClockFace.None)];
        var version = await plans.GetAsync(history.PlanVersionId, cancellation);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(tenant.Info?.TimeZoneId ?? "Asia/Shanghai");
        return new ClockCalculator(version.Content, zone, PublicHolidays.Published).Calculate(history);
    }

    public async Task<IReadOnlyList<PromiseLine>> DescribeAsync(Guid communityId, CancellationToken cancellation = default)
    {
        var grade = await GradeAsync(communityId, cancellation);
        return writer.Describe((await plans.InForceAsync(communityId, grade, cancellation)).Content);
    }

    /// <summary>Grades are only asked for where a plan or a ratio depends on them; the lookup answers from memory.</summary>
    private async Task<string?> GradeAsync(Guid communityId, CancellationToken cancellation) =>
        communityId == Guid.Empty ? null : (await communities.ListAsync(cancellation)).FirstOrDefault(c => c.Id == communityId)?.Grade;

    private static PlanInForce InForce(CachedVersion version, string? grade)
    {
        var content = version.Content;
        return new(version.Id, version.Number, content.Name,
            [.. content.Severities.Select(s => new SeverityOption(s.Code, s.Name, s.NameEn, s.Hint, s.Emergency))],
            new(content.HouseholdsPerButler?.For(grade), content.CallBack.Mode, content.CallBack.SamplePercent, content.CallBack.Attempts,
                content.HandOver is not null, content.HandOver?.ToRole ?? "", content.Confirmation.RemindAfterHours, content.Confirmation.ConfirmAfterDays), content.NameEn);
    }
}
