using PropertyCloud.Kernel.Settings;

namespace PropertyCloud.Registry;

internal static class RegistrySettings
{
    /// <summary>Printed on service cards; empty prints none.</summary>
    public static readonly SettingDefinition<string> Hotline = new("registry.hotline", "", "服务卡上的公司热线");

    public static readonly IReadOnlyList<SettingDefinition> All = [Hotline];
}
