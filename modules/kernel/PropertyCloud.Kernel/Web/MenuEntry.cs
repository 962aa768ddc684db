namespace PropertyCloud.Kernel.Web;

public enum MenuPlace
{
    /// <summary>The resident's four tabs.</summary>
    ResidentTab,

    /// <summary>A tile of the resident's service grid.</summary>
    ResidentTile,

    /// <summary>The five tabs of staff on phones.</summary>
    StaffTab,

    /// <summary>The labelled rail of desks.</summary>
    Rail,

    /// <summary>A page of the settings.</summary>
    Setting,

    /// <summary>The rail of the platform's operator.</summary>
    Platform,
}

/// <param name="Text">Chinese label, translated by en.json; may contain the wording token <c>{butler}</c>.</param>
/// <param name="Icon">Name in the icon sprite.</param>
/// <param name="Permission">Shown only to who has it; null shows it to everybody of the place.</param>
/// <param name="Centre">The raised middle tab.</param>
public sealed record MenuEntry(MenuPlace Place, int Order, string Text, string Icon, string Url, string? Permission = null, bool Centre = false);
