namespace KaizenGate.Core.Editing.Merging;

/// <summary>Merges a single line by its parts: the box and the text of a task, the cells of a table row.</summary>
internal static class LineParts
{
    /// <summary>Returns the merged line; null when both sides changed the same part differently, or the line has no parts.</summary>
    /// <param name="ancestor">The line of the ancestor.</param>
    /// <param name="ours">Our line.</param>
    /// <param name="theirs">Their line.</param>
    /// <param name="sightings">The offset of the sightings in our line; null when it is not a row with sightings.</param>
    public static string? Merge(string ancestor, string ours, string theirs, int? sightings = null) =>
        Task(ListLine.Of(ancestor), ListLine.Of(ours), ListLine.Of(theirs))
        ?? Row(
            Cells(ancestor),
            Cells(ours),
            Cells(theirs),
            sightings is { } offset ? Cells(ours[..offset]).Count - 1 : null
        );

    private static string? Task(ListLine? ancestor, ListLine? ours, ListLine? theirs) =>
        (ancestor, ours, theirs) is ({ } was, { } our, { } their)
        && Part(was.Marker, our.Marker, their.Marker) is { } marker
        && Part(was.Box, our.Box, their.Box) is { } box
        && Part(was.Text, our.Text, their.Text) is { } text
            ? marker + box + text
            : null;

    private static string? Part(string was, string ours, string theirs) =>
        ours == theirs || was == theirs ? ours
        : was == ours ? theirs
        : null;

    private static string? Row(List<string> was, List<string> ours, List<string> theirs, int? sightings)
    {
        if (was.Count < 2 || ours.Count != was.Count || theirs.Count != was.Count)
        {
            return null;
        }

        var cells = was.Zip(ours, theirs)
            .Select(
                (cell, column) =>
                    Cell(cell.First, cell.Second, cell.Third)
                    ?? (column == sightings ? SightingMerge.Of(cell.First, cell.Second, cell.Third) : null)
            )
            .ToList();
        return cells.Contains(null) ? null : string.Join('|', cells);
    }

    /// <summary>Compares without the spaces around a cell, but keeps them.</summary>
    private static string? Cell(string was, string ours, string theirs) =>
        Part(was.Trim(), ours.Trim(), theirs.Trim()) is not { } text ? null
        : ours.Trim() == theirs.Trim() ? (ours == was ? theirs : ours)
        : ours.Trim() == text ? ours
        : theirs;

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var start = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '\\')
            {
                at++;
            }
            else if (line[at] == '|')
            {
                cells.Add(line[start..at]);
                start = at + 1;
            }
        }

        cells.Add(line[start..]);
        return cells;
    }
}

/// <summary>The first line of a list item: the indentation and the marker with the space after it, the check box if any, and the rest.</summary>
internal readonly record struct ListLine(string Marker, string Box, string Text)
{
    /// <summary>Returns null for any other line.</summary>
    public static ListLine? Of(string line)
    {
        var at = Skip(0, " \t");
        var number = Skip(at, "0123456789");
        var isMarked =
            number < line.Length && (number > at ? line[number] is '.' or ')' : line[number] is '-' or '*' or '+');
        if (!isMarked || number + 1 >= line.Length || line[number + 1] is not (' ' or '\t'))
        {
            return null;
        }

        var start = Skip(number + 1, " \t");
        var close = start < line.Length && line[start] == '[' ? line.IndexOf(']', start) : -1;
        var isBox =
            close > 0 && close - start is 2 or 3 && (close + 1 == line.Length || line[close + 1] is ' ' or '\t');
        var text = isBox ? close + 1 : start;
        return new ListLine(line[..start], line[start..text], line[text..]);

        int Skip(int from, string characters) => line.Length - line.AsSpan(from).TrimStart(characters).Length;
    }
}
