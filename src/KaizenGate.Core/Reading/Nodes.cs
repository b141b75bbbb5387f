namespace KaizenGate.Core.Reading;

/// <summary>A range of a text, in UTF-16 code units.</summary>
internal readonly record struct Extent(int Start, int Length)
{
    public int End => Start + Length;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>Returns the range without white space at its ends; empty at <paramref name="end"/> when there is only white space.</summary>
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

    /// <summary>Returns the range from the start of the first to the end of the last.</summary>
    public static Extent Covering(IReadOnlyList<Extent> extents) =>
        new(extents[0].Start, extents[^1].End - extents[0].Start);
}

/// <summary>A parsed section.</summary>
internal sealed record SectionContent(List<Node> Nodes, IReadOnlyList<Extent> Comments, Conventions Conventions);

/// <summary>A part of a section.</summary>
internal abstract class Node
{
    /// <summary>Its first part.</summary>
    public abstract Extent Start { get; }
}

internal sealed class HeadingNode(int level, Extent text) : Node
{
    public const int LowestLevel = 6;

    public int Level { get; } = level;
    public Extent Text { get; } = text;
    public override Extent Start => Text;
}

/// <summary>One line of a paragraph with its fields.</summary>
internal sealed class LineNode(Extent text, ImmutableArray<FieldText> fields) : Node
{
    public Extent Text { get; } = text;
    public override Extent Start => Text;
    public ImmutableArray<FieldText> Fields { get; } = fields;
}

/// <summary>A list item.</summary>
internal sealed class EntryNode : Node
{
    public required bool IsOrdered { get; init; }

    /// <summary>The symbol in the check box; null when there is none.</summary>
    public string? Box { get; init; }
    public Extent BoxExtent { get; init; }

    /// <summary>The first line, after marker and check box.</summary>
    public required Extent Text { get; init; }

    /// <summary>All lines of the item, from the start of the first.</summary>
    public required Extent Whole { get; init; }
    public override Extent Start => Whole;

    /// <summary>The fields of the first line.</summary>
    public ImmutableArray<FieldText> Fields { get; init; } = [];

    public ImmutableArray<Node> Children { get; init; } = [];
}

/// <summary>A pipe table. Rows can be shorter or longer than the header.</summary>
internal sealed class TableNode(IReadOnlyList<Extent> header, IReadOnlyList<IReadOnlyList<Extent>> rows) : Node
{
    public IReadOnlyList<Extent> Header { get; } = header;
    public override Extent Start => Header[0];
    public IReadOnlyList<IReadOnlyList<Extent>> Rows { get; } = rows;
}

/// <summary>A label with its value.</summary>
/// <param name="Definition">The field; null for an unknown label in bold.</param>
/// <param name="Value">Empty, after the colon, when there is no value.</param>
/// <param name="Scale">The upper end of the scale in the label, "Impact (1-5)"; 0 for none.</param>
/// <param name="IsBold">Whether the label is emphasized, so that it is certainly a label.</param>
internal readonly record struct FieldText(
    FieldDefinition? Definition,
    Extent LabelExtent,
    Extent Value,
    int Scale,
    bool IsBold
);
