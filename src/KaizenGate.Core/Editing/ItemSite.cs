using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>One place of an improvement in the outline of its text.</summary>
/// <param name="Scope">The heading that it is, or stands below.</param>
internal abstract record ItemSite(Scope Scope)
{
    /// <summary>The places of an improvement: its own, and those that list it again.</summary>
    public static IEnumerable<ItemSite> AllOf(EditableBacklog document, Improvement item) =>
        item.OtherPlaces.Select(span => span.Offset).Prepend(item.Span.Offset).Select(offset => At(document, offset));

    /// <summary>An improvement's own place.</summary>
    public static ItemSite Of(EditableBacklog document, Improvement item) => At(document, item.Span.Offset);

    private static ItemSite At(EditableBacklog document, int offset)
    {
        var scope = document.Outline.At(offset);
        if (scope.Heading is not null && offset < document.Outline.EndOfHeading(scope))
        {
            return new HeadingSite(scope);
        }

        foreach (var (section, node) in scope.Content)
        {
            if (Find(scope, section, node, offset) is { } site)
            {
                return site;
            }
        }

        throw new ArgumentException($"no improvement stands at {offset}", nameof(offset));
    }

    private static ItemSite? Find(Scope scope, PlacedSection section, Node node, int offset)
    {
        switch (node)
        {
            case TableNode table:
                for (var row = 0; row < table.Rows.Count; row++)
                {
                    if (Holds(section.Place(Extent.Covering(table.Rows[row])), offset))
                    {
                        return new RowSite(scope, section, table, row);
                    }
                }

                return null;
            case EntryNode entry when Holds(section.Place(entry.Whole), offset):
                foreach (var child in entry.Children)
                {
                    if (Find(scope, section, child, offset) is { } site)
                    {
                        return site;
                    }
                }

                return new EntrySite(scope, section, entry);
            default:
                return null;
        }
    }

    private static bool Holds(Extent extent, int offset) => extent.Start <= offset && offset <= extent.End;
}

/// <summary>An improvement that is a heading.</summary>
internal sealed record HeadingSite(Scope Scope) : ItemSite(Scope);

/// <summary>An improvement that is a list item: a task or a bullet.</summary>
internal sealed record EntrySite(Scope Scope, PlacedSection Section, EntryNode Entry) : ItemSite(Scope)
{
    /// <summary>Start of its first line.</summary>
    public int Start => Section.Place(Entry.Whole).Start;

    /// <summary>Where its marker stands, behind the indentation.</summary>
    public int MarkerAt
    {
        get
        {
            var at = Start;
            while (at < Section.Text.Length && Section.Text[at] is ' ' or '\t')
            {
                at++;
            }

            return at;
        }
    }

    /// <summary>Where its text begins: the box of a task, else the first word.</summary>
    public int ContentAt => Section.Place(Entry.Box is null ? Entry.Text : Entry.BoxExtent).Start;

    /// <summary>The indentation of what is nested in it.</summary>
    public string ChildIndent
    {
        get
        {
            var width = ContentAt - MarkerAt;
            return Section.Text[Start..MarkerAt] + new string(' ', width is > 0 and < 5 ? width : 2);
        }
    }
}

/// <summary>An improvement that is a row of a table.</summary>
internal sealed record RowSite(Scope Scope, PlacedSection Section, TableNode Table, int Row) : ItemSite(Scope)
{
    /// <summary>The cells of the row, fewer or more than the header's.</summary>
    public IReadOnlyList<Extent> Cells => Table.Rows[Row];

    /// <summary>Start of its line.</summary>
    public int Start => TextLines.StartOf(Section.Text, Section.Place(Cells[0]).Start);

    /// <summary>End of its line, before the line break.</summary>
    public int End => TextLines.EndOf(Section.Text, Section.Place(Cells[^1]).End);
}
