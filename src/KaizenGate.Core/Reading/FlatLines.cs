namespace KaizenGate.Reading;

/// <summary>What a line of a flat section is.</summary>
internal enum FlatKind
{
    /// <summary>Nothing that a backlog is made of: a blank line, a rule, a line of a code block.</summary>
    Nothing,
    Heading,

    /// <summary>A list item, all of it.</summary>
    Entry,

    /// <summary>A line of a paragraph.</summary>
    Text,

    /// <summary>What has to be read with the blocks around it.</summary>
    Other,
}

/// <summary>
/// Walks the lines of a section that is flat: headings, paragraphs, code fences and list items of one line, all at the
/// margin. So are most sections of a backlog, and line by line they are read several times faster than through Markdig,
/// which would see the same. Whatever could mean something else ends the walk as <see cref="FlatKind.Other"/>.
/// </summary>
internal ref struct FlatLines(string text)
{
    private const int MostMarkerSpaces = 4;
    private const int MostDigits = 9;

    private readonly string text = text;
    private int next;
    private bool afterText;

    /// <summary>The marker of the entry on the line before; NUL when there is none.</summary>
    private char markerBefore;
    private char fence;
    private int fenceLength;

    public FlatKind Kind { get; private set; }

    /// <summary>The line without its line break.</summary>
    public Extent Line { get; private set; }

    /// <summary>What stands behind the marks of a heading or an entry, or the whole text of a line, without white space at its ends.</summary>
    public Extent Content { get; private set; }

    /// <summary>The level of a heading.</summary>
    public int Level { get; private set; }

    /// <summary>Whether an entry is numbered.</summary>
    public bool IsOrdered { get; private set; }

    /// <summary>How many lines of a section mean something; null when it is not flat.</summary>
    public static int? Count(string text)
    {
        var count = 0;
        var lines = new FlatLines(text);
        while (lines.MoveNext())
        {
            if (lines.Kind == FlatKind.Other)
            {
                return null;
            }

            count += lines.Kind == FlatKind.Nothing ? 0 : 1;
        }

        return count;
    }

    /// <summary>Goes to the next line; false when there is none.</summary>
    public bool MoveNext()
    {
        if (next >= text.Length)
        {
            return false;
        }

        var start = next;
        var length = text.AsSpan(start).IndexOfAny('\r', '\n');
        var end = length < 0 ? text.Length : start + length;
        next = end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
        Line = new Extent(start, end - start);
        var marker = '\0';
        Kind = fence != '\0' ? InFence() : KindOf(Line.In(text), out marker);
        (markerBefore, afterText) = (marker, Kind == FlatKind.Text);
        return true;
    }

    private FlatKind KindOf(ReadOnlySpan<char> line, out char marker)
    {
        marker = '\0';
        if (line.TrimStart(" \t").IsEmpty)
        {
            return FlatKind.Nothing;
        }

        switch (line[0])
        {
            case '#':
                return Heading(line);
            case '`' or '~':
                return Fence(line);
            case '-' or '*' or '_' when IsRule(line):
                return afterText || markerBefore != '\0' ? FlatKind.Other : FlatKind.Nothing;
        }

        var width = MarkerWidth(line, out marker);
        if (width == 0)
        {
            // Directly below an entry it would go on with that.
            return markerBefore == '\0' && BeginsText(line) ? Take(FlatKind.Text, 0) : FlatKind.Other;
        }

        IsOrdered = marker is '.' or ')';
        var isApart = markerBefore == marker || (markerBefore == '\0' && !(afterText && IsOrdered));
        return isApart && BeginsText(line[width..]) && !IsNumbered(line[width..])
            ? Take(FlatKind.Entry, width)
            : FlatKind.Other;
    }

    private FlatKind Take(FlatKind kind, int from)
    {
        Content = Extent.Trimmed(text, Line.Start + from, Line.End);
        return kind;
    }

    private FlatKind Heading(ReadOnlySpan<char> line)
    {
        Level = line.Length - line.TrimStart('#').Length;
        var isPlain =
            Level <= HeadingNode.LowestLevel
            && line.Length > Level
            && line[Level] == ' '
            && line[Level..].TrimStart(' ') is [var first, ..]
            && !char.IsWhiteSpace(first)
            && line.TrimEnd() is [.., not '#'];
        return isPlain ? Take(FlatKind.Heading, Level) : FlatKind.Other;
    }

    private FlatKind Fence(ReadOnlySpan<char> line)
    {
        var run = line.Length - line.TrimStart(line[0]).Length;
        if (run < 3 || line[run..].ContainsAny('`', '~'))
        {
            return FlatKind.Other;
        }

        (fence, fenceLength) = (line[0], run);
        return FlatKind.Nothing;
    }

    private FlatKind InFence()
    {
        var line = Line.In(text);
        var content = line.TrimStart(" \t");
        if (content.IsEmpty || content[0] != fence)
        {
            return FlatKind.Nothing;
        }

        var run = line.Length - line.TrimStart(fence).Length;
        if (run < fenceLength || line.Length > run)
        {
            return FlatKind.Other; // Indented, shorter or with more behind it: it takes some care to know whether this is the end.
        }

        fence = '\0';
        return FlatKind.Nothing;
    }

    /// <summary>Whether a line is three or more of one sign, with or without spaces.</summary>
    private static bool IsRule(ReadOnlySpan<char> line) =>
        line.Count(line[0]) >= 3 && !line.ContainsAnyExcept(line[0], ' ', '\t');

    /// <summary>The width of a list marker with the spaces behind it, and the sign that it ends with; 0 when the line begins with none.</summary>
    private static int MarkerWidth(ReadOnlySpan<char> line, out char marker)
    {
        var digits = Digits(line);
        marker = digits < line.Length ? line[digits] : '\0';
        var isMarker = digits == 0 ? marker is '-' or '*' or '+' : digits <= MostDigits && marker is '.' or ')';
        var spaces = isMarker ? line.Length - digits - 1 - line[(digits + 1)..].TrimStart(' ').Length : 0;
        if (spaces is 0 or > MostMarkerSpaces || digits + 1 + spaces == line.Length)
        {
            marker = '\0';
            return 0;
        }

        return digits + 1 + spaces;
    }

    private static bool IsNumbered(ReadOnlySpan<char> content) =>
        Digits(content) is > 0 and var digits && digits < content.Length && content[digits] is '.' or ')';

    private static int Digits(ReadOnlySpan<char> line)
    {
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        return digits;
    }

    /// <summary>Whether what begins like this can be nothing but text.</summary>
    private static bool BeginsText(ReadOnlySpan<char> content) =>
        content[0] switch
        {
            '*' or '_' => BeginsEmphasis(content),
            '-' or '+' or '=' or '#' or '>' or '<' or '`' or '~' or '\\' => false,
            var first => !char.IsWhiteSpace(first) && !char.IsControl(first) && !IsNumbered(content),
        };

    /// <summary>One or two signs right before a word: neither a rule nor a list marker.</summary>
    private static bool BeginsEmphasis(ReadOnlySpan<char> content)
    {
        var marks = content.Length > 1 && content[1] == content[0] ? 2 : 1;
        return content.Length > marks && char.IsLetterOrDigit(content[marks]);
    }
}
