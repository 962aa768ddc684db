using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Units;
using PropertyCloud.Theme.Components;

namespace PropertyCloud.Registry;

/// <summary>Pages of this module. Use cases stay internal: a page asks for the one it needs.</summary>
public abstract class RegistryPage : ModulePage
{
    private static readonly char[] Between = [' ', ',', '，', '、', ';', '；', '\n', '\r', '\t'];

    private protected T UseCase<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
    private protected CancellationToken Cancelled => HttpContext.RequestAborted;

    /// <summary>What a field shows: what was typed when it was refused, else what is saved. Who edited a stale version sees what is saved now.</summary>
    internal string? Typed(string field, string? saved = null) =>
        Problem is { Status: not StatusCodes.Status412PreconditionFailed } && Request.HasFormContentType && Request.Form.TryGetValue(field, out var typed) ? typed.ToString() : saved;

    /// <summary>7 栋, or the name alone where it is no number, as 商业街.</summary>
    internal string BuildingName(string name) => DoorPlate.EndsLikeANumber(name) ? L["{0} 栋", name].Value : name;

    /// <summary>2 单元, or what an entrance without a name is called.</summary>
    internal string EntranceName(string name) => name.Length == 0 ? L["不分单元"].Value : DoorPlate.EndsLikeANumber(name) ? L["{0} 单元", name].Value : name;

    /// <summary>Several names from one field: separated by spaces, commas or lines.</summary>
    private protected static IReadOnlyList<string> Several(string? typed) => (typed ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Square metres as typed, <c>98.52</c>; what is no number is refused, not forgotten.</summary>
    private protected static decimal? AreaOf(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        return decimal.TryParse(typed.Trim().Normalize(NormalizationForm.FormKC), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var area)
            ? area
            : throw new DomainException("registry.area-unlikely", "面积写成大于 0、最多 2 位小数的平方米数") { Status = 422, Field = "area" };
    }

    /// <summary>A day that cannot be read is refused: it must not be taken for an empty field.</summary>
    private protected void RequireReadableDays(params string[] fields)
    {
        var check = new Check();
        foreach (var field in fields)
            check.That(ModelState.GetFieldValidationState(field) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid, field, "registry.day-unreadable", "写成 2026-09-15 这样的日期");
        check.ThrowIfAny();
    }
}
