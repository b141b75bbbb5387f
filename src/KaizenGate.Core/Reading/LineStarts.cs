namespace KaizenGate.Core.Reading;

/// <summary>Recognizes blocks by the start of a line. A content is the line without its indentation, and is not empty.</summary>
internal static class LineStarts
{
    /// <summary>More columns between a list marker and the text make the text code.</summary>
    private const int WidestSpace = 4;

    public static bool StartsBlock(ReadOnlySpan<char> content) =>
        content[0] is '>' or '`' or '~' || IsThematicBreak(content);

    public static bool IsThematicBreak(ReadOnlySpan<char> content)
    {
        var sign = content[0];
        return sign is '-' or '*' or '_' && !content.ContainsAnyExcept(sign, ' ', '\t') && content.Count(sign) >= 3;
    }

    /// <summary>Whether a line is a list item that is empty or begins with a comment, a heading or indented code.</summary>
    public static bool IsItemWithoutText(ReadOnlySpan<char> content, int indent)
    {
        var marker = MarkerLength(content);
        return marker > 0
            && (
                content[marker..].TrimStart(" \t") is [] or ['#', ..] or ['<', '!' or '?', ..]
                || SpaceAfterMarker(content, marker, indent) > WidestSpace
            );
    }

    public static bool IsHeading(ReadOnlySpan<char> content)
    {
        var level = content.Length - content.TrimStart('#').Length;
        return level is >= 1 and <= 6 && (level == content.Length || content[level] is ' ' or '\t');
    }

    /// <summary>Returns the columns of a list marker and the space after it; 0 when there is no marker.</summary>
    public static int MarkerWidth(ReadOnlySpan<char> content, int indent)
    {
        var marker = MarkerLength(content);
        var space = SpaceAfterMarker(content, marker, indent);
        return marker == 0 ? 0
            : content[marker..].IsWhiteSpace() || space > WidestSpace ? marker + 1
            : marker + space;
    }

    public static int SpaceAfterMarker(ReadOnlySpan<char> content, int marker, int indent) =>
        Indent(content[marker..], indent + marker);

    /// <summary>Returns the length of a list marker; 0 when there is none.</summary>
    public static int MarkerLength(ReadOnlySpan<char> content)
    {
        var digits = 0;
        while (digits < content.Length && digits < 9 && char.IsAsciiDigit(content[digits]))
        {
            digits++;
        }

        var marker =
            content[0] is '-' or '*' or '+' ? 1
            : digits > 0 && digits < content.Length && content[digits] is '.' or ')' ? digits + 1
            : 0;
        return marker < content.Length && content[marker] is not (' ' or '\t') ? 0 : marker;
    }

    /// <summary>Returns the columns of white space before the first character; a tab stop is 4 columns.</summary>
    /// <param name="start">The column where the text begins.</param>
    public static int Indent(ReadOnlySpan<char> text, int start = 0)
    {
        var columns = start;
        foreach (var character in text)
        {
            if (character == ' ')
            {
                columns++;
            }
            else if (character == '\t')
            {
                columns += 4 - (columns % 4);
            }
            else
            {
                break;
            }
        }

        return columns - start;
    }
}
