using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Inserts the lines of improvements below a heading; those at one place in the order of the calls.</summary>
/// <param name="document">The backlog.</param>
/// <param name="target">The heading, or the root.</param>
/// <param name="leaving">The <see cref="Improvement.Order"/> of the improvements that the same edit removes; null for none.</param>
internal sealed class Placement(EditableBacklog document, Scope target, HashSet<int>? leaving = null)
{
    private readonly string text = document.Text;

    /// <summary>The end of the text above a list that an earlier call began; null before.</summary>
    private int? newList;

    /// <summary>The header of a table that an earlier call began, with the end of the text above it; null before.</summary>
    private (string Header, int At)? newTable;

    /// <summary>The improvements directly below the heading.</summary>
    public List<(Improvement Item, ItemSite Site)> Neighbors { get; } = Below(document, target, leaving);

    /// <summary>The level of the headings that are improvements here.</summary>
    public int HeadingLevel =>
        Neighbors.Find(one => one.Site is HeadingSite).Site?.Scope.Level ?? Math.Min(6, Math.Max(2, target.Level + 1));

    public bool HasOnly(params ReadOnlySpan<ImprovementForm> forms)
    {
        foreach (var neighbor in Neighbors)
        {
            if (!forms.Contains(neighbor.Item.Form))
            {
                return false;
            }
        }

        return Neighbors.Count > 0;
    }

    /// <summary>The marker of the bullet lists here; null when there is none.</summary>
    public char? Bullet =>
        Neighbors.Select(one => (one.Site as EntrySite)?.Bullet).FirstOrDefault(sign => sign is not null);

    /// <summary>Whether the completions here are in the order of their dates.</summary>
    public bool IsOldestFirst => isOldestFirst ??= HasOldestFirst();

    private bool? isOldestFirst;

    private bool HasOldestFirst()
    {
        var dates = Neighbors.Select(one => one.Item.Completed?.Value).OfType<DateOnly>().ToList();
        return dates.Count > 1 && dates[0] < dates[^1];
    }

    /// <summary>The tables directly below the heading.</summary>
    public IEnumerable<PlacedNode> Tables => target.Content.Where(placed => placed.Node is TableNode);

    /// <summary>Returns the form of most improvements, other than leads, which are not written; null when there are none.</summary>
    public static ImprovementForm? FormOf(IEnumerable<Improvement> items) =>
        items
            .Where(item => item.Form != ImprovementForm.Lead)
            .GroupBy(item => item.Form)
            .MaxBy(group => group.Count())
            ?.Key;

    /// <summary>Inserts a heading item before the first that <paramref name="goesBefore"/> selects, else at the end.</summary>
    /// <param name="block">The lines, without a line break at the end.</param>
    /// <param name="goesBefore">Whether it goes before an improvement here.</param>
    public TextEdit Heading(string block, Func<Improvement, bool> goesBefore)
    {
        var siblings = Neighbors.FindAll(one => one.Site is HeadingSite);
        var next = siblings.FindIndex(one => goesBefore(one.Item));
        var end =
            next == 0 || (siblings.Count == 0 && !target.Children.IsEmpty) ? ContentEnd()
            : siblings.Count == 0 ? WholeEnd()
            : EndBefore(siblings, next);
        return After(end, HeadingGap(siblings), block);
    }

    /// <summary>Inserts a list item in the same way.</summary>
    public TextEdit Entry(string block, Func<Improvement, bool> goesBefore)
    {
        var siblings = Neighbors.FindAll(one => one.Site is EntrySite entry && IsOutermost(entry));
        var next = siblings.FindIndex(one => goesBefore(one.Item));
        if (siblings.Count == 0)
        {
            return First(block);
        }

        var gap = EntryGap(siblings);
        if (next == 0)
        {
            var (start, _) = ItemBlock.Of(document, siblings[0].Item);
            return TextEdit.Insert(start, block + Breaks(start, gap));
        }

        return After(EndBefore(siblings, next), gap, block);
    }

