using System.Globalization;

namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>
/// Reads a board of Obsidian Kanban: Markdown with lanes as headings and cards as tasks. A lane with the line <c>**Complete**</c>, in
/// any language, is done. Cards below a thematic break are archived, and below <c>%% kanban:settings</c> there is nothing to read.
/// </summary>
internal static class KanbanBoard
{
    private const string Key = "kanban-plugin:";
    private const string Settings = "%% kanban:settings";
    private const string Archived = "Cards";
    private const int DateLength = 10;

    /// <summary>Whether a text is a board, according to its front matter.</summary>
    public static bool Is(string text)
    {
        if (!text.StartsWith("---", StringComparison.Ordinal))
        {
            return false;
        }

        var end = text.IndexOf("\n---", 3, StringComparison.Ordinal);
        var key = text.IndexOf($"\n{Key}", StringComparison.Ordinal);
        return key > 0 && (end < 0 || key < end);
    }

    public static void Write(ItemWriter to, string text)
    {
        var lines = to.Original;
        var isArchive = false;
        var isDone = false;
        for (var line = FirstLine(lines); line < lines.Count; line++)
        {
            var content = lines[line];
            if (content.TrimStart().StartsWith(Settings))
            {
                return;
            }

            if (LineShape.Heading(content, mostIndent: 0) is { } heading)
            {
                isDone = IsComplete(lines, line + 1);
                to.Section(isArchive ? Archived : Lane(heading.Text), lines.Place(line));
            }
            else if (content.Trim() is "***")
            {
                isArchive = true;
            }
            else if (Card(content) is { } box)
            {
                var end = line + 1;
                while (end < lines.Count && IsContinued(lines[end]))
                {
                    end++;
                }

                // A card that was archived without its box checked was given up.
                Write(
                    to,
                    line,
                    end,
                    box,
                    isDone || (isArchive && box != " ") ? "Done"
                        : isArchive ? "Rejected"
                        : null
                );
                line = end - 1;
            }
        }
    }

    private static void Write(ItemWriter to, int line, int end, string box, string? status)
    {
        var lines = to.Original;
        var content = lines[line];
        var start = content.IndexOf(']') + 1;
        start += content[start..].Length - content[start..].TrimStart().Length;
        var words = content[start..].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var block = BlockId(lines[end - 1]) ?? BlockId(content);
        var title = string.Join(' ', words.Where(word => !IsTag(word) && !IsDate(word) && word != $"^{block}"));
        var place = lines.Place(line, start);
        if (title.Length == 0)
        {
            to.Problem(lines.Place(line), "this card has no title and is not read");
            return;
        }

        to.Begin(title, place, identity: block, box: status is null ? box : null);
        to.Field("Status", status, place);
        to.Field("Due Date", words.Find(IsDate) is { } date ? Day(date) : null, place);
        to.Field("Labels", string.Join(", ", words.Where(IsTag).Select(word => word[1..])), place);
        to.Body(
            [
                .. Enumerable
                    .Range(line + 1, end - line - 1)
                    .Select(at => (Text: Unindented(lines[at], block), Place: lines.Place(at))),
            ],
            place
        );
        to.End(place);
    }

    /// <summary>Returns the id at the end of a line, <c>^a1b2c3</c>; null when there is none.</summary>
    private static string? BlockId(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        var word = line[(line.LastIndexOfAny(' ', '\t') + 1)..];
        return word.Length > 1 && word[0] == '^' && !word[1..].ContainsAnyExcept(IdCharacters)
            ? word[1..].ToString()
            : null;
    }

    private static string Unindented(ReadOnlySpan<char> line, string? block)
    {
        var text = line.Trim().ToString();
        return block is not null && text.EndsWith($"^{block}", StringComparison.Ordinal)
            ? text[..^(block.Length + 1)].TrimEnd()
            : text;
    }

    private static int FirstLine(OriginalLines lines)
    {
        var line = 1;
        while (line < lines.Count && lines[line].TrimEnd() is not "---")
        {
            line++;
        }

        return line + 1;
    }

    /// <summary>Whether the first line of a lane is one bold word.</summary>
    private static bool IsComplete(OriginalLines lines, int line)
    {
        while (line < lines.Count && lines[line].Trim().IsEmpty)
        {
            line++;
        }

        var text = line < lines.Count ? lines[line].Trim() : default;
        return text.Length > 4
            && text.StartsWith("**")
            && text.EndsWith("**")
            && !text[2..^2].ContainsAny(' ', '*', ':');
    }

    /// <summary>Returns the name of a lane without the limit of its cards, <c>(5)</c>.</summary>
    private static string Lane(string heading)
    {
        var open = heading.EndsWith(')') ? heading.LastIndexOf('(') : -1;
        return open > 0 && heading[(open + 1)..^1].All(char.IsAsciiDigit) ? heading[..open].TrimEnd() : heading;
    }

    /// <summary>Returns what is in the box of a card; null for another line.</summary>
    private static string? Card(ReadOnlySpan<char> line) =>
        line is ['-' or '*' or '+', ' ', '[', var box, ']', ..] ? $"{box}" : null;

    private static bool IsContinued(ReadOnlySpan<char> line) =>
        !line.IsEmpty && line[0] is ' ' or '\t' && !line.Trim().IsEmpty;

    private static bool IsTag(string word) => word.Length > 1 && word[0] == '#' && word[1] is not ('#' or ' ');

    /// <summary>Whether a word is a date or a time: <c>@{2026-01-31}</c>, <c>@[[2026-01-31]]</c>, <c>@@{12:00}</c>.</summary>
    private static bool IsDate(string word) =>
        word.StartsWith("@{", StringComparison.Ordinal)
        || word.StartsWith("@[[", StringComparison.Ordinal)
        || word.StartsWith("@@{", StringComparison.Ordinal);

    private static string? Day(string word)
    {
        var text = word.AsSpan().TrimStart("@{[").TrimEnd("}]");
        return
            text.Length >= DateLength
            && DateOnly.TryParseExact(text[..DateLength], "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out _)
            ? text[..DateLength].ToString()
            : null;
    }

    private static readonly System.Buffers.SearchValues<char> IdCharacters = System.Buffers.SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"
    );
}
