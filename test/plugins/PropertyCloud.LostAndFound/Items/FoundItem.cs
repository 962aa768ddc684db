using PropertyCloud.Kernel.Domain;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Kernel.Security;

namespace PropertyCloud.LostAndFound.Items;

internal enum ItemStatus { Kept = 1, HandedOut = 2 }

/// <summary>Something that was found: kept until it is handed out.</summary>
[Audited]
internal sealed class FoundItem : AggregateRoot
{
    private FoundItem() { }

    public string What { get; private set; } = "";
    public string Where { get; private set; } = "";
    public DateTime FoundAt { get; private set; }

    /// <summary>Until when it is kept; fixed when it is registered, so that a changed setting moves no promise.</summary>
    public DateTime KeptUntil { get; private set; }

    /// <summary>The resident's request that asks for it, or null.</summary>
    public Guid? RequestId { get; private set; }
    public ItemStatus Status { get; private set; }
    public DateTime? HandedOutAt { get; private set; }

    public static FoundItem Register(Guid id, string what, string where, Guid? requestId, int keepDays, DateTime now)
    {
        new Check().Required(what, "What", "填写捡到了什么").Max(what, 80, "What").Required(where, "Where", "填写在哪里捡到").Max(where, 80, "Where").ThrowIfAny();
        return new() { Id = id, What = what.Trim(), Where = where.Trim(), RequestId = requestId, FoundAt = now, KeptUntil = now.AddDays(keepDays), Status = ItemStatus.Kept };
    }

    /// <summary>Refused when somebody already got it.</summary>
    public void HandOut(DateTime now)
    {
        if (Status == ItemStatus.HandedOut) throw new DomainException("lost-and-found.handed-out", "这件已经发还，刷新后再看");
        (Status, HandedOutAt) = (ItemStatus.HandedOut, now);
    }
}
