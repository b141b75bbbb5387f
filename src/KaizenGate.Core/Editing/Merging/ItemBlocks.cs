using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Merging;

/// <summary>The lines of one place of an improvement.</summary>
/// <param name="Form">How it is written there.</param>
/// <param name="Line">The first line, from 0.</param>
/// <param name="End">The line behind the last.</param>
/// <param name="Item">The improvement.</param>
internal sealed record PlacedItem(ImprovementForm Form, int Line, int End, Improvement Item);

/// <summary>Finds the lines of the improvements of a backlog, with the comments that belong to them.</summary>
internal sealed class ItemBlocks
{
    private readonly string[] lines;
    private readonly LineMap map;
    private readonly List<(int Line, int Level)> headings = [];

    /// <summary>For the first line of each list item, its end; less than 0 when two begin there.</summary>
    private readonly Dictionary<int, int> entries = [];
    private readonly HashSet<int> rows = [];

    private ItemBlocks(string text, string[] lines, ReadingOptions options)
    {
        this.lines = lines;
        map = new LineMap(text);
        var labels = new Labels(options);
        foreach (var section in SectionCutter.Cut(map, text.Length).Sections)
        {
            if (SectionParser.Parse(text.Substring(section.Offset, section.Length), labels) is { } content)
            {
                Find(content.Nodes, section.Offset);
            }
        }
    }

    /// <summary>The places of all improvements, in the order of the lines; none overlaps another.</summary>
    /// <param name="backlog">The backlog.</param>
    /// <param name="text">Its text, with lines that end in LF.</param>
    /// <param name="lines">The same, line by line.</param>
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
                    found.Add(span == item.Span ? finder.With(comments[item.Order], place) : place);
                }
            }
        }

        return Apart([.. found.OrderBy(place => place.Line).ThenByDescending(place => place.End)], lines);
    }

    /// <summary>What stands inside of another is part of it; a comment above one is no part of the one before.</summary>
    private static List<PlacedItem> Apart(List<PlacedItem> found, string[] lines)
    {
        var apart = new List<PlacedItem>();
        foreach (var place in found)
        {
            if (apart.Count > 0 && apart[^1].End > place.Line)
            {
                if (apart[^1].End >= place.End)
                {
                    continue;
                }

                apart[^1] = Trimmed(apart[^1] with { End = place.Line }, lines);
            }

            apart.Add(place);
        }

        return apart;
    }

    private void Find(IEnumerable<Node> nodes, int offset)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case HeadingNode heading:
                    headings.Add((LineOf(offset + heading.Text.Start), heading.Level));
                    break;
                case EntryNode entry:
                    var first = LineOf(offset + entry.Whole.Start);
                    entries[first] = entries.ContainsKey(first) ? -1 : LineOf(offset + entry.Whole.End) + 1;
                    Find(entry.Children.Where(child => child is not HeadingNode), offset);
                    break;
                case TableNode table:
                    rows.UnionWith(table.Rows.Select(row => LineOf(offset + row[0].Start)));
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
            var end = next < 0 ? lines.Length : headings[next].Line;
            return Trimmed(new(ImprovementForm.Heading, line, end, item), lines);
        }

        if (entries.TryGetValue(line, out var endOfEntry) && endOfEntry > 0)
        {
            return Trimmed(new(ImprovementForm.Task, line, endOfEntry, item), lines);
        }

        return rows.Contains(line) ? new(ImprovementForm.TableRow, line, line + 1, item) : null;
    }

    /// <summary>Takes in the comments right above.</summary>
    private PlacedItem With(IEnumerable<int> comments, PlacedItem place)
    {
        var first = comments.Append(place.Line).Min();
        for (var line = first; line < place.Line; line++)
        {
            var text = lines[line].AsSpan().Trim();
            if (!text.IsEmpty && !(text.StartsWith("<!--") && text.EndsWith("-->")))
            {
                return place;
            }
        }

        return place with
        {
            Line = first,
        };
    }

    /// <summary>Leaves out what only sets it apart from what follows: blank lines, and rules below a heading's text.</summary>
    private static PlacedItem Trimmed(PlacedItem place, string[] lines)
    {
        var end = place.End;
        while (
            end > place.Line + 1
            && (
                string.IsNullOrWhiteSpace(lines[end - 1])
                || (place.Form is ImprovementForm.Heading && IsRule(lines, end - 1))
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

    /// <summary>A line of dashes with nothing above it that it would underline.</summary>
    private static bool IsRule(string[] lines, int line)
    {
        var text = lines[line].Trim();
        return text.Length >= 3
            && text.Trim(text[0]).Length == 0
            && text[0] is '-' or '*' or '_'
            && string.IsNullOrWhiteSpace(lines[line - 1]);
    }
}
