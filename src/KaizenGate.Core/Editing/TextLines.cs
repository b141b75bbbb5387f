namespace KaizenGate.Core.Editing;

/// <summary>Finds lines by offset. CR, LF and CRLF each end a line.</summary>
internal static class TextLines
{
    /// <summary>The start of the line at an offset.</summary>
    public static int StartOf(string text, int offset) => text.AsSpan(0, offset).LastIndexOfAny('\r', '\n') + 1;

    /// <summary>The end of the line at an offset, before its line break.</summary>
    public static int EndOf(string text, int offset)
    {
        var rest = text.AsSpan(offset).IndexOfAny('\r', '\n');
        return rest < 0 ? text.Length : offset + rest;
    }

    /// <summary>The start of the line after the one at an offset, else the end of the text.</summary>
    public static int NextStart(string text, int offset)
    {
        var end = EndOf(text, offset);
        return end + LineBreakAt(text, end).Length;
    }

    /// <summary>Whether the line that starts here has only white space.</summary>
    public static bool IsBlank(string text, int start) => text.AsSpan(start, EndOf(text, start) - start).IsWhiteSpace();

    /// <summary>The line break of the line at an offset, else of the line above, else LF.</summary>
    public static string LineBreakNear(string text, int offset)
    {
        var own = LineBreakAt(text, EndOf(text, offset));
        if (own.Length > 0)
        {
            return own;
        }

        var start = StartOf(text, offset);
        return start == 0 ? "\n" : text[EndOfPrevious(text, start)..start];
    }

    public static int CountBreaks(ReadOnlySpan<char> text)
    {
        var feeds = text.Count('\n');
        return feeds > 0 ? feeds : text.Count('\r');
    }

    /// <summary>The end of the line above one that starts at an offset; 0 for the first line.</summary>
    public static int EndOfPrevious(string text, int start) =>
        start == 0 ? 0
        : text.AsSpan(0, start).EndsWith("\r\n") ? start - 2
        : start - 1;

    /// <summary>The column of an offset in its line, from 0; a tab goes to the next multiple of 4.</summary>
    public static int ColumnOf(string text, int offset)
    {
        const int tabWidth = 4;
        var column = 0;
        foreach (var character in text.AsSpan(StartOf(text, offset)..offset))
        {
            column += character == '\t' ? tabWidth - (column % tabWidth) : 1;
        }

        return column;
    }

    /// <summary>The first offset from here that is neither a space nor a tab.</summary>
    public static int SkipSpaces(string text, int start) => text.Length - text.AsSpan(start).TrimStart(" \t").Length;

    private static string LineBreakAt(string text, int end) =>
        end >= text.Length ? ""
        : text[end] == '\n' ? "\n"
        : text.AsSpan(end).StartsWith("\r\n") ? "\r\n"
        : "\r";
}
