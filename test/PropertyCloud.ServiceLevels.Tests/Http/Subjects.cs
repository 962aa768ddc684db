using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Events;
using PropertyCloud.ServiceLevels.Breaches;
using PropertyCloud.ServiceLevels.Clocks;
using PropertyCloud.ServiceLevels.Contracts;
using PropertyCloud.ServiceLevels.Data;
using PropertyCloud.Testing;

namespace PropertyCloud.ServiceLevels.Tests.Http;

/// <summary>Stands for a module whose subjects have clocks: works out the faces and tells them as butler does.</summary>
internal sealed class Subject(TestApp app, string company, string kind, string severity = "normal", string? item = null)
{
    private readonly List<ClockFact> _facts = [];
    private long _revision;

    public Guid Id { get; } = Ids.At(app.Now);
    public DateTime ReportedAt { get; } = app.Now;
    public Guid VersionId { get; private set; }
    public IReadOnlyList<ClockFace> Faces { get; private set; } = [];

    public ClockFace Face(ClockKind clock) => Faces.Single(f => f.Kind == clock);

    public Task ReportAsync() => app.In(company, async services =>
    {
        VersionId = (await services.GetRequiredService<IPlanLookup>().GetInForceAsync(Guid.Empty)).VersionId;
        await TellAsync(services);
    });

    public Task HappenAsync(ClockFactKind fact, DateTime? at = null, DateTime? from = null, DateTime? until = null, string? to = null) => app.In(company, async services =>
    {
        _facts.Add(new(fact, at ?? app.Now, from, until, to));
        await TellAsync(services);
    });

    private async Task TellAsync(IServiceProvider services)
    {
        Faces = await services.GetRequiredService<IPlanLookup>().CalculateAsync(new(VersionId, Guid.Empty, kind, item, severity, ReportedAt, [.. _facts]));
        var told = new ClockSubjectChanged(Id, "test.subject", ++_revision, VersionId, Ids.At(ReportedAt), null, null, Faces, kind, severity, item);
        await services.GetRequiredService<ClockSubjectSubscriber>().HandleAsync(told, new(Ids.At(app.Now), app.Now, null, null), default);
    }

    public Task<List<Breach>> BreachesAsync() => app.In(company, services =>
        services.GetRequiredService<ServiceLevelsDbContext>().Breaches.AsNoTracking().Where(b => b.SubjectId == Id).ToListAsync());

    public Task<List<ClockRow>> RowsAsync() => app.In(company, services =>
        services.GetRequiredService<ServiceLevelsDbContext>().Clocks.AsNoTracking().Where(c => c.SubjectId == Id).OrderBy(c => c.Clock).ToListAsync());
}

/// <summary>Events that were handled, as other modules hear them.</summary>
internal sealed class Heard : IDisposable
{
    private readonly EventTap _tap;
    private readonly List<IEvent> _events = [];

    public Heard(TestApp app)
    {
        _tap = app.Services.GetRequiredService<EventTap>();
        _tap.Handled += Hear;
    }

    public IReadOnlyList<T> Of<T>(Guid subject) where T : IEvent
    {
        lock (_events) return [.. _events.OfType<T>().Where(e => e.Subject == subject)];
    }

    private void Hear(int tenant, IEvent happened)
    {
        lock (_events) _events.Add(happened);
    }

    public void Dispose() => _tap.Handled -= Hear;
}
