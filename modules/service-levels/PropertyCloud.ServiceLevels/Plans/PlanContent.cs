using System.Text.Json;
using System.Text.Json.Serialization;
using PropertyCloud.ServiceLevels.Calendars;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Plans;

/// <summary>Everything that a plan version says. A value: changed by <c>with</c>, never in place.</summary>
public sealed record PlanContent
{
    public required string Name { get; init; }
    public string? NameEn { get; init; }
    public HouseholdRatio? HouseholdsPerButler { get; init; }
    public IReadOnlyList<SeverityRow> Severities { get; init; } = SeverityRow.Default;
    public IReadOnlyList<LimitRow> Limits { get; init; } = [];
    public IReadOnlyList<ClockGroup> Groups { get; init; } = [];
    public WeeklyHours Hours { get; init; } = WeeklyHours.Default;

    /// <summary>Share of a clock's time, in percent, at which it warns.</summary>
    public int WarnPercent { get; init; } = 70;
    public IReadOnlyList<EscalationStep> Escalation { get; init; } = [];
    public CallBackPolicy CallBack { get; init; } = new(CallBackMode.None, 0, 3);

    /// <summary>Null: nothing is handed over.</summary>
    public HandOverPolicy? HandOver { get; init; }
    public ConfirmationPolicy Confirmation { get; init; } = new(24, 3);
    public IReadOnlyList<IndicatorRow> Indicators { get; init; } = [];
    public IReadOnlyList<StatementRow> Statements { get; init; } = [];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Version 0: what holds before anything is published. It promises nothing.</summary>
    public static PlanContent Nothing(string name, string? nameEn = null) => new() { Name = name, NameEn = nameEn };

    public string Serialize() => JsonSerializer.Serialize(this, Json);
    public static PlanContent Deserialize(string json) => JsonSerializer.Deserialize<PlanContent>(json, Json)!;

    /// <summary>True when both say the same, whatever made them.</summary>
    public bool SaysTheSameAs(PlanContent? other) => other is not null && Serialize() == other.Serialize();
}

/// <param name="Default">Households a butler, or null where only grades have one.</param>
/// <param name="ByGrade">By grade of the community, as 高档.</param>
public sealed record HouseholdRatio(int? Default, IReadOnlyDictionary<string, int>? ByGrade)
{
    public int? For(string? grade) => grade is not null && ByGrade is not null && ByGrade.TryGetValue(grade, out var ratio) ? ratio : Default;
}

public sealed record SeverityRow(string Code, string Name, string? NameEn, string? Hint, string? HintEn, bool Emergency)
{
    public static readonly IReadOnlyList<SeverityRow> Default =
    [
        new(Contracts.Severities.Normal, "一般", "Normal", null, null, false),
        new(Contracts.Severities.Emergency, "紧急", "Emergency", null, null, true),
    ];
}

public enum CalendarKind { AllHours = 0, Business = 1 }

/// <summary>A cell: where kind, severity and item match (<see cref="Any"/> matches all), this is the limit of the clock.</summary>
/// <param name="Item">Code of the catalogue, or null.</param>
/// <param name="Minutes">Null says that nothing is promised here although a wider row promises something.</param>
public sealed record LimitRow(string Kind, string Severity, string? Item, ClockKind Clock, int? Minutes, CalendarKind Calendar)
{
    public const string Any = "*";
    public string Cell => $"{Kind}|{Severity}|{Item}|{Clock}";
}

/// <summary>Clocks of which one is enough: solved or fed back.</summary>
public sealed record ClockGroup(string Name, string? NameEn, IReadOnlyList<ClockKind> Clocks);

/// <param name="AfterMinutes">Real minutes after the due instant.</param>
/// <param name="ToRole">Role code that is told.</param>
public sealed record EscalationStep(int AfterMinutes, string ToRole);

/// <param name="SamplePercent">1 to 100 for a sample, else without meaning.</param>
/// <param name="Attempts">Attempts on different days before "not reached".</param>
public sealed record CallBackPolicy(CallBackMode Mode, int SamplePercent, int Attempts);

/// <summary>Forms and call-backs are handed over each month.</summary>
public sealed record HandOverPolicy(string ToRole);

public sealed record ConfirmationPolicy(int RemindAfterHours, int ConfirmAfterDays);

/// <param name="TargetPercent">Null: the company has not set it.</param>
/// <param name="Mandatory">True: the plan cannot be published before it is set.</param>
public sealed record IndicatorRow(string Code, string Name, string? NameEn, decimal? TargetPercent, bool Mandatory);

/// <summary>A promise that is no clock: a visit every two months, a hotline at all hours.</summary>
public sealed record StatementRow(string Text, string? TextEn);
