using Microsoft.AspNetCore.Http;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Localization;
using PropertyCloud.Registry.Data;

namespace PropertyCloud.Registry.Households;

/// <summary>The list as CSV. Masked for everybody who sees the list; whole phones only with a reason, which is audited before the
/// first row leaves. The file is streamed and kept nowhere, so nothing has to expire.</summary>
internal sealed class ExportHouseholds(RegistryDbContext db, HouseholdQuery households, Texts texts) : IUseCase
{
    public const int ReasonLength = 200;

    public Task MaskedAsync(HouseholdFilter filter, HttpResponse response, CancellationToken cancellation = default) => WriteAsync(filter, false, response, cancellation);

    public async Task UnmaskedAsync(HouseholdFilter filter, string? reason, HttpResponse response, CancellationToken cancellation = default)
    {
        new Check().Required(reason, "reason", "填写导出的原因").Max(reason, ReasonLength, "reason").ThrowIfAny();
        db.Audit("registry.exported-unmasked", null, reason!.Trim(), new { households = await households.CountAsync(filter, cancellation) });
        await db.SaveChangesAsync(cancellation);
        await WriteAsync(filter, true, response, cancellation);
    }

    private Task WriteAsync(HouseholdFilter filter, bool wholePhones, HttpResponse response, CancellationToken cancellation) =>
        CsvText.WriteAsync(response, texts.Say("住户.csv"), [texts.Say("小区"), texts.Say("门牌"), texts.Say("组团"), texts.Say("用途"), texts.Say("联系人"), texts.Say("手机|号码"), texts.Say("状态")],
            Rows(households.AllAsync(filter, wholePhones, cancellation)), cancellation);

    private static async IAsyncEnumerable<string?[]> Rows(IAsyncEnumerable<HouseholdRow> households)
    {
        await foreach (var h in households) yield return [h.Community, h.Plate, h.Cluster, h.Use, h.Contact, h.Phone, h.State];
    }
}
