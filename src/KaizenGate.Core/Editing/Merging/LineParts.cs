namespace KaizenGate.Core.Editing.Merging;

/// <summary>Merges a single line by its parts: the box and the text of a task, the cells of a table's row.</summary>
internal static class LineParts
{
    /// <summary>The merged line; null when both sides changed the same part differently, or it has no parts.</summary>
    public static string? Merge(string ancestor, string ours, string theirs) =>
        Task(ListLine.Of(ancestor), ListLine.Of(ours), ListLine.Of(theirs)) ?? Row(ancestor, ours, theirs);

    private static string? Task(ListLine? ancestor, ListLine? ours, ListLine? theirs) =>
        (ancestor, ours, theirs) is ({ } was, { } our, { } their)
        && Part(was.Marker, our.Marker, their.Marker) is { } marker
        && Part(was.Box, our.Box, their.Box) is { } box
        && Part(was.Text, our.Text, their.Text) is { } text
            ? new ListLine(marker, box, text).ToString()
            : null;

    private static string? Part(string was, string ours, string theirs) =>
        ours == theirs || was == theirs ? ours
        : was == ours ? theirs
        : null;

    private static string? Row(string ancestor, string ours, string theirs)
    {
        var (was, our, their) = (Cells(ancestor), Cells(ours), Cells(theirs));
        if (was.Count < 2 || our.Count != was.Count || their.Count != was.Count)
        {
            return null;
        }

        var cells = new string[was.Count];
        for (var at = 0; at < cells.Length; at++)
        {
            if (Cell(was[at], our[at], their[at]) is not { } cell)
            {
                return null;
            }

            cells[at] = cell;
        }

        return string.Join('|', cells);
    }

    /// <summary>The blanks around a cell are no part of what it says, but are kept as its writer set them.</summary>
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
