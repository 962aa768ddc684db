using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Settings;

namespace PropertyCloud.Registry.ServiceCards;

/// <summary>The number on every service card. Blank prints none; repeating is safe.</summary>
internal sealed class SetHotline(ISettings settings) : IUseCase
{
    private const int Longest = 24;

    public async Task HandleAsync(string? hotline, CancellationToken cancellation = default)
    {
        var number = hotline?.Trim() ?? "";
        new Check().That(number.Length <= Longest && number.All(c => char.IsAsciiDigit(c) || c is '-' or '+' or ' '), "hotline", "registry.hotline-unlikely", "热线只写数字和横线，最多 {0} 位", Longest).ThrowIfAny();
        await settings.SetAsync(RegistrySettings.Hotline, number, cancellation);
    }
}
