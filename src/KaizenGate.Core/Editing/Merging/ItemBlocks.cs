using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Merging;

/// <summary>The lines of one place of an improvement: from the index of the first to the one after the last.</summary>
internal sealed record PlacedItem(ImprovementForm Form, int Line, int End, Improvement Item);

/// <summary>Finds the lines of the improvements of a backlog, with the suppression comments that belong to them.</summary>
internal sealed class ItemBlocks
{
    private readonly string[] lines;
    private readonly LineMap map;
    private readonly List<(int Line, int Level)> headings = [];

    /// <summary>The end of each list item by its first line; -1 when two start there.</summary>
    private readonly Dictionary<int, int> entries = [];
    private readonly HashSet<int> rows = [];

    private ItemBlocks(string text, string[] lines, ReadingOptions options)
    {
        this.lines = lines;
        map = new LineMap(text);
        var labels = new Labels(options);
        foreach (var section in SectionCutter.Cut(map, text.Length).Sections)
        {
            if (SectionParser.Parse(text, section, labels) is { } content)
            {
                Find(content.Nodes);
            }
        }
    }

    /// <summary>Returns the places of all improvements in the order of the lines; none overlaps another.</summary>
    /// <param name="backlog">The backlog.</param>
    /// <param name="text">Its text, with LF as line end.</param>
    /// <param name="lines">The lines of the text.</param>
    /// <param name="options">How it was read.</param>
    public static List<PlacedItem> Of(Backlog backlog, string text, string[] lines, ReadingOptions options)
    {
        var finder = new ItemBlocks(text, lines, options);
        var comments = backlog
            .Suppressions.Where(one => one is { Scope: SuppressionScope.NextItem, Item: not null })
            .ToLookup(one => one.Item!.Value, one => one.Span.Line - 1);
        var found = new List<PlacedItem>();
        foreach (var item in backlog.Improvements)
        {
            foreach (var span in item.OtherPlaces.Prepend(item.Span))
            {
                if (finder.At(span.Line - 1, item) is { } place)
                {
                    found.Add(span == item.Span ? finder.WithComments(comments[item.Order], place) : place);
                }
            }
        }

        return finder.Disjoint(found.OrderBy(place => place.Line).ThenByDescending(place => place.End));
    }

    /// <summary>A nested place is part of the outer one; a comment above a place is not part of the one before.</summary>
    private List<PlacedItem> Disjoint(IEnumerable<PlacedItem> found)
    {
        var disjoint = new List<PlacedItem>();
        foreach (var place in found)
        {
            if (disjoint.Count == 0 || disjoint[^1].End < place.End)
            {
                if (disjoint.Count > 0 && disjoint[^1].End > place.Line)
                {
                    disjoint[^1] = Trimmed(disjoint[^1] with { End = place.Line });
                }

                disjoint.Add(place);
            }
        }

        return disjoint;
    }

    private void Find(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case HeadingNode heading:
                    headings.Add((LineOf(heading.Text.Start), heading.Level));
                    break;
                case EntryNode entry:
                    var first = LineOf(entry.Whole.Start);
                    entries[first] = entries.ContainsKey(first) ? -1 : LineOf(entry.Whole.End) + 1;
                    Find(entry.Children.Where(child => child is not HeadingNode));
                    break;
                case TableNode table:
                    rows.UnionWith(table.Rows.Select(row => LineOf(row[0].Start)));
                    break;
            }
        }
    }

    private int LineOf(int offset) => map.Span(offset, 0).Line - 1;

    private PlacedItem? At(int line, Improvement item)
    {
        var heading = headings.BinarySearch(
            (line, 0),
            Comparer<(int Line, int)>.Create((one, other) => one.Line - other.Line)
        );
        if (heading >= 0)
        {
            var next = headings.FindIndex(heading + 1, other => other.Level <= headings[heading].Level);
            return Trimmed(new(ImprovementForm.Heading, line, next < 0 ? lines.Length : headings[next].Line, item));
        }

        return entries.TryGetValue(line, out var end) && end > 0 ? Trimmed(new(ImprovementForm.Task, line, end, item))
            : rows.Contains(line) ? new(ImprovementForm.TableRow, line, line + 1, item)
            : null;
    }

    /// <summary>Includes comments directly above.</summary>
    private PlacedItem WithComments(IEnumerable<int> comments, PlacedItem place)
    {
        var first = comments.Append(place.Line).Min();
        return lines[first..place.Line]
            .All(line => line.AsSpan().Trim() is [] or ['<', '!', '-', '-', .., '-', '-', '>'])
            ? place with
            {
                Line = first,
            }
            : place;
    }

    /// <summary>Excludes what separates a place from the next one: blank lines, and thematic breaks below the text of a heading.</summary>
    private PlacedItem Trimmed(PlacedItem place)
    {
        var end = place.End;
        while (
            end > place.Line + 1
            && (
                string.IsNullOrWhiteSpace(lines[end - 1])
                || (place.Form is ImprovementForm.Heading && IsThematicBreak(end - 1))
            )
        )
        {
            end--;
        }

        return place with
        {
            End = end,
        };
    }

    /// <summary>Without text above, which it would underline as a heading.</summary>
    private bool IsThematicBreak(int line)
    {
        var text = lines[line].Trim();
        return text.Length >= 3
            && text.Trim(text[0]).Length == 0
            && text[0] is '-' or '*' or '_'
            && string.IsNullOrWhiteSpace(lines[line - 1]);
    }
}
