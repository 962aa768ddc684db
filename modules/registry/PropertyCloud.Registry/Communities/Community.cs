using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Registry.Communities;

/// <summary>小区. Its name is unique in the company; its grade decides which part of the plan applies.</summary>
[Audited]
internal sealed class Community : AggregateRoot
{
    public const int NameLength = 60;
    public const int GradeLength = 20;
    public const int AddressLength = 120;

    private Community() { }

    public string Name { get; private set; } = "";
    public string? Grade { get; private set; }

    /// <summary>Where it lies, as on a letter; null where nobody wrote it.</summary>
    public string? Address { get; private set; }

    public static Community Create(Guid id, string name, string? grade, string? address = null)
    {
        var community = new Community { Id = id };
        community.Change(name, grade, address);
        return community;
    }

    /// <summary>Repeating is safe.</summary>
    public void Change(string name, string? grade, string? address)
    {
        var (cleanName, cleanGrade, cleanAddress) = (PlaceName.Clean(name, NameLength), CleanGrade(grade), CleanAddress(address));
        (Name, Grade, Address) = (cleanName, cleanGrade, cleanAddress);
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

    private static string? CleanAddress(string? address)
    {
        if (string.IsNullOrWhiteSpace(address)) return null;
        var cleaned = address.Trim();
        return cleaned.Length <= AddressLength && !cleaned.Any(char.IsControl)
            ? cleaned
            : throw new DomainException("registry.address-unlikely", "地址写成 {0} 个字以内的一行", AddressLength) { Status = 422, Field = "address" };
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
    /// <param name="field">The input that the refusal names.</param>
    public static string Clean(string? name, int longest, string field = "name")
    {
        var cleaned = name?.Trim() ?? "";
        if (cleaned.Length == 0) throw new DomainException("registry.name-missing", "填写名称") { Status = 422, Field = field };
        if (cleaned.Length > longest)
            throw new DomainException("registry.name-too-long", "名称不能超过 {0} 个字", longest) { Status = 422, Field = field };
        return cleaned.Any(char.IsControl)
            ? throw new DomainException("registry.name-unreadable", "名称含有不能识别的字符，删掉再试") { Status = 422, Field = field }
            : cleaned;
    }
}
