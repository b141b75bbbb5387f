namespace KaizenGate.Core.Editing.Merging;

/// <summary>Merges an improvement that both sides changed field by field, so that a conflict covers only the lines that differ.</summary>
internal static class ItemMerge
{
    private const string Title = "title";

    /// <summary>The key of a line with sightings.</summary>
    private static readonly string Seen = $"field {FieldCatalog.Seen} ";

    public static IReadOnlyList<MergedLines> Of(MergeElement? ancestor, MergeElement ours, MergeElement theirs) =>
        ancestor is null && !IdCollisions.HaveSameTitle(ours.Item!, theirs.Item!)
            ? [new(ours.Lines, theirs.Lines)]
            : Merge(ancestor, ours, theirs, Cut, Field);

    private static IReadOnlyList<MergedLines> Field(MergeElement? ancestor, MergeElement ours, MergeElement theirs) =>
        ours is { Key: { } key, Lines: [var our] }
        && key == Seen
        && theirs.Lines is [var their]
        && SightingMerge.Of(ancestor?.Lines is [var was] ? was : "", our, their) is { } line
            ? [new([line])]
            : Merge(
                ancestor,
                ours,
                theirs,
                element => MergeDocument.OfLines(element.Lines),
                (_, our, their) => [new(our.Lines, their.Lines)]
            );

    private static List<MergedLines> Merge(
        MergeElement? ancestor,
        MergeElement ours,
        MergeElement theirs,
        Func<MergeElement, MergeDocument> cut,
        ContentMerge merge
    )
    {
        if (
            (ancestor?.Lines, ours.Lines, theirs.Lines) is ([var was], [var our], [var their])
            && LineParts.Merge(was, our, their, SightingsIn(ours)) is { } line
        )
        {
            return [new([line])];
        }

        var empty = new MergeDocument([], []);
        var sides = new ThreeWay<MergeDocument>(ancestor is null ? empty : cut(ancestor), cut(ours), cut(theirs));
        return new MergedGaps(sides).Fill(ElementMerge.Of(sides, merge));
    }

    /// <summary>Returns the offset of the sightings in the only line of an improvement; null when it has none.</summary>
    private static int? SightingsIn(MergeElement element) =>
        element.Item?.Seen is { } seen && seen.Span.Line - 1 == element.Line ? seen.Span.Column - 1 : null;

    /// <summary>Cuts the lines of an improvement into its title, its fields, its sub-tasks and the text between them.</summary>
    private static MergeDocument Cut(MergeElement element)
    {
        var lines = element.Lines;
        var keys = Keys(element);
        var elements = new List<MergeElement>();
        for (var at = 0; at < lines.Length; )
        {
            if (string.IsNullOrWhiteSpace(lines[at]))
            {
                at++;
                continue;
            }

            keys.TryGetValue(at, out var found);
            var end = found.Key is null or Title ? at + 1 : EndOf(lines, at, keys);
            elements.Add(new MergeElement(lines[at..end], found.Key) { Line = at, Rank = found.Rank });
            at = end;
        }

        return new MergeDocument(elements, lines);
    }

    /// <summary>Returns the key and rank of lines by index; a null key for those with the same key. Fields rank in the usual order.</summary>
    private static Dictionary<int, (string? Key, double Rank)> Keys(MergeElement element)
    {
        var keys = new Dictionary<int, (string? Key, double Rank)>();
        var title = element.Item!.OtherPlaces.Prepend(element.Item.Span).Select(span => span.Line - 1 - element.Line);
        foreach (var line in title.Where(line => line >= 0 && line < element.Lines.Length).Take(1))
        {
            keys.Add(line, (Title, 1));
        }

        // Each entry of a list of sightings is a line of its own.
        var listsSightings = element.Item.Fields.Count(field => field.Definition == FieldCatalog.Seen) > 1;
        foreach (var field in element.Item.Fields)
        {
            // A value below its label belongs to the line of the label, which has no position of its own.
            var line = field.Span.Line - 1 - element.Line;
            if (line >= 0 && line < element.Lines.Length)
            {
                keys.TryAdd(
                    line,
                    (
                        $"field {field.Definition} {Name(field, element.Lines[line])}",
                        -element.Item.Values.Table.RankOf(field.Definition)
                    )
                );
            }
        }

        string Name(Field field, string line) =>
            field.Definition == FieldCatalog.Other ? field.Label
            : listsSightings && field.Definition == FieldCatalog.Seen ? line.Trim()
            : "";

        for (var at = 0; at < element.Lines.Length; at++)
        {
            if (ListLine.Of(element.Lines[at]) is { Box.Length: > 0 } task)
            {
                keys.TryAdd(at, ($"task {task.Text.Trim()}", 0));
            }
        }

        foreach (
            var line in keys.GroupBy(one => one.Value.Key)
                .Where(group => group.Count() > 1)
                .SelectMany(group => group)
                .ToList()
        )
        {
            keys[line.Key] = (null, 0);
        }

        return keys;
    }

    /// <summary>Returns the end of what starts on a line: with the lines that are indented below it, and wrapped text.</summary>
    private static int EndOf(string[] lines, int at, Dictionary<int, (string? Key, double Rank)> keys)
    {
        var indent = Indent(lines[at]);
        var end = at + 1;
        for (var next = end; next < lines.Length && !keys.ContainsKey(next); next++)
        {
            if (string.IsNullOrWhiteSpace(lines[next]))
            {
                continue;
            }

            var isWrapped = next == end && IsText(lines[next]);
            if (!isWrapped && Indent(lines[next]) <= indent)
            {
                break;
            }

            end = next + 1;
        }

        return end;
    }

    private static bool IsText(string line) =>
        ListLine.Of(line) is null
        && line.AsSpan().TrimStart() is not ['#' or '|' or '`' or '~' or '<' or '>' or '-' or '=', ..];

    private static int Indent(string line)
    {
        var indent = 0;
        foreach (var space in line.TakeWhile(character => character is ' ' or '\t'))
        {
            indent += space == '\t' ? 4 - (indent % 4) : 1;
        }

        return indent;
    }
}
