using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using PropertyCloud.Kernel.Modularity;

namespace PropertyCloud.Kernel.Localization;

/// <summary>English for Chinese: every module's <c>Localization/en.json</c> (Chinese original as key) put together. What follows a
/// bar in a key tells two equal originals apart and is not shown.</summary>
public sealed class TextCatalog
{
    private readonly Dictionary<string, string> _english = new(StringComparer.Ordinal);

    public TextCatalog(IEnumerable<Assembly> assemblies)
    {
        foreach (var assembly in assemblies)
        {
            using var stream = assembly.GetManifestResourceStream("Localization.en.json");
            if (stream is null) continue;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                _english[key] = text;
        }
    }

    public IReadOnlyDictionary<string, string> English => _english;

    public string Find(string original, CultureInfo culture)
    {
        if (culture.TwoLetterISOLanguageName == "en" && _english.TryGetValue(original, out var english)) return english;
        var bar = original.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? original : original[..bar];
    }
}

/// <summary>What a company calls things, by language.</summary>
/// <param name="Butler">客服管家, 贴心管家, 小管家.</param>
public sealed record Wording(string Butler, string ButlerEn)
{
    public static readonly Wording Default = new("管家", "Butler");
}

/// <summary>Holds the wording of the current company for the running scope; set by the host's middleware and by the dispatcher.</summary>
public sealed class CurrentWording
{
    public Wording Value { get; set; } = Wording.Default;
}

/// <summary>Texts in the reader's language: <c>L["您的{butler}"]</c>, <c>L["剩 {0} 分", 8]</c>. The Chinese original is the key.</summary>
public sealed class Texts(TextCatalog catalog, CurrentWording wording) : IStringLocalizer
{
    public LocalizedString this[string name] => new(name, Say(name));
    public LocalizedString this[string name, params object?[] arguments] => new(name, Say(name, arguments!));

    public string Say(string original, params object?[] args) => Say(CultureInfo.CurrentUICulture, original, args);

    public string Say(CultureInfo culture, string original, params object?[] args)
    {
        var english = culture.TwoLetterISOLanguageName == "en";
        var text = catalog.Find(original, culture)
            .Replace("{butler}", english ? wording.Value.ButlerEn : wording.Value.Butler, StringComparison.Ordinal);
        return args.Length == 0 ? text : string.Format(culture, text, Parts(culture, args));
    }

    private object?[] Parts(CultureInfo culture, object?[] args) =>
        Array.Exists(args, a => a is ITextPart) ? Array.ConvertAll(args, a => a is ITextPart part ? part.Say(this, culture) : a) : args;

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        catalog.English.Select(x => new LocalizedString(x.Key, x.Value));
}
