using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Tenancy;
using PropertyCloud.ServiceLevels.Breaches;
using PropertyCloud.ServiceLevels.Clocks;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Data;
using PropertyCloud.ServiceLevels.Plans;
using PropertyCloud.ServiceLevels.Tests.Http;
using PropertyCloud.Testing;
using Xunit.Abstractions;

namespace PropertyCloud.ServiceLevels.Tests.Clocks.Model;

/// <summary>Random requests live side by side for two weeks in a real host, on a database, with timers and a moved clock; in the
/// end each has exactly the breaches that the model raises and withdraws (rulings 8, 13b, 13c).</summary>
public sealed class BreachPropertyTests(OwnSqliteApp fixture, ITestOutputHelper output) : IClassFixture<OwnSqliteApp>
{
    private const string Tenant = "standard";
    private const string Zone = "Asia/Shanghai";

    [Fact]
    public async Task Handle_RandomHistories_RaiseAndWithdrawTheBreachesOfTheModel()
    {
        var app = fixture.App;
        var start = app.Now;
        var end = start.AddDays(Scale.Fortnight.Days + 3);
        var seed = Counts.Seed(Sample.OwnSeed);
        var random = new PCG(1, (ulong)seed);
        var companies = Enumerable.Range(0, 12).Select(_ => Plain(RandomCompany.Of(Scale.Fortnight.Longest).Generate(random, null, out var _))).ToList();
        var stories = RandomStory.Of(companies, Scale.Fortnight, Gen.Int[0, 1440].Select(m => start.AddMinutes(m)), late: 50);
        var lives = Enumerable.Range(0, Counts.Of(40, 400)).Select(_ => new Life(stories.Generate(random, null, out var _))).ToList();
        var versions = companies.Select(_ => Ids.At(start)).ToList();
        await app.In(Tenant, services =>
        {
            var (cache, tenant) = (services.GetRequiredService<PlanCache>(), services.GetRequiredService<ICurrentTenant>().Id);
            for (var i = 0; i < companies.Count; i++)
                cache.Keep(tenant, new(versions[i], versions[i], 1, ClockDriver.Content(companies[i].Published[0].Terms!)));
            return Task.CompletedTask;
        });

        foreach (var (at, life, known) in lives.SelectMany(l => l.Story.RecordedAt.Select((at, i) => (at, l, i + 1)).Prepend((l.Story.History.ReportedAt, l, 0))).OrderBy(x => x.Item1))
        {
            await app.AdvanceAsync(at - app.Now);
            await app.In(Tenant, services => life.TellAsync(services, versions[life.Story.Company], known));
        }

        await app.AdvanceAsync(end - app.Now);
        var raised = await app.In(Tenant, s => s.GetRequiredService<ServiceLevelsDbContext>().Breaches.AsNoTracking().Where(b => b.SubjectType == Life.Type).ToListAsync());
        var withdrawn = 0;
        foreach (var life in lives)
        {
            var expected = new BreachModel(life.Story, companies[life.Story.Company]).Until(end);
            withdrawn += expected.Count(b => !b.Stands);
            raised.Where(b => b.SubjectId == life.Id).Select(Told).Order().ShouldBe(expected.Select(Told).Order(), $"{life.Story}\n{string.Join("\n", companies[life.Story.Company].Published[0].Terms!.Limits)}");
        }

        output.WriteLine($"{lives.Count} requests, {lives.Sum(l => l.Story.RecordedAt.Count)} facts: {raised.Count} breaches, {withdrawn} of them withdrawn; seed {seed}");
        (raised.Count > lives.Count / 2).ShouldBeTrue();
        withdrawn.ShouldBeGreaterThanOrEqualTo(lives.Count / 10);
    }

    /// <summary>One plan, in the host's zone, without an either group: whose clock stands for it is told in other tests.</summary>
    private static Company Plain(Company company) => new(Zone, [company.Published[0] with { Terms = company.Published[0].Terms! with { Group = [] } }]);

    private static string Told(Breach breach) => $"{Case.Name(breach.Clock)} {breach.DueAt:u} {breach.LimitMinutes} {(breach.Status == BreachStatus.Standing ? "stands" : "withdrawn")}";

    private static string Told(ModelBreach breach) => $"{breach.Clock} {breach.Due:u} {breach.Limit} {(breach.Stands ? "stands" : "withdrawn")}";

    /// <summary>A request that lives its story, told as its module tells it.</summary>
    private sealed class Life(Story story)
    {
        public const string Type = "test.life";
        public Story Story => story;
        public Guid Id { get; } = Ids.New(TimeProvider.System);

        public async Task TellAsync(IServiceProvider services, Guid version, int known)
        {
            var history = story.History with { PlanVersionId = version, Facts = [.. story.History.Facts.Take(known)] };
            var faces = await services.GetRequiredService<IPlanLookup>().CalculateAsync(history);
            var told = new ClockSubjectChanged(Id, Type, known + 1, version, Ids.New(TimeProvider.System), null, null, faces, history.Kind, history.Severity, history.ItemCode);
            await services.GetRequiredService<ClockSubjectSubscriber>().HandleAsync(told, new(Ids.New(TimeProvider.System), history.ReportedAt, null, null), default);
        }
    }
}
