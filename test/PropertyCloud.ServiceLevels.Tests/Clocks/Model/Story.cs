using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Tests.Clocks.Model;

// What a random history is told in. None of it is a type of the product but the input record: the model reads it as it
// stands, the driver turns it into plans and hands them to the product.

/// <summary>One limit of a plan.</summary>
/// <param name="Kind">"*" is any.</param>
/// <param name="Clock">As plans write it: respond, arrive, resolve, feed-back, call-back.</param>
/// <param name="Minutes">Null: nothing is promised here.</param>
public sealed record Limit(string Kind, string Severity, string? Item, string Clock, int? Minutes, bool Business);

/// <summary>Open from one minute of the local day to another; 0 is Sunday.</summary>
public sealed record Hours(int Weekday, int From, int To);

/// <summary>A plan.</summary>
/// <param name="Group">Clocks of which one is enough; empty where there is no such group.</param>
public sealed record Terms(IReadOnlyList<Limit> Limits, IReadOnlyList<string> Group, int WarnPercent, bool CallsBack, IReadOnlyList<Hours> Hours, bool HolidaysClosed);

/// <summary>A plan is published, or (without terms) an override ends.</summary>
/// <param name="Scope">"default", "community" or "grade".</param>
public sealed record Publication(string Scope, Terms? Terms);

/// <summary>A company with everything that it ever published, in order.</summary>
public sealed record Company(string Zone, IReadOnlyList<Publication> Published)
{
    /// <summary>The community and the grade that have plans of their own.</summary>
    public static readonly Guid Special = Guid.Parse("018f0000-0000-7000-8000-0000000000c1");
    public const string Grade = "高档";
}

/// <summary>A request from its report on.</summary>
/// <param name="Company">Index into the companies.</param>
/// <param name="PublishedBefore">How many of the company's publications came before the report; the others come while it runs.</param>
/// <param name="Grade">Of the request's community.</param>
/// <param name="History">Without a plan version: which one it is, is part of the question.</param>
/// <param name="RecordedAt">When each of its facts became known; never before it happened.</param>
public sealed record Story(int Company, int PublishedBefore, string? Grade, ClockHistory History, IReadOnlyList<DateTime> RecordedAt)
{
    public override string ToString() =>
        $"company {Company} after {PublishedBefore} publications, {(History.CommunityId == Model.Company.Special ? "special" : "other")} community, grade {Grade ?? "-"}: {History.Kind} {History.ItemCode ?? "-"} {History.Severity}, reported {History.ReportedAt:yyyy-MM-dd HH:mm}Z"
        + string.Concat(History.Facts.Select(f => $"\n  {f.Kind} {f.At:MM-dd HH:mm}"
            + (f.From is { } from ? $" from {from:MM-dd HH:mm} until {f.Until:MM-dd HH:mm}" : "") + (f.Severity is { } severity ? $" to {severity}" : "")));
}

/// <summary>The product's clock, or a copy of it with a fault.</summary>
public interface IClockUnderTest
{
    IReadOnlyList<ClockFace> Play(Story story);
}
