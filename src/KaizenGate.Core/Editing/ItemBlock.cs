namespace KaizenGate.Core.Editing;

/// <summary>Finds the lines of an improvement.</summary>
internal static class ItemBlock
{
    private const string NextItemComment = "<!-- kaizen-disable-next-item";

    /// <summary>
    /// Returns the range from the start of its first line to the end of its last one, before the line break: with everything nested in it or
    /// below its heading, and with a comment above that suppresses a rule for it, but without blank lines, thematic breaks and comments after it.
    /// </summary>
    public static (int Offset, int Length) Of(EditableBacklog document, Improvement item)
    {
        var (start, end) = ItemSite.Of(document, item) switch
        {
            HeadingSite heading => (
                document.Outline.StartOf(heading.Scope),
                EndOf(
                    document.Text,
                    document.Outline.EndOfHeading(heading.Scope),
                    document.Outline.EndOf(heading.Scope)
                )
            ),
            EntrySite entry => (
                entry.Start,
                EndOf(document.Text, entry.Start, entry.Section.Place(entry.Entry.Whole).End)
            ),
            RowSite row => (row.Start, row.End),
            _ => throw new ArgumentException("unknown site", nameof(item)),
        };
        start = StartOf(document, item, start);
        return (start, end - start);
    }

    /// <summary>Returns the edit that removes the block with the smaller of the gaps around it.</summary>
    public static TextEdit Removal(EditableBacklog document, Improvement item)
    {
        var (start, length) = Of(document, item);
        var end = start + length;
        var text = document.Text;
        var before = EndOfTextBefore(text, start);
        var next = end;
        while (next < text.Length && (next == end || TextLines.IsBlank(text, next)))
        {
            next = TextLines.NextStart(text, next);
        }

        var gapBefore = before is null ? 0 : TextLines.CountBreaks(text.AsSpan(before.Value, start - before.Value));
        var gapAfter = TextLines.CountBreaks(text.AsSpan(end, next - end));
        return before is null || (next < text.Length && gapBefore > gapAfter)
            ? new TextEdit(start, next - start, "")
            : new TextEdit(before.Value, end - before.Value, "");
    }

    /// <summary>Returns the edit that removes the block with the gap before it.</summary>
    internal static TextEdit RemovalWithGapBefore(EditableBacklog document, Improvement item)
    {
        var (start, length) = Of(document, item);
        var before = EndOfTextBefore(document.Text, start) ?? 0;
        return new TextEdit(before, start + length - before, "");
    }

    /// <summary>Returns the end of the last line above that is not blank; null when there is none.</summary>
    private static int? EndOfTextBefore(string text, int start)
    {
        while (start > 0)
        {
            var end = TextLines.EndOfPrevious(text, start);
            start = TextLines.StartOf(text, end);
            if (!TextLines.IsBlank(text, start))
            {
                return end;
            }
        }

        return null;
    }

    /// <summary>Returns the end of a range of whole lines without the blank lines, thematic breaks and comments at its end.</summary>
    internal static int EndOf(string text, int least, int end)
    {
        while (end > least)
        {
            var last = TextLines.StartOf(text, end) != end ? end : TextLines.EndOfPrevious(text, end);
            var start = TextLines.StartOf(text, last);
            if (start <= least || !IsSeparator(text, start, last))
            {
                return Math.Max(least, last);
            }

            end = start;
        }

        return least;
    }

    private static bool IsSeparator(string text, int start, int end)
    {
        var line = text.AsSpan(start, end - start).Trim();
        if (line.IsEmpty || line.StartsWith(NextItemComment))
        {
            return true;
        }

        var isAlone =
            start == 0 || TextLines.IsBlank(text, TextLines.StartOf(text, TextLines.EndOfPrevious(text, start)));
        var isRule = line.Length >= 3 && line[0] is '-' or '*' or '_' && !line.ContainsAnyExcept(line[0], ' ');
        return isAlone && (isRule || (line.StartsWith("<!--") && line.EndsWith("-->")));
    }

    /// <summary>Returns the start of the comments directly above that suppress a rule for the improvement.</summary>
    private static int StartOf(EditableBacklog document, Improvement item, int start)
    {
        foreach (var suppression in document.Backlog.Suppressions.Reverse())
        {
            var span = suppression.Span;
            var isOwn =
                suppression.Scope == SuppressionScope.NextItem
                && suppression.Item == item.Order
                && span.Offset + span.Length <= start
                && document.Text.AsSpan(span.Offset + span.Length, start - span.Offset - span.Length).IsWhiteSpace()
                && TextLines.StartOf(document.Text, span.Offset) == span.Offset;
            start = isOwn ? span.Offset : start;
        }

        return start;
    }
}
