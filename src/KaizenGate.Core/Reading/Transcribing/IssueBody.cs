using System.Text.RegularExpressions;

namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>
/// Writes the body of an issue below the heading of its improvement. A heading in it, as issue forms write one above each answer,
/// becomes a label. Nothing in the body begins or hides another improvement.
/// </summary>
internal static partial class IssueBody
{
    /// <summary>Together at most as deep as the reader reads.</summary>
    private const int MostIndent = 40;
    private const int MostMarkers = 20;

    private static readonly string[] NoAnswer = ["_No response_", "None", "N/A"];

    /// <param name="lines">The lines with their places in the original.</param>
    /// <param name="to">Receives the lines.</param>
    public static void Write(IReadOnlyList<(string Text, LinePlace Place)> lines, TranscriptionBuilder to)
    {
        var fence = "";
        for (var at = 0; at < lines.Count; at++)
        {
            var (line, place) = lines[at];
            if (fence.Length > 0)
            {
                fence = Fence().Match(line) is { Success: true } end && Closes(end, fence) ? "" : fence;
                Copy(line, place, to);
            }
            else if (Heading().Match(line) is { Success: true } heading)
            {
                at = Labelled(heading.Groups["label"].Value, lines, at, to);
            }
            else
            {
                fence = Fence().Match(line) is { Success: true } start ? start.Groups["fence"].Value : "";
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
        if (next == lines.Count || !IsAnswer(lines[next].Text))
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

    /// <summary>Whether a line is text that can follow a label, and not a list, a fence, a quote, a table or another heading.</summary>
    private static bool IsAnswer(string line) => !Block().IsMatch(line);

    private static void Copy(string line, LinePlace place, TranscriptionBuilder to)
    {
        var content = line.AsSpan().TrimStart(" \t");
        var indent = line.Length - content.Length;
        if (
            indent > MostIndent
            || Markers().Match(line).Groups["marker"].Captures.Count > MostMarkers
            || line.Contains("<!--", StringComparison.Ordinal)
            || Underline().IsMatch(line)
        )
        {
            to.Write(Safe(Markers().Replace(line, "").Trim()), place);
        }
        else
        {
            to.Copy("", line, place);
        }
    }

    /// <summary>Returns a line that begins no comment and underlines no heading.</summary>
    private static string Safe(string line) =>
        Underline().IsMatch(line) ? $"\\{line}" : line.Replace("<!--", "&lt;!--", StringComparison.Ordinal);

    private static bool Closes(Match end, string fence) =>
        end.Groups["fence"].Value is var mark
        && mark[0] == fence[0]
        && mark.Length >= fence.Length
        && end.Groups["info"].Value.AsSpan().Trim().IsEmpty;

    [GeneratedRegex(@"^ {0,3}#{1,6}[ \t]+(?<label>.*?)[ \t]*#*[ \t]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[ \t]*(?<fence>`{3,}|~{3,})(?<info>[^`]*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^[ \t]*(#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|>|\||`{3}|~{3})", RegexOptions.NonBacktracking)]
    private static partial Regex Block();

    [GeneratedRegex(@"^[ \t]*(?<marker>(>|[-*+]|\d{1,9}[.)])[ \t]*)+")]
    private static partial Regex Markers();

    [GeneratedRegex(@"^ {0,3}(=+|-+)[ \t]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Underline();
}
