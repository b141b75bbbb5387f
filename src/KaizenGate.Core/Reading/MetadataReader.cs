namespace KaizenGate.Core.Reading;

/// <summary>Reads the figures that a backlog states about itself above its first section and in its Metadata section.</summary>
internal sealed class MetadataReader(LineMap lines)
{
    private Metadata metadata = new();

    /// <summary>Returns the metadata; null when there is none.</summary>
    public static Metadata? Read(Scope root, IEnumerable<Scope> ignored, LineMap lines)
    {
        var reader = new MetadataReader(lines);
        reader.Read(root);
        if (root.Children is [{ Level: 1 } title, ..])
        {
            reader.Read(title);
        }

        foreach (var scope in ignored.Where(IsMetadata))
        {
            reader.Read(scope);
        }

        return reader.metadata == new Metadata() ? null : reader.metadata;
    }

    /// <summary>Whether an entry states a figure about the backlog: <c>Total Items: 9</c>.</summary>
    public static bool IsFigure(ReadOnlySpan<char> entry)
    {
        var colon = entry[..Math.Min(entry.Length, LongestLabel)].IndexOfAny(':', '：');
        return colon > 0 && Figures.ContainsText(entry[..colon]);
    }

    private const int LongestLabel = 60;

    private static bool IsMetadata(Scope scope) =>
        TextNormalizer.Words(scope.Title!.Title).Exists(word => Headings.Contains(word));

    private void Read(Scope scope)
    {
        foreach (var (section, node) in scope.Content)
        {
            var extent = node switch
            {
                LineNode line => line.Text,
                EntryNode entry => entry.Text,
                _ => default,
            };
            if (extent.Length is > 0 and < 500)
            {
                Line(section.Text, extent);
            }
        }
    }

    private void Line(string text, Extent extent)
    {
        var raw = extent.In(text);
        var colon = raw.IndexOfAny(':', '：');
        if (colon <= 0)
        {
            return;
        }

        var value = Extent.Trimmed(text, extent.Start + colon + 1, extent.End);
        while (value.Length > 0 && text[value.Start] is '*' or '_' or ' ')
        {
            value = new Extent(value.Start + 1, value.Length - 1);
        }

        var plain = PlainText.Of(value.In(text));
        var span = lines.Span(value);
        switch (Figures.TryGetText(raw[..colon], out var figure) ? figure : Figure.None)
        {
            case Figure.Updated:
                metadata = metadata with { LastUpdated = metadata.LastUpdated ?? Date(plain, span) };
                break;
            case Figure.Total:
                metadata = metadata with { TotalItems = metadata.TotalItems ?? Whole(plain, span) };
                break;
            case Figure.Rate:
                Rate(plain, span);
                break;
        }
    }

    private void Rate(string text, SourceSpan span)
    {
        if (
            metadata.ExecutionRate is not null
            || !Numbers.TryLeading(text.AsSpan().TrimStart("~≈"), out var rate, out var end)
        )
        {
            return;
        }

        Written<int>? completed = null;
        Written<int>? total = null;
        var rest = text.AsSpan().TrimStart("~≈")[end..];
        if (
            Numbers.TryNext(rest, 0, out var first, out _, out var firstEnd)
            && Numbers.TryNext(rest, firstEnd, out var second, out _, out _)
        )
        {
            completed = new Written<int>((int)Math.Min(first, int.MaxValue), text, span);
            total = new Written<int>((int)Math.Min(second, int.MaxValue), text, span);
        }

        metadata = metadata with
        {
            ExecutionRate = new Written<double>(rate, text, span),
            Completed = completed,
            RateTotal = total,
        };
    }

    private static Written<DateOnly>? Date(string text, SourceSpan span) =>
        DateText.Leading(text) is { } date ? new Written<DateOnly>(date, text, span) : null;

    private static Written<int>? Whole(string text, SourceSpan span) =>
        Numbers.TryLeading(text, out var value, out _) && value is >= 0 and <= int.MaxValue
            ? new Written<int>((int)value, text, span)
            : null;

    private static readonly WordIndex<bool> Headings = Lexicon.Set("metadata");

    private enum Figure
    {
        None,
        Updated,
        Total,
        Rate,
    }

    private static readonly WordIndex<Figure> Figures = Lexicon.Index(
        (Figure.Updated, "metadata.updated"),
        (Figure.Total, "metadata.total"),
        (Figure.Rate, "metadata.rate")
    );
}
