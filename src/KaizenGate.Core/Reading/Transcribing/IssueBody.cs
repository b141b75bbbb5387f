namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>
/// Writes the body of an issue below the heading of its improvement. A heading in it, as issue forms write one above each answer,
/// becomes a label. Nothing in the body begins or hides another improvement.
/// </summary>
internal static class IssueBody
{
    /// <summary>Together at most as deep as the reader reads.</summary>
    private const int MostIndent = 40;
    private const int MostMarkers = 20;

    private static readonly string[] NoAnswer = ["_No response_", "None", "N/A"];

    /// <param name="lines">The lines with their places in the original.</param>
    /// <param name="labelOf">Returns the label that a heading stands for.</param>
    /// <param name="to">Receives the lines.</param>
    public static void Write(
        IReadOnlyList<(string Text, LinePlace Place)> lines,
        Func<string, string> labelOf,
        TranscriptionBuilder to
    )
    {
        var fence = "";
        for (var at = 0; at < lines.Count; at++)
        {
            var (line, place) = lines[at];
            if (fence.Length > 0)
            {
                fence = LineShape.Closes(line, fence) ? "" : fence;
                Copy(line, place, to);
            }
            else if (LineShape.Heading(line, mostIndent: 3) is { } heading)
            {
                at = Labelled(labelOf(heading.Text), lines, at, to);
            }
            else
            {
                fence = LineShape.Fence(line)?.Marks ?? "";
                Copy(line, place, to);
            }
        }

        if (fence.Length > 0)
        {
            to.Write(fence, lines[^1].Place);
        }
    }

    /// <summary>Writes a heading as a label, with the answer on the next line; returns the index of the last line used.</summary>
    private static int Labelled(
        string label,
        IReadOnlyList<(string Text, LinePlace Place)> lines,
        int at,
        TranscriptionBuilder to
    )
    {
        to.Blank(lines[at].Place);
        var next = at + 1;
        while (next < lines.Count && string.IsNullOrWhiteSpace(lines[next].Text))
        {
            next++;
        }

        var name = Safe(label.Replace("*", "", StringComparison.Ordinal).TrimEnd(':', ' '));
        if (next == lines.Count || LineShape.IsBlock(lines[next].Text))
        {
            to.Write($"**{name}:**", lines[at].Place);
            return at;
        }

        var answer = lines[next].Text.Trim();
        if (Array.Exists(NoAnswer, none => none.Equals(answer, StringComparison.OrdinalIgnoreCase)))
        {
            return next;
        }

        to.Write($"**{name}:** {Safe(answer)}", lines[next].Place);
        return next;
    }

    private static void Copy(string line, LinePlace place, TranscriptionBuilder to)
    {
        var indent = line.Length - line.AsSpan().TrimStart(" \t").Length;
        var markers = LineShape.Markers(line, out var text);
        if (
            indent > MostIndent
            || markers > MostMarkers
            || line.Contains("<!--", StringComparison.Ordinal)
            || LineShape.IsUnderline(line)
        )
        {
            to.Write(Safe(text.Trim().ToString()), place);
        }
        else
        {
            to.Copy("", line, place);
        }
    }

    /// <summary>Returns a line that begins no comment and underlines no heading.</summary>
    private static string Safe(string line) =>
        LineShape.IsUnderline(line) ? $"\\{line}" : line.Replace("<!--", "&lt;!--", StringComparison.Ordinal);
}
