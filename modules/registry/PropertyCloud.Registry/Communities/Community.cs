using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Registry.Communities;

/// <summary>小区. Its name is unique in the company; its grade decides which part of the plan applies.</summary>
[Audited]
internal sealed class Community : AggregateRoot
{
    public const int NameLength = 60;
    public const int GradeLength = 20;

    private Community() { }

    public string Name { get; private set; } = "";
    public string? Grade { get; private set; }

    public static Community Create(Guid id, string name, string? grade) =>
        new() { Id = id, Name = PlaceName.Clean(name, NameLength), Grade = CleanGrade(grade) };

    /// <summary>Repeating is safe.</summary>
    public void Change(string name, string? grade)
    {
        Name = PlaceName.Clean(name, NameLength);
        Grade = CleanGrade(grade);
    }

    /// <summary>As the import says it; null leaves it as it is.</summary>
    /// <returns>True when it differs.</returns>
    public bool Regrade(string? grade)
    {
        var cleaned = CleanGrade(grade);
        if (cleaned is null || cleaned == Grade) return false;
        Grade = cleaned;
        return true;
    }

    private static string? CleanGrade(string? grade)
    {
        if (string.IsNullOrWhiteSpace(grade)) return null;
        var cleaned = grade.Trim();
        return cleaned.Length <= GradeLength
            ? cleaned
            : throw new DomainException("registry.grade-too-long", "等级不能超过 {0} 个字", GradeLength) { Status = 422, Field = "grade" };
    }
}

/// <summary>Names of places: trimmed, not empty, of limited length.</summary>
internal static class PlaceName
{
    public static string Clean(string? name, int longest)
    {
        var cleaned = name?.Trim() ?? "";
        if (cleaned.Length == 0) throw new DomainException("registry.name-missing", "填写名称") { Status = 422, Field = "name" };
        if (cleaned.Length > longest)
            throw new DomainException("registry.name-too-long", "名称不能超过 {0} 个字", longest) { Status = 422, Field = "name" };
        return cleaned.Any(char.IsControl)
            ? throw new DomainException("registry.name-unreadable", "名称含有不能识别的字符，删掉再试") { Status = 422, Field = "name" }
            : cleaned;
    }
}
