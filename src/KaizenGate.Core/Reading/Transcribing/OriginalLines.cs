namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>The lines of an original, with their places. CR, LF and CRLF each end a line.</summary>
internal sealed class OriginalLines
{
    private readonly string text;
    private readonly int before;
    private readonly List<(int Start, int Length)> lines = [];

    /// <param name="text">The original, or one of several in a row.</param>
    /// <param name="before">The length of the originals before it, which the offsets of places include.</param>
    public OriginalLines(string text, int before = 0)
    {
        (this.text, this.before) = (text, before);
        for (var start = 0; ; )
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            if (length < 0)
            {
                lines.Add((start, text.Length - start));
                return;
            }

            lines.Add((start, length));
            start += length + (text.AsSpan(start + length).StartsWith("\r\n") ? 2 : 1);
        }
    }

    public int Count => lines.Count;

    /// <summary>Returns a line, from 0, without its line break.</summary>
    public ReadOnlySpan<char> this[int line] => text.AsSpan(lines[line].Start, lines[line].Length);

    /// <summary>Returns the offset of a line; both from 0.</summary>
    public int StartOf(int line) => lines[line].Start;

    /// <summary>Returns the line of an offset; both from 0.</summary>
    public int LineOf(int offset)
    {
        var (low, high) = (0, lines.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = lines[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>Returns the place of an offset, and of the rest of its line.</summary>
    public LinePlace PlaceOf(int offset)
    {
        var line = LineOf(offset);
        return Place(line, offset - lines[line].Start);
    }

    /// <summary>Returns the place of a line, from 0, or of its rest from a column on, from 0.</summary>
    public LinePlace Place(int line, int column = 0)
    {
        var (start, length) = lines[line];
        column = Math.Clamp(column, 0, length);
        return new LinePlace(before + start + column, line + 1, column + 1, length - column, 0);
    }

    /// <summary>Returns the text from one line up to another.</summary>
    public string Between(int first, int end) =>
        first >= end ? "" : text[lines[first].Start..(end < lines.Count ? lines[end].Start : text.Length)];
}
