using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>A place of an improvement in the outline of its text.</summary>
/// <param name="Scope">Its heading; for other forms the heading above.</param>
internal abstract record ItemSite(Scope Scope)
{
    /// <summary>Returns the main place of an improvement, then those that list it again.</summary>
    public static IEnumerable<ItemSite> AllOf(EditableBacklog document, Improvement item) =>
        item.OtherPlaces.Select(span => span.Offset).Prepend(item.Span.Offset).Select(offset => At(document, offset));

    /// <summary>Returns the main place of an improvement.</summary>
    public static ItemSite Of(EditableBacklog document, Improvement item) => At(document, item.Span.Offset);

    private static ItemSite At(EditableBacklog document, int offset)
    {
        var scope = document.Outline.At(offset);
        if (scope.Heading is not null && offset < document.Outline.EndOfHeading(scope))
        {
            return new HeadingSite(scope);
        }

        var index = LastAtOrBefore(scope.Content, placed => placed.Node.Start.Start, offset);
        return (index < 0 ? null : Find(scope, scope.Content[index].Section, scope.Content[index].Node, offset))
            ?? throw new ArgumentException($"no improvement at {offset}", nameof(offset));
    }

    private static ItemSite? Find(Scope scope, SectionText section, Node node, int offset)
    {
        switch (node)
        {
            case TableNode table:
                var row = LastAtOrBefore(table.Rows, row => row[0].Start, offset);
                return row < 0 ? null : new RowSite(scope, section, table, table.Rows[row]);
            case EntryNode entry when Contains(entry.Whole, offset):
                var nested = LastAtOrBefore(entry.Children, child => child.Start.Start, offset);
                return (nested < 0 ? null : Find(scope, section, entry.Children[nested], offset))
                    ?? new EntrySite(scope, section, entry);
            case LineNode line when Contains(line.Text, offset) && LeadSite.Of(scope, line) is { } lead:
                return lead;
            default:
                return null;
        }
    }

    /// <summary>Returns the index of the last part that starts at or before an offset; -1 when there is none.</summary>
    private static int LastAtOrBefore<T>(IReadOnlyList<T> parts, Func<T, int> startOf, int offset)
    {
        var (low, high) = (0, parts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = startOf(parts[middle]) <= offset ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private static bool Contains(Extent extent, int offset) => extent.Start <= offset && offset <= extent.End;
}

internal sealed record HeadingSite(Scope Scope) : ItemSite(Scope);

/// <summary>The place of a task or a bullet.</summary>
internal sealed record EntrySite(Scope Scope, SectionText Section, EntryNode Entry) : ItemSite(Scope)
{
    /// <summary>The start of its first line.</summary>
    public int Start => Entry.Whole.Start;

    /// <summary>The offset of its marker, after the indentation.</summary>
    public int MarkerAt => TextLines.SkipSpaces(Section.Text, Start);

    /// <summary>The marker of a bullet list; null for a number.</summary>
    public char? Bullet => Section.Text[MarkerAt] is '-' or '*' or '+' ? Section.Text[MarkerAt] : null;

    /// <summary>The offset of the box of a task, else of the first word.</summary>
    public int ContentAt => (Entry.Box is null ? Entry.Text : Entry.BoxExtent).Start;

    /// <summary>The indentation of nested lines: up to the column of the content.</summary>
    public string ChildIndent =>
        Section.Text[Start..MarkerAt]
        + new string(' ', TextLines.ColumnOf(Section.Text, ContentAt) - TextLines.ColumnOf(Section.Text, MarkerAt));
}

/// <summary>The place of a paragraph that begins with bold text or a check box.</summary>
/// <param name="Content">The content from its first line to the next lead or the end of the section.</param>
/// <param name="Next">The start of the next lead; null for the last one below the heading.</param>
internal sealed record LeadSite(Scope Scope, IReadOnlyList<PlacedNode> Content, int? Next) : ItemSite(Scope)
{
    /// <summary>Its nodes after the first line.</summary>
    public IEnumerable<PlacedNode> Below => Content.Skip(1);

    /// <summary>The start of its first line.</summary>
    public int Start => StartOf(Content[0].Section, Content[0].Node);

    /// <summary>The end of the last line of its first paragraph.</summary>
    public int EndOfParagraph
    {
        get
        {
            var end = ((LineNode)Content[0].Node).Text.End;
            foreach (var (section, node) in Below)
            {
                if (
                    node is not LineNode line
                    || line.Text is var next && !EntryTitle.IsNextLine(section.Text.AsSpan(end, next.Start - end))
                )
                {
                    break;
                }

                end = next.End;
            }

            return TextLines.EndOf(Content[0].Section.Text, end);
        }
    }

    /// <summary>Returns null for a line that is not a lead.</summary>
    public static LeadSite? Of(Scope scope, LineNode line)
    {
        foreach (var population in scope.Populations)
        {
            var index = population.Form == PartForm.Lead ? population.Members.FindIndex(one => one.Node == line) : -1;
            if (index >= 0)
            {
                var member = population.Members[index];
                var next = index + 1 < population.Members.Count ? population.Members[index + 1] : default;
                return new LeadSite(
                    scope,
                    [new PlacedNode(member.Section, line), .. member.Nodes ?? []],
                    next.Node is null ? null : StartOf(next.Section, next.Node)
                );
            }
        }

        return null;
    }

    private static int StartOf(SectionText section, Node node) => TextLines.StartOf(section.Text, node.Start.Start);
}

internal sealed record RowSite(Scope Scope, SectionText Section, TableNode Table, IReadOnlyList<Extent> Cells)
    : ItemSite(Scope)
{
    public int Start => TextLines.StartOf(Section.Text, Cells[0].Start);

    /// <summary>The end of its line, before the line break.</summary>
    public int End => TextLines.EndOf(Section.Text, Cells[^1].End);

    public string Line => Section.Text[Start..End];

    /// <summary>The two lines above the first row, without the last line break.</summary>
    public string HeaderLines
    {
        get
        {
            var start = TextLines.StartOf(Section.Text, Table.Header[0].Start);
            var rule = TextLines.NextStart(Section.Text, start);
            return Section.Text[start..TextLines.EndOf(Section.Text, rule)];
        }
    }

    public bool HasHeaderOf(PlacedNode table) =>
        Header(Section, Table).SequenceEqual(Header(table.Section, (TableNode)table.Node), StringComparer.Ordinal);

    private static IEnumerable<string> Header(SectionText section, TableNode table) =>
        table.Header.Select(cell => section.Slice(cell).ToString());
}
