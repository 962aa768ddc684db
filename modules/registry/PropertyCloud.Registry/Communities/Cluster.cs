using PropertyCloud.Kernel.Domain;

namespace PropertyCloud.Registry.Communities;

/// <summary>组团: units of one community that one butler looks after. A unit is in at most one.</summary>
[Audited]
internal sealed class Cluster : AggregateRoot
{
    public const int NameLength = 40;

    private Cluster() { }

    public Guid CommunityId { get; private set; }
    public string Name { get; private set; } = "";

    public static Cluster Create(Guid id, Guid communityId, string name) =>
        new() { Id = id, CommunityId = communityId, Name = PlaceName.Clean(name, NameLength) };

    public void Rename(string name) => Name = PlaceName.Clean(name, NameLength);
}

/// <summary>A place that is nobody's home: 东门, B2 公区. Its name is unique in the community.</summary>
[Audited]
internal sealed class PublicPlace : AggregateRoot
{
    public const int NameLength = 40;

    private PublicPlace() { }

    public Guid CommunityId { get; private set; }
    public Guid? ClusterId { get; private set; }
    public string Name { get; private set; } = "";

    public static PublicPlace Create(Guid id, Guid communityId, string name, Guid? clusterId) =>
        new() { Id = id, CommunityId = communityId, Name = PlaceName.Clean(name, NameLength), ClusterId = clusterId };

    public void Change(string name, Guid? clusterId)
    {
        Name = PlaceName.Clean(name, NameLength);
        ClusterId = clusterId;
    }
}
