using Microsoft.EntityFrameworkCore;
using PropertyCloud.Butler.Data;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Kernel.Security;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Butler.Requests;

/// <summary>Past requests on a household's page.</summary>
internal sealed class RequestHistorySource(ButlerDbContext db, RequestAccess access, ICurrentUser user, Texts texts) : IHouseholdHistorySource
{
    public async Task<IReadOnlyList<HouseholdHistory>> GetAsync(Guid unitId, int take, CancellationToken cancellation)
    {
        var visible = await access.VisibleAsync(db.Requests.AsNoTracking(), cancellation);
        var rows = await visible.Where(r => r.UnitId == unitId).OrderByDescending(r => r.ReportedAt).Take(take)
            .Select(r => new { r.Id, r.Number, r.Title, r.Kind, r.Status, r.ReportedAt }).ToListAsync(cancellation);
        var address = user.Access?.IsResident == true ? "/home/requests" : "/requests";
        return [.. rows.Select(r => new HouseholdHistory(r.Number, r.Title, texts.Say(KindTexts.Of(r.Kind)), texts.Say(StatusTexts.Of(r.Status)), r.ReportedAt, $"{address}/{r.Id}"))];
    }
}
