using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;

namespace PropertyCloud.Registry.Parties;

internal enum PartyKind { Person = 1, Organisation = 2 }

/// <summary>A person or organisation with relations to units. Has no identity number.</summary>
internal sealed class Party : AggregateRoot
{
    public const int NameLength = 60;
    public const int RemarksLength = 200;

    private Party() { }

    public PartyKind Kind { get; private set; }

    [Personal] public string Name { get; private set; } = "";

    /// <summary>As <see cref="PhoneNumber"/> writes it.</summary>
    [Personal] public string? Phone { get; private set; }

    /// <summary>Last four digits, for the search.</summary>
    [Personal] public string? PhoneLastFour { get; private set; }

    /// <summary>What staff have to know, as that somebody is hard of hearing; residents never read it.</summary>
    [Personal] public string? Remarks { get; private set; }

    /// <param name="phone">Checked by <see cref="PhoneNumber"/>; null where none is known.</param>
    public static Party Create(Guid id, string name, string? phone)
    {
        var party = new Party { Id = id, Kind = PartyKind.Person };
        party.Rename(name);
        party.ChangePhone(phone);
        return party;
    }

    /// <returns>True when it differs.</returns>
    public bool Rename(string name)
    {
        var cleaned = name?.Trim() ?? "";
        if (cleaned.Length == 0) throw new DomainException("registry.party-name-missing", "填写姓名") { Status = 422, Field = "name" };
        if (cleaned.Length > NameLength || cleaned.Any(char.IsControl))
            throw new DomainException("registry.party-name-unlikely", "姓名写成 {0} 个字以内", NameLength) { Status = 422, Field = "name" };
        if (cleaned == Name) return false;
        Name = cleaned;
        Kind = LooksLikeAnOrganisation(cleaned) ? PartyKind.Organisation : PartyKind.Person;
        return true;
    }

    /// <summary>Null or blank removes the phone.</summary>
    /// <returns>True when it differs.</returns>
    public bool ChangePhone(string? phone)
    {
        var parsed = string.IsNullOrWhiteSpace(phone) ? null : PhoneNumber.Parse(phone);
        if (parsed == Phone) return false;
        Phone = parsed;
        PhoneLastFour = parsed?[^4..];
        return true;
    }

    /// <summary>Null or blank removes them.</summary>
    /// <returns>True when they differ.</returns>
    public bool Remark(string? remarks)
    {
        var cleaned = string.IsNullOrWhiteSpace(remarks) ? null : remarks.Trim();
        if (cleaned?.Length > RemarksLength) throw new DomainException("registry.remarks-too-long", "备注不能超过 {0} 个字", RemarksLength) { Status = 422, Field = "remarks" };
        if (cleaned == Remarks) return false;
        Remarks = cleaned;
        return true;
    }

    // The field's own way to tell: a company's registered name says what it is.
    private static bool LooksLikeAnOrganisation(string name) =>
        name.EndsWith(@"公司", StringComparison.Ordinal) || name.EndsWith(@"中心", StringComparison.Ordinal) || name.EndsWith(@"事务所", StringComparison.Ordinal)
        || name.EndsWith(@"商店", StringComparison.Ordinal) || name.EndsWith(@"幼儿园", StringComparison.Ordinal) || name.Contains(@"有限", StringComparison.Ordinal);
}
