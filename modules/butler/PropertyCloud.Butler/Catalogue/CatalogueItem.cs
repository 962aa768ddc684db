using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;
using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Catalogue;

/// <summary>Something that can be asked for. Its code is what the plan's limits by item name (ruling 3), so it never changes.</summary>
[Audited]
internal sealed class CatalogueItem : AggregateRoot
{
    private CatalogueItem() { }

    public string Code { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string? NameEn { get; private set; }

    /// <summary>The department that usually does it, or null: the butler.</summary>
    public string? Department { get; private set; }

    /// <summary>Severity code it starts with, or null: the plan's first.</summary>
    public string? Severity { get; private set; }
    public string Icon { get; private set; } = "";
    public int Order { get; private set; }

    /// <summary>1 is offered, 0 is not; an int, so that an index serves it.</summary>
    public int ActiveStatus { get; private set; }
    public bool IsActive => ActiveStatus == 1;

    public static CatalogueItem Offer(Guid id, string code, CatalogueFacts facts)
    {
        new Check().Required(code, "Code", "填写代码").Max(code, 40, "Code")
            .That(code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'), "Code", "butler.bad-code", "代码只用小写字母、数字和短横")
            .ThrowIfAny();
        var item = new CatalogueItem { Id = id, Code = code, ActiveStatus = 1 };
        item.Change(facts);
        return item;
    }

    public void Change(CatalogueFacts facts)
    {
        new Check().Required(facts.Name, "Name", "填写名称").Max(facts.Name, 40, "Name").Max(facts.NameEn, 80, "NameEn")
            .That(RequestKinds.All.Contains(facts.Kind), "Kind", "butler.unknown-kind", "选一种服务")
            .That(facts.Department is null || Departments.All.Contains(facts.Department), "Department", "butler.unknown-department", "选一个部门")
            .ThrowIfAny();
        (Kind, Name, NameEn, Department, Severity, Icon, Order) =
            (facts.Kind, facts.Name.Trim(), facts.NameEn?.Trim(), facts.Department, facts.Severity, facts.Icon ?? Requests.KindTexts.Icon(facts.Kind), facts.Order);
    }

    public void Retire() => ActiveStatus = 0;

    public void OfferAgain() => ActiveStatus = 1;
}

internal sealed record CatalogueFacts(string Kind, string Name, string? NameEn, string? Department, string? Severity, string? Icon, int Order);
