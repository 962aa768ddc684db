using System.Text.Json;

namespace PropertyCloud.Tenants.Templates;

/// <summary>What the schema cannot say about a template.</summary>
internal static class TemplateRules
{
    public static IEnumerable<string> Check(JsonElement root)
    {
        var plan = root.GetProperty("plan");
        var severities = Texts(plan.GetProperty("severities"), "code").ToList();
        var items = Texts(root.GetProperty("catalogue").GetProperty("items"), "code").ToList();
        var found = Doubles(severities, "/plan/severities").Concat(Doubles(items, "/catalogue/items"))
            .Concat(Doubles(Texts(plan.GetProperty("indicators"), "code"), "/plan/indicators"))
            .Concat(Clocks(plan, severities, items)).Concat(Groups(plan)).Concat(Escalation(plan)).Concat(Items(root, severities));
        if (root.TryGetProperty("lists", out var lists)) found = found.Concat(Doubles(Texts(lists, "code"), "/lists"));
        if (root.TryGetProperty("demo", out var demo)) found = found.Concat(DemoRules.Check(demo));
        return found;
    }

    private static IEnumerable<string> Clocks(JsonElement plan, List<string> severities, List<string> items)
    {
        var rows = new HashSet<string>(StringComparer.Ordinal);
        foreach (var clock in plan.GetProperty("clocks").EnumerateArray())
        {
            var (severity, item) = (clock.GetProperty("severity").GetString()!, clock.GetProperty("item").GetString());
            if (severity != "*" && !severities.Contains(severity)) yield return $"/plan/clocks: no severity is called {severity}";
            if (item is not null && !items.Contains(item)) yield return $"/plan/clocks: the catalogue has no item {item}";
            var row = $"{clock.GetProperty("kind").GetString()}/{severity}/{item}/{clock.GetProperty("clock").GetString()}";
            if (!rows.Add(row)) yield return $"/plan/clocks: {row} is promised twice";
        }
    }

    /// <summary>A group of clocks of which one is never promised would be met by the other alone: a mistake, not a promise.</summary>
    private static IEnumerable<string> Groups(JsonElement plan)
    {
        var promised = Texts(plan.GetProperty("clocks"), "clock").ToHashSet(StringComparer.Ordinal);
        return plan.GetProperty("groups").EnumerateArray().SelectMany(g => g.GetProperty("clocks").EnumerateArray()).Select(c => c.GetString()!)
            .Where(c => !promised.Contains(c)).Select(c => $"/plan/groups: the clock {c} is not promised");
    }

    private static IEnumerable<string> Escalation(JsonElement plan)
    {
        var last = -1;
        foreach (var step in plan.GetProperty("escalation").EnumerateArray())
        {
            var minutes = step.GetProperty("afterMinutes").GetInt32();
            if (minutes <= last) yield return "/plan/escalation: each step comes later than the one before";
            last = minutes;
        }
    }

    private static IEnumerable<string> Items(JsonElement root, List<string> severities) => root.GetProperty("catalogue").GetProperty("items").EnumerateArray()
        .Select(i => i.GetProperty("severity").GetString()).OfType<string>().Where(s => !severities.Contains(s)).Distinct().Select(s => $"/catalogue/items: no severity is called {s}");

    internal static IEnumerable<string> Texts(JsonElement array, string property) => array.EnumerateArray().Select(e => e.GetProperty(property).GetString()!);

    internal static IEnumerable<string> Doubles(IEnumerable<string> codes, string place) =>
        codes.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{place}: {g.Key} is there twice");
}

/// <summary>The demonstration part must hang together, or its contributors fail in the middle of loading.</summary>
internal static class DemoRules
{
    public static IEnumerable<string> Check(JsonElement demo)
    {
        var people = TemplateRules.Texts(demo.GetProperty("staff"), "userName").Concat(TemplateRules.Texts(demo.GetProperty("residents"), "userName")).ToList();
        var phones = TemplateRules.Texts(demo.GetProperty("staff"), "phone").Concat(TemplateRules.Texts(demo.GetProperty("residents"), "phone"));
        var communities = demo.GetProperty("communities").EnumerateArray().ToList();
        return TemplateRules.Doubles(people, "/demo/staff").Concat(TemplateRules.Doubles(phones, "/demo/staff"))
            .Concat(communities.SelectMany(c => Community(c, people)))
            .Concat(demo.GetProperty("residents").EnumerateArray().Where(r => !Exists(r, communities)).Select(r => $"/demo/residents: {r.GetProperty("userName")} lives nowhere"));
    }

    private static IEnumerable<string> Community(JsonElement community, List<string> people)
    {
        var name = community.GetProperty("name").GetString();
        var buildings = TemplateRules.Texts(community.GetProperty("buildings"), "number").ToList();
        var clusters = community.GetProperty("clusters").EnumerateArray().ToList();
        var held = clusters.SelectMany(c => c.GetProperty("buildings").EnumerateArray()).Select(b => b.GetString()!).ToList();
        var butlers = clusters.SelectMany(c => new[] { c.GetProperty("butler").GetString(), c.GetProperty("backup").GetString() }).OfType<string>();
        return TemplateRules.Doubles(buildings, $"/demo/{name}/buildings").Concat(TemplateRules.Doubles(held, $"/demo/{name}/clusters"))
            .Concat(held.Except(buildings).Select(b => $"/demo/{name}/clusters: there is no building {b}"))
            .Concat(butlers.Except(people).Select(b => $"/demo/{name}/clusters: nobody is called {b}"));
    }

    private static bool Exists(JsonElement resident, List<JsonElement> communities)
    {
        var building = communities.Where(c => Same(c, "name", resident, "community")).SelectMany(c => c.GetProperty("buildings").EnumerateArray())
            .FirstOrDefault(b => Same(b, "number", resident, "building"));
        if (building.ValueKind != JsonValueKind.Object || resident.GetProperty("unit").GetString() is not { Length: 4 } unit) return false;
        var entrance = resident.GetProperty("entrance").GetString() is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 1;
        return entrance >= 1 && entrance <= building.GetProperty("entrances").GetInt32()
            && int.TryParse(unit.AsSpan(0, 2), out var floor) && floor >= 1 && floor <= building.GetProperty("floors").GetInt32()
            && int.TryParse(unit.AsSpan(2), out var door) && door >= 1 && door <= building.GetProperty("unitsPerFloor").GetInt32();
    }

    private static bool Same(JsonElement a, string property, JsonElement b, string other) => a.GetProperty(property).GetString() == b.GetProperty(other).GetString();
}
