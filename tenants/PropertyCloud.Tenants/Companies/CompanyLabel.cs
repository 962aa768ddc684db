using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Tenants.Companies;

/// <summary>The name of a company's address, as <c>standard</c> in <c>standard.localhost</c>. Chosen once, never given again.</summary>
internal static class CompanyLabel
{
    public const int Shortest = 3;
    public const int Longest = 32;

    /// <summary>Names that are the platform's, that programs try by themselves, or that would mislead people.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "about", "account", "admin", "administrator", "api", "app", "assets", "auth", "autoconfig", "autodiscover", "blog", "cdn", "console", "dashboard", "demo", "dev",
        "docs", "download", "email", "files", "ftp", "help", "home", "host", "imap", "internal", "login", "mail", "merchant", "merchants", "metrics", "mobile", "mta-sts", "mx",
        "news", "oauth", "operator", "ops", "pay", "payment", "payments", "platform", "pop", "portal", "preview", "prod", "production", "property-cloud", "propertycloud",
        "proxy", "root", "security", "shop", "sign-in", "signin", "signup", "smtp", "ssl", "sso", "staging", "static", "status", "stripe", "support", "system", "test",
        "webhook", "webhooks", "webmail", "wpad", "www",
    };

    /// <summary>Lower case without spaces around it; says nothing about whether it may be used.</summary>
    public static string Normalize(string? label) => (label ?? "").Trim().ToLowerInvariant();

    /// <summary>What is wrong with the label, or null when it may be used (if it is free).</summary>
    public static FieldError? Problem(string label, string field = "label")
    {
        if (label.Length == 0) return new(field, "tenants.label-missing", "填写网址名称");
        if (label.Length is < Shortest or > Longest) return new(field, "tenants.label-length", "网址名称要 {0} 到 {1} 个字符", Shortest, Longest);
        if (!label.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')) return new(field, "tenants.label-characters", "网址名称只能用小写字母、数字和连字符");
        if (label[0] == '-' || label[^1] == '-') return new(field, "tenants.label-hyphen", "网址名称不能以连字符开头或结尾");
        // A third and fourth hyphen mark names in other scripts (xn--) or are kept back by registries.
        if (label.Length >= 4 && label[2] == '-' && label[3] == '-') return new(field, "tenants.label-encoded", "网址名称的第三、第四个字符不能都是连字符");
        return Reserved.Contains(label) ? new(field, "tenants.label-reserved", "这个网址名称是保留的，换一个") : null;
    }

    public static bool IsReserved(string label) => Reserved.Contains(label);
}
