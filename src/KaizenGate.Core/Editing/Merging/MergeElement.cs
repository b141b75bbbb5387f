using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Editing.Merging;

/// <summary>
/// A piece of a text to merge: a line without a name, or the lines of something that has an identity of its own, such as an
/// improvement, and so can be found again wherever it was moved to.
/// </summary>
/// <param name="Lines">Its lines, at least one; neither the first nor the last is blank.</param>
/// <param name="Key">Its identity, unique among its neighbours; null for a line without a name.</param>
internal sealed record MergeElement(string[] Lines, string? Key = null)
{
    /// <summary>The position of its first line in the text, from 0.</summary>
    public int Line { get; init; }

    /// <summary>The improvement that it is or belongs to; null for other lines.</summary>
    public Improvement? Item { get; init; }

    /// <summary>Which of two that came to the same place stands first: the one with the higher rank.</summary>
    public double Rank { get; init; }

    /// <summary>Whether an empty line is usual in front of it.</summary>
    public bool IsSeparate =>
        Lines[0].StartsWith('#') || (Lines.Length > 1 && Lines[1].StartsWith("===", StringComparison.Ordinal));

    public bool Says(MergeElement other) => Lines.AsSpan().SequenceEqual(other.Lines);
}

/// <summary>A text cut into pieces, with the empty lines between them.</summary>
/// <param name="Elements">The pieces in order.</param>
/// <param name="Gaps">The lines in front of each piece, and behind the last: one more than there are pieces.</param>
internal sealed record MergeDocument(MergeElement[] Elements, string[][] Gaps)
{
    public static MergeDocument Empty { get; } =
        new(
            [],
            [
                [],
            ]
        );

    /// <summary>Puts lines together; those before a piece that are blank belong to no piece.</summary>
    /// <param name="elements">The pieces in order, with their <see cref="MergeElement.Line"/>.</param>
    /// <param name="lines">All lines.</param>
    public static MergeDocument Of(List<MergeElement> elements, string[] lines)
    {
        var gaps = new string[elements.Count + 1][];
        var at = 0;
        for (var index = 0; index < elements.Count; index++)
        {
            gaps[index] = lines[at..elements[index].Line];
            at = elements[index].Line + elements[index].Lines.Length;
        }

        gaps[^1] = lines[at..];
        return new MergeDocument([.. elements], gaps);
    }

    /// <summary>Lines without any identity.</summary>
    public static MergeDocument OfLines(string[] lines)
    {
        var elements = new List<MergeElement>();
        for (var at = 0; at < lines.Length; at++)
        {
            if (!string.IsNullOrWhiteSpace(lines[at]))
            {
                elements.Add(new MergeElement([lines[at]]) { Line = at });
            }
        }

        return Of(elements, lines);
    }
}
