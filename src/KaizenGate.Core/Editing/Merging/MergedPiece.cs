namespace KaizenGate.Core.Editing.Merging;

/// <summary>Lines of the merged text, or a conflict.</summary>
/// <param name="Ours">The merged lines; in a conflict those of our side.</param>
/// <param name="Theirs">In a conflict those of their side; null without a conflict.</param>
internal sealed record MergedLines(string[] Ours, string[]? Theirs = null)
{
    public bool IsConflict => Theirs is not null;

    /// <summary>Returns the lines to write; with null instead of markers those of our side alone.</summary>
    public IEnumerable<string> Write(ConflictMarkers? markers) =>
        Theirs is null || markers is null ? Ours : [markers.Start, .. Ours, markers.Middle, .. Theirs, markers.End];
}

/// <summary>The lines around the two versions of a conflict, as git writes them.</summary>
/// <param name="Ours">The label of our side.</param>
/// <param name="Theirs">The label of their side.</param>
/// <param name="Length">The number of characters in a marker; at least 1.</param>
internal sealed record ConflictMarkers(string Ours = "ours", string Theirs = "theirs", int Length = 7)
{
    internal string Start => $"{new string('<', Length)} {Ours}";
    internal string Middle => new('=', Length);
    internal string End => $"{new string('>', Length)} {Theirs}";
}

/// <summary>A part of the merged text that comes from consecutive elements of one or more sides.</summary>
internal sealed class MergedPiece(IReadOnlyList<MergedLines> content)
{
    private readonly Run[] runs = new Run[3];

    public IReadOnlyList<MergedLines> Content { get; set; } = content;

    /// <summary>The key of its element; null for lines without identity.</summary>
    public string? Key { get; init; }

    /// <summary>The elements of a side that it comes from; empty when the side has none.</summary>
    public Run this[Side side]
    {
        get => runs[(int)side];
        set => runs[(int)side] = value;
    }

    public bool IsIn(Side side) => this[side].Length > 0;
}
