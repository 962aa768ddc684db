using PropertyCloud.Kernel.Settings;

namespace PropertyCloud.Butler;

internal static class ButlerSettings
{
    public static readonly SettingDefinition<int> BackdateHours = new("butler.backdate-hours", 24, "电话与服务卡最多补记几小时");
    public static readonly SettingDefinition<int> RepeatDays = new("butler.repeat-days", 30, "同一房屋同一事项几天内算重复报修");

    public static readonly IReadOnlyList<SettingDefinition> All = [BackdateHours, RepeatDays];
}
