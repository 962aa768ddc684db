using System.Text.Json;

namespace PropertyCloud.Browser.Tests.Journeys;

/// <summary>The demonstration's people as the templates name them.</summary>
internal static class Template
{
    public static string UserOf(string company, string name) => Staff(company).First(s => s.Name == name).User;
    public static string NameOf(string company, string user) => Staff(company).First(s => s.User == user).Name;

    private static IEnumerable<(string User, string Name)> Staff(string company)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Person.Artefacts(), "..", "..", "tenants", "templates", $"{company}.json")));
        return [.. document.RootElement.GetProperty("demo").GetProperty("staff").EnumerateArray().Select(s => (s.GetProperty("userName").GetString()!, s.GetProperty("name").GetString()!))];
    }
}
