namespace KaizenGate.Core.Editing;

/// <summary>The lines of a text by their offsets. CR, LF and CRLF each end one.</summary>
internal static class TextLines
{
    private const string LineFeed = "\n";

    /// <summary>Start of the line that an offset stands in.</summary>
    public static int StartOf(string text, int offset) => text.AsSpan(0, offset).LastIndexOfAny('\r', '\n') + 1;

    /// <summary>End of the line that an offset stands in, before its line break.</summary>
    public static int EndOf(string text, int offset)
    {
        var rest = text.AsSpan(offset).IndexOfAny('\r', '\n');
        return rest < 0 ? text.Length : offset + rest;
    }

    /// <summary>Start of the line behind the one that an offset stands in; the text's end when there is none.</summary>
    public static int NextStart(string text, int offset)
    {
        var end = EndOf(text, offset);
        return end + LineBreakAt(text, end).Length;
    }

    /// <summary>Whether the line that starts here holds nothing but white space.</summary>
    public static bool IsBlank(string text, int start) => text.AsSpan(start, EndOf(text, start) - start).IsWhiteSpace();

    /// <summary>The line break that is used around an offset: that of its line, of the line above, or else the first of the text.</summary>
    public static string LineBreakNear(string text, int offset)
    {
        var own = LineBreakAt(text, EndOf(text, offset));
        if (own.Length > 0)
        {
            return own;
        }

        var start = StartOf(text, offset);
        return start == 0 ? LineFeed
            : text[start - 1] == '\r' ? "\r"
            : start > 1 && text[start - 2] == '\r' ? "\r\n"
            : LineFeed;
    }

    /// <summary>Number of line breaks in a stretch.</summary>
    public static int CountBreaks(ReadOnlySpan<char> text)
    {
        var feeds = text.Count('\n');
        return feeds > 0 ? feeds : text.Count('\r');
    }

    private static ReadOnlySpan<char> Break(string text, int end) =>
        end >= text.Length ? ""
        : text.AsSpan(end).StartsWith("\r\n") ? "\r\n"
        : text.AsSpan(end, 1);

    private static string LineBreakAt(string text, int end) =>
        Break(text, end) switch
        {
            "" => "",
            "\r\n" => "\r\n",
            "\r" => "\r",
            _ => LineFeed,
        };
}
