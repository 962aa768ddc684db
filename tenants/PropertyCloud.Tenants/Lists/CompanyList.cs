using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyCloud.Kernel.Data;
using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Tenants.Lists;

/// <summary>A list that a service plan names without saying what is in it: the company fills it in.</summary>
[Audited]
internal sealed class CompanyList : AggregateRoot
{
    public const int MaxEntry = 100;
    public const int MaxEntries = 50;

    public string Code { get; private init; } = "";
    public string Name { get; private init; } = "";
    public string NameEn { get; private init; } = "";

    /// <summary>How many entries the plan speaks of; fewer or more are said on the page, never refused.</summary>
    public int Size { get; private init; }
    public IReadOnlyList<string> Entries { get; private set; } = [];

    private CompanyList() { }

    public static CompanyList Create(Guid id, string code, string name, string nameEn, int size, IReadOnlyList<string> entries) =>
        new() { Id = id, Code = code, Name = name, NameEn = nameEn, Size = size, Entries = Clean(entries) };

    public void Fill(IReadOnlyList<string> entries) => Entries = Clean(entries);

    private static List<string> Clean(IReadOnlyList<string> entries)
    {
        var clean = entries.Select(e => e.Trim()).Where(e => e.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (clean.Count > MaxEntries) throw new DomainException("tenants.list-long", "最多写 {0} 条", MaxEntries) { Status = 422, Field = "entries" };
        if (clean.Any(e => e.Length > MaxEntry)) throw new DomainException("tenants.list-entry-long", "每条不能超过 {0} 个字", MaxEntry) { Status = 422, Field = "entries" };
        return clean;
    }
}

internal sealed class CompanyListConfiguration : IEntityTypeConfiguration<CompanyList>
{
    public void Configure(EntityTypeBuilder<CompanyList> builder)
    {
        builder.Property(x => x.Code).IsCode(40);
        builder.Property(x => x.Name).HasMaxLength(100);
        builder.Property(x => x.NameEn).HasMaxLength(100);
        builder.Property(x => x.Entries).HasMaxLength(8000).HasConversion(
            v => JsonSerializer.Serialize(v, Kernel.Data.Json.Options),
            v => JsonSerializer.Deserialize<List<string>>(v, Kernel.Data.Json.Options)!,
            new Microsoft.EntityFrameworkCore.ChangeTracking.ValueComparer<IReadOnlyList<string>>(
                (a, b) => a!.SequenceEqual(b!), v => v.Aggregate(0, (h, e) => HashCode.Combine(h, e)), v => v.ToList()));
        builder.HasIndex(x => x.Code).IsUnique();
    }
}
