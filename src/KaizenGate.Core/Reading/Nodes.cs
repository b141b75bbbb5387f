using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>A stretch of a section's own text.</summary>
internal readonly record struct Extent(int Start, int Length)
{
    public int End => Start + Length;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>The stretch without white space at its ends; empty at its end when there is nothing else.</summary>
    public static Extent Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new Extent(start, Math.Max(0, end - start));
    }

    /// <summary>From the start of the first to the end of the last.</summary>
    public static Extent Covering(IReadOnlyList<Extent> extents) =>
        new(extents[0].Start, extents[^1].End - extents[0].Start);
}

/// <summary>A section as it was read on its own: nothing in it depends on where it stands.</summary>
/// <param name="Nodes">Its pieces, in order.</param>
/// <param name="Comments">Its HTML comments, in order.</param>
/// <param name="HasSizes">Whether it gives an effort as a size, so that L means large.</param>
internal sealed record SectionContent(IReadOnlyList<Node> Nodes, IReadOnlyList<Extent> Comments, bool HasSizes);

/// <summary>A piece of a section that can matter to a backlog. Extents count from the section's start.</summary>
internal abstract class Node;

internal sealed class HeadingNode(int level, Extent text) : Node
{
    public const int LowestLevel = 6;

    public int Level { get; } = level;
    public Extent Text { get; } = text;
}

/// <summary>One line of a paragraph, with the fields it states.</summary>
internal sealed class LineNode(Extent text, ImmutableArray<FieldText> fields) : Node
{
    public Extent Text { get; } = text;
    public ImmutableArray<FieldText> Fields { get; } = fields;
}

/// <summary>A list item.</summary>
internal sealed class EntryNode : Node
{
    public required bool IsOrdered { get; init; }

    /// <summary>The symbol in its check box; null when it has none.</summary>
    public string? Box { get; init; }
    public Extent BoxExtent { get; init; }

    /// <summary>Its first line, behind marker and box.</summary>
    public required Extent Text { get; init; }

    /// <summary>All of it, from the start of its first line: what the text of this stretch tells is all that it tells.</summary>
    public required Extent Whole { get; init; }

    /// <summary>The fields that its first line states.</summary>
    public ImmutableArray<FieldText> Fields { get; init; } = [];

    public IReadOnlyList<Node> Children { get; init; } = [];
}

/// <summary>A pipe table. Rows may be shorter or longer than the header.</summary>
internal sealed class TableNode(IReadOnlyList<Extent> header, IReadOnlyList<IReadOnlyList<Extent>> rows) : Node
{
    public IReadOnlyList<Extent> Header { get; } = header;
    public IReadOnlyList<IReadOnlyList<Extent>> Rows { get; } = rows;
}

/// <summary>A label with its value.</summary>
/// <param name="Definition">What the label stands for; null for an unknown one in bold.</param>
/// <param name="LabelExtent">Where the label stands.</param>
/// <param name="Value">Where the value stands; empty behind the colon when there is none.</param>
/// <param name="Scale">The top of the scale that the label carries, "Impact (1-5)"; 0 for none.</param>
/// <param name="IsBold">Whether the label is emphasized, which makes it a label beyond doubt.</param>
internal readonly record struct FieldText(
    FieldDefinition? Definition,
    Extent LabelExtent,
    Extent Value,
    int Scale,
    bool IsBold
);
