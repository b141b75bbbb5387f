namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>What a line of Markdown begins, as far as a transcription must know.</summary>
internal static class LineShape
{
    private const int MostNumberDigits = 9;

    /// <summary>Returns the number of <c>#</c> of a heading and its text; null for another line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="mostIndent">The most spaces before it.</param>
    public static (int Level, string Text)? Heading(ReadOnlySpan<char> line, int mostIndent)
    {
        var rest = line.TrimStart(' ');
        var level = rest.Length - rest.TrimStart('#').Length;
        if (line.Length - rest.Length > mostIndent || level is < 1 or > 6 || !StartsWithSpace(rest[level..]))
        {
            return null;
        }

        var text = rest[level..].Trim(" \t");
        var open = text.TrimEnd('#');
        return (level, (open.Length < text.Length && open.EndsWith(' ') ? open : text).Trim(" \t").ToString());
    }

    /// <summary>Returns the marks of a code fence and what follows them; null for another line.</summary>
    public static (string Marks, string Info)? Fence(ReadOnlySpan<char> line)
    {
        var rest = line.TrimStart(" \t");
        var mark = rest.IsEmpty ? ' ' : rest[0];
        var length = rest.Length - rest.TrimStart(mark).Length;
        var info = rest[length..];
        return mark is '`' or '~' && length >= 3 && !(mark == '`' && info.Contains('`'))
            ? (rest[..length].ToString(), info.Trim(" \t").ToString())
            : null;
    }

    /// <summary>Whether a line ends the code of a fence.</summary>
    public static bool Closes(ReadOnlySpan<char> line, string fence) =>
        Fence(line) is { Info: "" } end && end.Marks[0] == fence[0] && end.Marks.Length >= fence.Length;

    /// <summary>Whether a line makes a heading of the line above it.</summary>
    public static bool IsUnderline(ReadOnlySpan<char> line)
    {
        var rest = line.Trim(" \t");
        return !rest.IsEmpty && (rest.Trim('=').IsEmpty || rest.Trim('-').IsEmpty);
    }

    /// <summary>Whether a line begins a heading, a list item, a quote, a table or code.</summary>
    public static bool IsBlock(ReadOnlySpan<char> line) =>
        Marker(line) > 0
        || line.TrimStart(" \t").StartsWith('|')
        || Heading(line, line.Length) is not null
        || Fence(line) is not null;

    /// <summary>Returns the number of markers of lists and quotes that a line begins with, and the text after them.</summary>
    public static int Markers(ReadOnlySpan<char> line, out ReadOnlySpan<char> text)
    {
        var count = 0;
        for (text = line; Marker(text) is > 0 and var length; count++)
        {
            text = text[length..];
        }

        return count;
    }

    /// <summary>Returns the length of the marker, with spaces before and after it, that a line begins with; 0 for none.</summary>
    private static int Marker(ReadOnlySpan<char> line)
    {
        var rest = line.TrimStart(" \t");
        var digits = rest.Length - rest.TrimStart("0123456789").Length;
        var length =
            rest.IsEmpty ? 0
            : rest[0] == '>' ? 1
            : rest[0] is '-' or '*' or '+' && StartsWithSpace(rest[1..]) ? 1
            : digits is >= 1 and <= MostNumberDigits
            && digits < rest.Length
            && rest[digits] is '.' or ')'
            && StartsWithSpace(rest[(digits + 1)..])
                ? digits + 1
            : 0;
        return length == 0 ? 0 : line.Length - rest[length..].TrimStart(" \t").Length;
    }

    private static bool StartsWithSpace(ReadOnlySpan<char> text) => text.IsEmpty || text[0] is ' ' or '\t';
}
