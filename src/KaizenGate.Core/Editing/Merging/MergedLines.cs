namespace KaizenGate.Core.Editing.Merging;

/// <summary>Lines of the merged text, or two versions of them between which a person has to decide.</summary>
/// <param name="Ours">The lines; those of ours in a conflict.</param>
/// <param name="Theirs">Those of theirs in a conflict; null when there is none.</param>
internal sealed record MergedLines(string[] Ours, string[]? Theirs = null)
{
    public bool IsConflict => Theirs is not null;

    /// <summary>Writes them out.</summary>
    /// <param name="into">Where to.</param>
    /// <param name="markers">How a conflict is shown; null to show ours alone.</param>
    public void Write(List<string> into, ConflictMarkers? markers)
    {
        if (Theirs is null || markers is null)
        {
            into.AddRange(Ours);
            return;
        }

        into.Add(markers.Start);
        into.AddRange(Ours);
        into.Add(markers.Middle);
        into.AddRange(Theirs);
        into.Add(markers.End);
    }
}

/// <summary>The lines around the two versions of a conflict, as git writes them.</summary>
/// <param name="Ours">What our side is called.</param>
/// <param name="Theirs">What their side is called.</param>
/// <param name="Length">The number of signs in a marker; at least 1.</param>
internal sealed record ConflictMarkers(string Ours = "ours", string Theirs = "theirs", int Length = 7)
{
    internal string Start => $"{new string('<', Length)} {Ours}";
    internal string Middle => new('=', Length);
    internal string End => $"{new string('>', Length)} {Theirs}";
}
