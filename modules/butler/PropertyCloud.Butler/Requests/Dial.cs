namespace PropertyCloud.Butler.Requests;

internal static class Dial
{
    /// <summary>The address that opens the phone; nothing but digits and a plus gets into it.</summary>
    public static string To(string phone) => $"tel:{string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c == '+'))}";
}
