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

        return scope
                .Content.Select(placed => Find(scope, placed.Section, placed.Node, offset))
                .FirstOrDefault(site => site is not null)
            ?? throw new ArgumentException($"no improvement at {offset}", nameof(offset));
    }

    private static ItemSite? Find(Scope scope, PlacedSection section, Node node, int offset)
    {
        switch (node)
        {
            case TableNode table:
                var row = table.Rows.FirstOrDefault(row => Contains(section.Place(Extent.Covering(row)), offset));
                return row is null ? null : new RowSite(scope, section, table, row);
            case EntryNode entry when Contains(section.Place(entry.Whole), offset):
                var nested = entry.Children.Select(child => Find(scope, section, child, offset));
                return nested.FirstOrDefault(site => site is not null) ?? new EntrySite(scope, section, entry);
            default:
                return null;
        }
    }

    private static bool Contains(Extent extent, int offset) => extent.Start <= offset && offset <= extent.End;
}

internal sealed record HeadingSite(Scope Scope) : ItemSite(Scope);

/// <summary>The place of a task or a bullet.</summary>
internal sealed record EntrySite(Scope Scope, PlacedSection Section, EntryNode Entry) : ItemSite(Scope)
{
    /// <summary>The start of its first line.</summary>
    public int Start => Section.Place(Entry.Whole).Start;

    /// <summary>The offset of its marker, after the indentation.</summary>
    public int MarkerAt => TextLines.SkipSpaces(Section.Text, Start);

    /// <summary>The marker of a bullet list; null for a number.</summary>
    public char? Bullet => Section.Text[MarkerAt] is '-' or '*' or '+' ? Section.Text[MarkerAt] : null;

    /// <summary>The offset of the box of a task, else of the first word.</summary>
    public int ContentAt => Section.Place(Entry.Box is null ? Entry.Text : Entry.BoxExtent).Start;

    /// <summary>The indentation of nested lines: that of the content, which up to four columns separate from the marker.</summary>
    public string ChildIndent
    {
        get
        {
            var markerEnd = MarkerAt + Section.Text.AsSpan(MarkerAt).IndexOfAny(' ', '\t');
            var marker = Math.Max(1, markerEnd - MarkerAt);
            var gap = ColumnAt(ContentAt) - ColumnAt(MarkerAt) - marker;
            return Section.Text[Start..MarkerAt] + new string(' ', marker + (gap is >= 1 and <= MostGap ? gap : 1));
        }
    }

    private const int MostGap = 4;
    private const int TabWidth = 4;

    /// <summary>Returns the column of an offset in the first line, from 0.</summary>
    private int ColumnAt(int offset)
    {
        var column = 0;
        foreach (var character in Section.Text.AsSpan(Start, Math.Max(0, offset - Start)))
        {
            column += character == '\t' ? TabWidth - (column % TabWidth) : 1;
        }

        return column;
    }
}

internal sealed record RowSite(Scope Scope, PlacedSection Section, TableNode Table, IReadOnlyList<Extent> Cells)
    : ItemSite(Scope)
{
    public int Start => TextLines.StartOf(Section.Text, Section.Place(Cells[0]).Start);

    /// <summary>The end of its line, before the line break.</summary>
    public int End => TextLines.EndOf(Section.Text, Section.Place(Cells[^1]).End);

    public string Line => Section.Text[Start..End];

    /// <summary>The two lines above the first row, without the last line break.</summary>
    public string HeaderLines
    {
        get
        {
            var start = TextLines.StartOf(Section.Text, Section.Place(Table.Header[0]).Start);
            var rule = TextLines.NextStart(Section.Text, start);
            return Section.Text[start..TextLines.EndOf(Section.Text, rule)];
        }
    }

    public bool HasHeaderOf(PlacedNode table) =>
        Header(Section, Table).SequenceEqual(Header(table.Section, (TableNode)table.Node), StringComparer.Ordinal);

    private static IEnumerable<string> Header(PlacedSection section, TableNode table) =>
        table.Header.Select(cell => section.Slice(cell).ToString());
}
