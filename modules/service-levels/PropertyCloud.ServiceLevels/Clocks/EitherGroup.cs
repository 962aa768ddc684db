using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.ServiceLevels.Clocks;

/// <summary>Clocks of which one is enough (ruling 6): met by the first that stops in time, and missed only when the last of
/// them is; so it is one promise with one breach.</summary>
internal static class EitherGroup
{
    /// <summary>Voids what the first in time made needless. A clock that stopped late while another could still be met in
    /// time stays missed and leaves the others running; once all are late, the first stop ends the rest.</summary>
    public static void Settle(ClockFace[] faces, IReadOnlyList<ClockKind> clocks)
    {
        var members = Members(faces, clocks);
        if (members.Count < 2) return;
        var last = members.Any(m => m.DueAt is null) ? (DateTime?)null : members.Max(m => m.DueAt);
        var met = members.Where(m => m.State is ClockState.Kept or ClockState.Missed)
            .Where(m => m.State == ClockState.Kept || (last is { } due && m.StoppedAt > due))
            .OrderBy(m => m.StoppedAt).ThenBy(m => m.Kind).FirstOrDefault();
        if (met is null) return;
        for (var i = 0; i < faces.Length; i++)
        {
            var face = faces[i];
            if (face == met || !members.Contains(face) || face.StoppedAt < met.StoppedAt) continue;
            faces[i] = face with { State = ClockState.Void, StoppedAt = met.StoppedAt };
        }
    }

    /// <summary>The clock that stands for the promise: the last to fall due, of equals the first in the plan's order. One
    /// that is on hold falls due at no known instant and stands for all. Null: the group has fewer than two promises here.</summary>
    public static ClockKind? Standing(IReadOnlyList<ClockFace> faces, IReadOnlyList<ClockKind> clocks)
    {
        var members = Members(faces, clocks);
        if (members.Count < 2) return null;
        return members.OrderByDescending(m => m.DueAt ?? DateTime.MaxValue).ThenBy(m => m.Kind).First().Kind;
    }

    private static List<ClockFace> Members(IReadOnlyList<ClockFace> faces, IReadOnlyList<ClockKind> clocks) =>
        [.. faces.Where(f => clocks.Contains(f.Kind) && f.State != ClockState.Unset)];
}
