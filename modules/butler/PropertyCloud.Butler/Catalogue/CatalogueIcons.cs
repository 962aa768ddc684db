namespace PropertyCloud.Butler.Catalogue;

/// <summary>Pictures that fit something one asks for, offered in the form; arrows and other signs of the interface are left out. Each is
/// in the theme's sprite, a test says so.</summary>
internal static class CatalogueIcons
{
    public static readonly IReadOnlyList<string> Offered =
    [
        "tool", "tools", "hammer", "bulb", "plug", "bolt", "droplet", "ripple", "bath", "wash", "filter", "tools-kitchen-2", "armchair", "door", "window", "wall", "lock", "key",
        "elevator", "air-conditioning", "smart-home", "home", "building", "building-community", "trash", "sparkles", "bug", "plant-2", "flower", "car", "truck", "walk", "alarm",
        "alert-triangle", "shield-check", "camera", "volume", "speakerphone", "headset", "phone", "device-mobile", "mail", "message-circle", "message-report", "help-circle", "bell",
        "receipt-yuan", "wallet", "ticket", "certificate", "file-check", "clipboard-list", "briefcase", "users", "calendar", "clock", "map-pin", "package", "box", "shopping-bag",
        "milk", "news", "cake", "confetti", "heart", "star", "paw", "book", "photo",
    ];
}
