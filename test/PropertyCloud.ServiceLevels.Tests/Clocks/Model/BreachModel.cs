namespace PropertyCloud.ServiceLevels.Tests.Clocks.Model;

/// <summary>A breach as the model has it.</summary>
internal sealed record ModelBreach(string Clock, DateTime Due, int Limit, bool Stands);

/// <summary>Which breaches a request has had, from what was known when (rulings 8 and 13b): after each fact that became known,
/// the clocks are walked again.</summary>
internal sealed class BreachModel(Story story, Company company)
{
    private readonly List<ModelBreach> _breaches = [];

    /// <param name="end">Nobody looks any more after it.</param>
    public IReadOnlyList<ModelBreach> Until(DateTime end)
    {
        for (var known = 0; known <= story.RecordedAt.Count; known++)
        {
            var from = known == 0 ? story.History.ReportedAt : story.RecordedAt[known - 1];
            var until = known < story.RecordedAt.Count ? story.RecordedAt[known] : end;
            var heard = story with { History = story.History with { Facts = [.. story.History.Facts.Take(known)] } };
            foreach (var face in new MinuteModel(heard, company).Faces().Where(f => f.State != "Unset"))
            {
                LookAgain(face);
                Raise(face, from, until);
            }
        }

        return _breaches;
    }

    /// <summary>Stopped in time after all, or moved on before it was due: withdrawn. Another limit than the one that was
    /// breached says nothing about it.</summary>
    private void LookAgain(ModelFace face)
    {
        var place = _breaches.FindIndex(b => b.Clock == face.Clock && b.Stands);
        if (place < 0) return;
        var breach = _breaches[place];
        var kept = face.Stopped <= breach.Due || (face.Limit == breach.Limit && (face.State == "OnHold" || face.Due > breach.Due));
        if (kept) _breaches[place] = breach with { Stands = false };
    }

    /// <summary>One at a time, and never twice for the same due instant.</summary>
    private void Raise(ModelFace face, DateTime from, DateTime until)
    {
        if (face.Due is not { } due || _breaches.Any(b => b.Clock == face.Clock && (b.Stands || b.Due == due))) return;
        var late = face.State == "Running" ? due <= until : face.Stopped > due;
        if (late) _breaches.Add(new(face.Clock, due, face.Limit!.Value, true));
    }
}
