using PropertyCloud.Kernel.Settings;

namespace PropertyCloud.Registry.Contracts;

/// <summary>The company's number that is answered at all hours: printed on service cards, shown before an emergency is written down.</summary>
public static class ServiceHotline
{
    /// <summary>Digits and hyphens; empty: the company has none.</summary>
    public static readonly SettingDefinition<string> Setting = new("registry.hotline", "", "服务卡上的公司热线");
}