    /// <summary>Inserts a row into a table below the heading in the same way.</summary>
    public TextEdit Row(PlacedNode table, string line, Func<Improvement, bool> goesBefore)
    {
        var rows = Neighbors.FindAll(one => one.Site is RowSite row && ReferenceEquals(row.Table, table.Node));
        var next = rows.FindIndex(one => goesBefore(one.Item));
        var header = ((TableNode)table.Node).Header[0].Start;
        var end =
            rows.Count == 0 || next == 0
                ? TextLines.EndOf(text, TextLines.NextStart(text, header))
                : EndBefore(rows, next);
        return After(end, 1, line);
    }

    /// <summary>Inserts a row with a table of its own, or below the row of an earlier call with the same header.</summary>
    public TextEdit NewTable(string header, string line)
    {
        if (newTable is { } open && open.Header == header)
        {
            return TextEdit.Insert(open.At, Breaks(open.At, 1) + line);
        }

        var edit = Last(header + Breaks(ContentEnd(), 1) + line);
        newTable = edit.Offset == ContentEnd() ? (header, edit.Offset) : null;
        return edit;
    }

    /// <summary>Inserts lines after the content directly below the heading.</summary>
    public TextEdit Last(string block) => After(ContentEnd(), 2, block);

    /// <summary>Inserts lines after everything below the heading.</summary>
    public TextEdit AfterAll(string block) => After(WholeEnd(), 2, block);

    private static List<(Improvement Item, ItemSite Site)> Below(
        EditableBacklog document,
        Scope scope,
        HashSet<int>? leaving
    )
    {
        var end = document.Outline.EndOf(scope);
        return
        [
            .. document
                .ImprovementsFrom(document.Outline.StartOf(scope))
                .TakeWhile(item => item.Span.Offset < end)
                .Where(item => leaving?.Contains(item.Order) is not true)
                .Select(item => (Item: item, Site: ItemSite.Of(document, item)))
                .Where(one => ReferenceEquals(one.Site is HeadingSite ? one.Site.Scope.Parent : one.Site.Scope, scope)),
        ];
    }

    /// <summary>Begins a list, or adds to the one that an earlier call began.</summary>
    private TextEdit First(string block)
    {
        if (newList is { } at)
        {
            return TextEdit.Insert(at, Breaks(at, 1) + block);
        }

        if (Placeholder() is { } empty)
        {
            newList = empty.End;
            return new TextEdit(empty.Start, empty.Length, block);
        }

        var edit = Last(block);
        newList = edit.Offset == ContentEnd() ? edit.Offset : null;
        return edit;
    }

    /// <summary>Returns the end of the sibling before an index; of the last sibling for -1.</summary>
    private int EndBefore(List<(Improvement Item, ItemSite Site)> siblings, int next) =>
        EndOf(siblings[(next < 0 ? siblings.Count : next) - 1].Item);

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
        return TextEdit.Insert(start, block + Breaks(start, start < text.Length ? gap : 1));
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

    /// <summary>Returns the number of line breaks between two heading items here, or between the heading and the first.</summary>
    private int HeadingGap(List<(Improvement Item, ItemSite Site)> siblings)
    {
        var before = siblings.Count > 1 ? EndOf(siblings[^2].Item) : document.Outline.EndOfHeading(target);
        return siblings.Count > 0 && BreaksBefore(siblings[^1].Item, before) == 1 ? 1 : 2;
    }

    private int EntryGap(List<(Improvement Item, ItemSite Site)> siblings) =>
        siblings.Count > 1 && BreaksBefore(siblings[1].Item, EndOf(siblings[0].Item)) == 2 ? 2 : 1;

    private int BreaksBefore(Improvement item, int from) =>
        TextLines.CountBreaks(text.AsSpan(from, Math.Max(0, ItemBlock.Of(document, item).Offset - from)));

    /// <summary>Returns the only entry of a section when it says that there are no improvements.</summary>
    private Extent? Placeholder() =>
        target.Content is [{ Node: EntryNode { Box: null } entry } only]
        && TextNormalizer.Normalize(PlainText.Of(only.Section.Slice(entry.Text)))
            is "none"
                or "noitems"
                or "noitemsyet"
                or "nothing"
                or "noneyet"
                or "empty"
            ? entry.Whole
            : null;
}
