using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Contracts;

namespace PropertyCloud.Registry.Units;

/// <summary>A party's relation to a unit, from a day to a day (both included; no end while it lasts). Changed through <see cref="Unit"/>.</summary>
internal sealed class UnitRelation : Entity
{
    private UnitRelation() { }

    internal UnitRelation(Guid id, Guid unitId, Guid partyId, UnitRole role, DateOnly from)
    {
        Id = id;
        UnitId = unitId;
        PartyId = partyId;
        Role = role;
        From = from;
    }

    public Guid UnitId { get; private set; }
    public Guid PartyId { get; private set; }
    public UnitRole Role { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    /// <summary>The unit's id while this is its contact, else null: unique, so that the database itself refuses a second contact.</summary>
    public Guid? ContactUnitId { get; private set; }

    public bool IsContact => ContactUnitId is not null;

    public bool LastsOn(DateOnly day) => From <= day && (To is null || To >= day);
    public bool Overlaps(DateOnly from, DateOnly? to) => (To is null || To >= from) && (to is null || to >= From);
    public bool BeginsAfter(DateOnly day) => From > day && To is null;

    internal void BeContact(bool contact) => ContactUnitId = contact ? UnitId : null;

    internal void End(DateOnly to)
    {
        if (To is not null) throw new DomainException("registry.already-ended", "这段关系已经结束，刷新后再看");
        if (to < From) throw new DomainException("registry.ends-before-start", "结束日期不能早于开始日期 {0}", From.ToString("yyyy-MM-dd")) { Status = 422, Field = "to" };
        To = to;
        ContactUnitId = null;
    }

    /// <summary>Another role, first or last day; none lasts again.</summary>
    /// <returns>True when it differs.</returns>
    internal bool Redate(UnitRole role, DateOnly from, DateOnly? to)
    {
        if (to < from) throw new DomainException("registry.ends-before-start", "结束日期不能早于开始日期 {0}", from.ToString("yyyy-MM-dd")) { Status = 422, Field = "to" };
        if (role == Role && from == From && to == To) return false;
        (Role, From, To) = (role, from, to);
        if (to is not null) ContactUnitId = null;
        return true;
    }

    /// <summary>As the import says it.</summary>
    /// <returns>True when it differs.</returns>
    internal bool Correct(UnitRole role, DateOnly? from)
    {
        if (role == Role && (from is null || from == From)) return false;
        if (To is { } end && from > end) throw new DomainException("registry.ends-before-start", "结束日期不能早于开始日期 {0}", from?.ToString("yyyy-MM-dd")) { Status = 422, Field = "from" };
        Role = role;
        From = from ?? From;
        return true;
    }
}
