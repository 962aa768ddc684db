using System.Text;
using System.Text.RegularExpressions;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Registry.Parties;

/// <summary>Mainland phones: a mobile of 11 digits, or a landline with its area code (<c>0571-88886666</c>).</summary>
internal static partial class PhoneNumber
{
    public const int Length = 24;

    /// <summary>Whole, as it is kept; refused with 422 where it is none.</summary>
    public static string Parse(string text) => TryParse(text, out var phone, out var reason)
        ? phone
        : throw new DomainException("registry.phone-unlikely", reason.Text, reason.Args) { Status = 422, Field = "phone" };

    /// <param name="reason">What to do about it, when it is none.</param>
    public static bool TryParse(string text, out string phone, out Reason reason)
    {
        phone = "";
        reason = default;
        var typed = CountryCode().Replace(Noise().Replace(text.Normalize(NormalizationForm.FormKC), ""), "");
        var digits = typed.Replace("-", "", StringComparison.Ordinal);
        if (Mobile().IsMatch(digits))
        {
            phone = digits;
            return true;
        }

        if (Landline().Match(typed) is { Success: true } landline)
        {
            phone = landline.Groups["ext"].Success
                ? $"{landline.Groups["area"]}-{landline.Groups["number"]}-{landline.Groups["ext"]}"
                : $"{landline.Groups["area"]}-{landline.Groups["number"]}";
            return true;
        }

        reason = Explain(digits);
        return false;
    }

    private static Reason Explain(string digits) => (digits.All(char.IsAsciiDigit), digits.StartsWith('1'), digits.Length) switch
    {
        (true, true, > 6 and < 11) => new("少 {0} 位数字", 11 - digits.Length),
        (true, true, > 11 and < 16) => new("多 {0} 位数字", digits.Length - 11),
        _ => new("写成 11 位手机号，或带区号的座机号"),
    };

    [GeneratedRegex(@"[\s()（）.]")] private static partial Regex Noise();
    [GeneratedRegex(@"^(\+|00)86-?")] private static partial Regex CountryCode();
    [GeneratedRegex("^1[3-9][0-9]{9}$")] private static partial Regex Mobile();
    [GeneratedRegex("^(?<area>010|02[0-9]|0[3-9][0-9]{2})-?(?<number>[2-9][0-9]{6,7})(-(?<ext>[0-9]{1,6}))?$")] private static partial Regex Landline();
}

/// <summary>Why something is refused: Chinese, with places.</summary>
internal readonly record struct Reason(string Text, params object?[] Args);
