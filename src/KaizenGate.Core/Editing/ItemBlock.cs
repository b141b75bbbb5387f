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
            EntrySite entry => (entry.Start, EndOf(document.Text, entry.Start, entry.Entry.Whole.End)),
            RowSite row => (row.Start, row.End),
            LeadSite lead => (
                lead.Start,
                EndOf(document.Text, lead.Start, lead.Next ?? document.Outline.EndOfContent(lead.Scope))
            ),
            _ => throw new ArgumentException("unknown site", nameof(item)),
        };
        start = StartOf(document, item, start);
        return (start, end - start);
    }

    /// <summary>Returns the edit that removes the block with the smaller of the gaps around it.</summary>
    public static TextEdit Removal(EditableBacklog document, Improvement item) =>
        Removals(document.Text, [Of(document, item)], [])[0];

    /// <summary>Returns the edits that remove blocks, each with the smaller of the gaps around it. Blocks next to each other are removed as one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="blocks">Ranges of whole lines, in any order.</param>
    /// <param name="insertions">Where the same edit inserts text; these places are kept.</param>
    public static ImmutableArray<TextEdit> Removals(
        string text,
        IEnumerable<(int Offset, int Length)> blocks,
        IEnumerable<int> insertions
    )
    {
        var kept = insertions.Order().ToList();
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        (int Start, int End)? run = null;
        foreach (var (start, length) in blocks.OrderBy(block => block.Offset))
        {
            if (run is { } open && start <= open.End)
            {
                run = (open.Start, Math.Max(open.End, start + length));
                continue;
            }

            if (
                run is { } last
                && text.AsSpan(last.End, start - last.End).IsWhiteSpace()
                && !HasBetween(kept, last.End - 1, start + 1)
            )
            {
                run = (last.Start, start + length);
                continue;
            }

            if (run is { } done)
            {
                edits.Add(Removal(text, done.Start, done.End, kept));
            }

            run = (start, start + length);
        }

        if (run is { } rest)
        {
            edits.Add(Removal(text, rest.Start, rest.End, kept));
        }

        return edits.ToImmutable();
    }

    private static TextEdit Removal(string text, int start, int end, List<int> kept)
    {
        var before = EndOfTextBefore(text, start);
        var next = end;
        while (next < text.Length && (next == end || TextLines.IsBlank(text, next)))
        {
            next = TextLines.NextStart(text, next);
        }

        var gapBefore = before is null ? 0 : TextLines.CountBreaks(text.AsSpan(before.Value, start - before.Value));
        var gapAfter = TextLines.CountBreaks(text.AsSpan(end, next - end));
        var withGapBefore = new TextEdit(before ?? 0, end - (before ?? 0), "");
        var withGapAfter = new TextEdit(start, next - start, "");
        var isAfter = before is null || (next < text.Length && gapBefore > gapAfter);
        var (better, other) = isAfter ? (withGapAfter, withGapBefore) : (withGapBefore, withGapAfter);
        return !Breaks(better) ? better
            : !Breaks(other) ? other
            : new TextEdit(start, end - start, "");

        bool Breaks(TextEdit edit) => HasBetween(kept, edit.Offset, edit.End);
    }

    /// <summary>Whether a sorted list has a number between two others, without these.</summary>
    private static bool HasBetween(List<int> sorted, int low, int high)
    {
        var index = sorted.BinarySearch(low + 1);
        index = index < 0 ? ~index : index;
        return index < sorted.Count && sorted[index] < high;
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
        foreach (var span in document.SuppressionsOf(item))
        {
            var isAbove =
                span.Offset + span.Length <= start
                && document.Text.AsSpan(span.Offset + span.Length, start - span.Offset - span.Length).IsWhiteSpace()
                && TextLines.StartOf(document.Text, span.Offset) == span.Offset;
            start = isAbove ? span.Offset : start;
        }

        return start;
    }
}
