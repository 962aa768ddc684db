using PropertyCloud.Kernel.Settings;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Registry;

internal static class RegistrySettings
{
    /// <summary>Printed on service cards; empty prints none.</summary>
    public static readonly SettingDefinition<string> Hotline = ServiceHotline.Setting;

    public static readonly IReadOnlyList<SettingDefinition> All = [Hotline];
}
