using System.Text.Json;
using PropertyCloud.Kernel.Localization;

namespace PropertyCloud.Tenants.Templates;

/// <param name="Promised">False: the line says what the plan does not promise.</param>
public sealed record TemplatePromise(string Text, bool Promised);

/// <summary>What a template promises, in the reader's language, for who chooses one.</summary>
public sealed class TemplatePromises(Texts texts, Display display)
{
    public string Name(CompanyTemplate template) => display.IsEnglish ? template.NameEn : template.Name;
    public string Summary(CompanyTemplate template) => display.IsEnglish ? template.SummaryEn : template.Summary;
    public string Butler(CompanyTemplate template) => display.IsEnglish ? template.Wording.ButlerEn : template.Wording.Butler;

    public IReadOnlyList<TemplatePromise> Of(CompanyTemplate template)
    {
        var plan = template.Plan;
        var lines = new List<TemplatePromise>(Clocks(plan));
        if (lines.Count == 0) lines.Add(new(texts.Say("不承诺时限"), false));
        if (Ratio(template) is { } ratio) lines.Add(new(ratio, true));
        var calls = plan.GetProperty("callBack").GetProperty("mode").GetString();
        lines.Add(calls == "all" ? new(texts.Say("每件事办完都回访"), true) : calls == "sample" ? new(texts.Say("抽样回访"), true) : new(texts.Say("不承诺回访"), false));
        lines.AddRange(Indicators(plan));
        return lines;
    }

    /// <summary>Clocks of an "either" group are one promise.</summary>
    private IEnumerable<TemplatePromise> Clocks(JsonElement plan)
    {
        var either = plan.GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("clocks").EnumerateArray().Select(c => c.GetString()!).ToHashSet()).FirstOrDefault() ?? [];
        return plan.GetProperty("clocks").EnumerateArray()
            .GroupBy(c => (Severity: Text(c, "severity"), Minutes: c.GetProperty("minutes").GetInt32(),
                Clock: either.Contains(Text(c, "clock")) ? "either" : Text(c, "clock"), Kind: Text(c, "severity") == "*" ? Text(c, "kind") : ""))
            .Select(g => new TemplatePromise(texts.Say("{0}：{1}内{2}", Scope(plan, g.Key.Kind, g.Key.Severity), display.Limit(g.Key.Minutes), Verb(g.Key.Clock)), true));
    }

    private string Scope(JsonElement plan, string kind, string severity)
    {
        if (severity == "*") return kind == "*" ? texts.Say("任何请求") : KindName(kind);
        var named = plan.GetProperty("severities").EnumerateArray().First(s => Text(s, "code") == severity);
        return Text(named, display.IsEnglish ? "nameEn" : "name");
    }

    private string KindName(string kind) => texts.Say(kind switch
    {
        "repair" => "报修",
        "complaint" => "投诉",
        "report" => "报事",
        "enquiry" => "咨询",
        "suggestion" => "建议",
        "praise" => "表扬",
        "errand" => "委托代办",
        _ => "特约服务",
    });

    private string Verb(string clock) => texts.Say(clock switch
    {
        "respond" => "响应|promise",
        "arrive" => "到场|promise",
        "resolve" => "解决|promise",
        "feed-back" => "答复|promise",
        "either" => "解决或者答复|promise",
        _ => "回访|promise",
    });

    private string? Ratio(CompanyTemplate template)
    {
        var ratio = template.Plan.GetProperty("householdsPerButler");
        if (ratio.ValueKind != JsonValueKind.Object) return null;
        var grades = ratio.GetProperty("byGrade").EnumerateObject().Select(g => texts.Say("{0}小区 {1} 户", GradeName(g.Name), g.Value.GetInt32())).ToList();
        if (grades.Count > 0) return texts.Say("每位{0}服务：{1}", Butler(template), string.Join(texts.Say("、|promise"), grades));
        return texts.Say("每位{0}服务 {1} 户", Butler(template), ratio.GetProperty("default").GetInt32());
    }

    /// <summary>Grades are a company's own words; the two that templates use are translated.</summary>
    private string GradeName(string grade) => texts.Say(grade + "|grade");

    private IEnumerable<TemplatePromise> Indicators(JsonElement plan)
    {
        var all = plan.GetProperty("indicators").EnumerateArray().ToList();
        var open = all.Count(i => i.GetProperty("targetPercent").ValueKind == JsonValueKind.Null);
        if (open > 0) yield return new(texts.Say("{0} 项指标由公司填写，填好才生效", open), false);
        foreach (var indicator in all.Where(i => i.GetProperty("targetPercent").ValueKind == JsonValueKind.Number))
            yield return new(texts.Say("{0} {1}%", Text(indicator, display.IsEnglish ? "nameEn" : "name"), indicator.GetProperty("targetPercent").GetDecimal()), true);
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
