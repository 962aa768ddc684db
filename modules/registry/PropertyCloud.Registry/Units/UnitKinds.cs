namespace PropertyCloud.Registry.Units;

/// <summary>What people read for a unit's use.</summary>
internal static class UnitKinds
{
    public static readonly IReadOnlyList<UnitKind> All = Enum.GetValues<UnitKind>();

    public static string Text(UnitKind kind) => kind switch
    {
        UnitKind.Home => "住宅",
        UnitKind.Shop => "商铺",
        UnitKind.Office => "办公",
        _ => "其他|用途",
    };
}
