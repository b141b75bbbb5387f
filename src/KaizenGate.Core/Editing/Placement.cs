using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Puts the lines of an improvement below a heading.</summary>
/// <param name="document">The text.</param>
/// <param name="target">The heading, or the root.</param>
/// <param name="leaving">An improvement of the same text that is about to leave its place; null for none.</param>
internal sealed class Placement(EditableBacklog document, Scope target, Improvement? leaving = null)
{
    private readonly string text = document.Text;

    /// <summary>The improvements right below the heading.</summary>
    public List<Neighbour> Neighbours { get; } = Editing.Neighbours.Of(document, target, leaving);

    /// <summary>The level of the headings that are improvements here.</summary>
    public int HeadingLevel =>
        Neighbours.Find(one => one.Site is HeadingSite).Site?.Scope.Level ?? Math.Min(6, Math.Max(2, target.Level + 1));

    /// <summary>Inserts a heading item, with all that belongs to it.</summary>
    /// <param name="block">Its lines, without a line break at the end.</param>
    /// <param name="goesBefore">Whether it goes before an improvement that is there.</param>
    public TextEdit Heading(string block, Func<Improvement, bool> goesBefore)
    {
        var siblings = Neighbours.FindAll(one => one.Site is HeadingSite);
        var next = siblings.FindIndex(one => goesBefore(one.Item));
        var end =
            next == 0 || (siblings.Count == 0 && !target.Children.IsEmpty) ? ContentEnd()
            : siblings.Count == 0 ? WholeEnd()
            : EndOf(siblings[(next < 0 ? siblings.Count : next) - 1].Item);
        return After(end, HeadingGap(siblings), block);
    }

    /// <summary>Inserts a list item.</summary>
    /// <param name="block">Its lines, without a line break at the end.</param>
    /// <param name="goesBefore">Whether it goes before an improvement that is there.</param>
    public TextEdit Entry(string block, Func<Improvement, bool> goesBefore)
    {
        var siblings = Neighbours.FindAll(one => one.Site is EntrySite entry && IsOutermost(entry));
        var next = siblings.FindIndex(one => goesBefore(one.Item));
        if (siblings.Count == 0)
        {
            return Placeholder() is { } empty
                ? new TextEdit(empty.Start, empty.Length, block)
                : After(ContentEnd(), 2, block);
        }

        var gap = EntryGap(siblings);
        if (next == 0)
        {
            var (start, _) = ItemBlock.Of(document, siblings[0].Item);
            return TextEdit.Insert(start, block + Breaks(start, gap));
        }

        return After(EndOf(siblings[(next < 0 ? siblings.Count : next) - 1].Item), gap, block);
    }

    /// <summary>Inserts a row into a table that lists improvements below the heading.</summary>
    /// <param name="table">The table.</param>
    /// <param name="line">The row's line.</param>
    /// <param name="goesBefore">Whether it goes before an improvement that is there.</param>
    public TextEdit Row(PlacedNode table, string line, Func<Improvement, bool> goesBefore)
    {
        var rows = Neighbours.FindAll(one => one.Site is RowSite row && ReferenceEquals(row.Table, table.Node));
        var next = rows.FindIndex(one => goesBefore(one.Item));
        var header = table.Section.Place(((TableNode)table.Node).Header[0]).Start;
        var end =
            rows.Count == 0 || next == 0
                ? TextLines.EndOf(text, TextLines.NextStart(text, header))
                : EndOf(rows[(next < 0 ? rows.Count : next) - 1].Item);
        return After(end, 1, line);
    }

    /// <summary>Inserts lines behind what stands right below the heading.</summary>
    public TextEdit Last(string block) => After(ContentEnd(), 2, block);

    /// <summary>The tables right below the heading.</summary>
    public IEnumerable<PlacedNode> Tables => target.Content.Where(placed => placed.Node is TableNode);

    private int EndOf(Improvement item)
    {
        var (offset, length) = ItemBlock.Of(document, item);
        return offset + length;
    }

    private TextEdit After(int end, int gap, string block)
    {
        if (end > 0)
        {
            return TextEdit.Insert(end, Breaks(end, gap) + block);
        }

        var start = FirstContent();
        return TextEdit.Insert(start, start < text.Length ? block + Breaks(start, gap) : block + Breaks(start, 1));
    }

    private int FirstContent() =>
        SectionCutter.EndOfFrontMatter(document.Lines) is var line && line > 0
            ? document.Lines.StartOf(Math.Min(line, document.Lines.Count - 1))
            : 0;

    private string Breaks(int at, int count) =>
        string.Concat(Enumerable.Repeat(TextLines.LineBreakNear(text, at), count));

    private int ContentEnd() =>
        ItemBlock.EndOf(text, document.Outline.EndOfHeading(target), document.Outline.EndOfContent(target));

    private int WholeEnd() =>
        ItemBlock.EndOf(text, document.Outline.EndOfHeading(target), document.Outline.EndOf(target));

    private bool IsOutermost(EntrySite entry) =>
        target.Content.Exists(placed => ReferenceEquals(placed.Node, entry.Entry));

    /// <summary>How many line breaks lie between two heading items here, or between the heading and the first.</summary>
    private int HeadingGap(List<Neighbour> siblings)
    {
        var before = siblings.Count > 1 ? EndOf(siblings[^2].Item) : document.Outline.EndOfHeading(target);
        var isTight =
            siblings.Count > 0
            && TextLines.CountBreaks(
                text.AsSpan(before, Math.Max(0, ItemBlock.Of(document, siblings[^1].Item).Offset - before))
            ) == 1;
        return isTight ? 1 : 2;
    }

    private int EntryGap(List<Neighbour> siblings)
    {
        if (siblings.Count < 2)
        {
            return 1;
        }

        var end = EndOf(siblings[0].Item);
        var start = ItemBlock.Of(document, siblings[1].Item).Offset;
        return start > end && TextLines.CountBreaks(text.AsSpan(end, start - end)) == 2 ? 2 : 1;
    }

    /// <summary>The only entry of a section when it says that there is none.</summary>
    private Extent? Placeholder() =>
        target.Content is [{ Node: EntryNode { Box: null } entry } only]
        && TextNormalizer.Normalize(PlainText.Of(only.Section.Slice(entry.Text)))
            is "none"
                or "noitems"
                or "noitemsyet"
                or "nothing"
                or "noneyet"
                or "empty"
            ? only.Section.Place(entry.Whole)
            : null;
}
