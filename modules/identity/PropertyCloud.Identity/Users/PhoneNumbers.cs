using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Identity.Users;

/// <summary>Phones as digits only, without the country's prefix: 138 0013 8000 and +86 138-0013-8000 are one phone.</summary>
internal static class PhoneNumbers
{
    /// <summary>Null where it is no phone.</summary>
    public static string? TryNormalize(string? typed)
    {
        if (typed is null) return null;
        var text = typed.Trim();
        if (text.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or '-' or ' ' or '(' or ')' or '（' or '）' or '\u00A0' or '—'))) return null;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (text.StartsWith("+86", StringComparison.Ordinal)) digits = digits[2..];
        else if (digits.StartsWith("0086", StringComparison.Ordinal)) digits = digits[4..];
        return digits.Length is >= 7 and <= 15 ? digits : null;
    }

    /// <summary>A mainland mobile of 11 digits, however it is typed.</summary>
    public static bool IsMobile(string? typed) => TryNormalize(typed) is { Length: 11 } digits && digits[0] == '1' && digits[1] >= '3';

    public static string Normalize(string typed) => TryNormalize(typed) ??
        throw new DomainException("identity.phone", "手机号不对，核对后再填") { Status = 422, Field = "phone" };
}
