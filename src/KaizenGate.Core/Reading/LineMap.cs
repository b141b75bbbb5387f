using KaizenGate.Core.Reading.Transcribing;

namespace KaizenGate.Core.Reading;

/// <summary>Converts extents into places of a file.</summary>
internal interface IPlaces
{
    SourceSpan Span(Extent extent);
}

/// <summary>Converts offsets of a text into lines and columns. CR, LF and CRLF each end a line.</summary>
internal sealed class LineMap : IPlaces
{
    private readonly List<int> starts;
    private const int Near = 8;
    private readonly string text;

    /// <summary>The line of the last request of any thread: places are mostly requested in the order of the text.</summary>
    private int hint;

    private readonly ImmutableArray<LinePlace> places;

    public LineMap(string text)
        : this(text, default) { }

    /// <param name="text">The text of a transcription.</param>
    /// <param name="places">The places of its lines in the original, which spans refer to; default for a text that is one.</param>
    public LineMap(string text, ImmutableArray<LinePlace> places)
    {
        (this.text, this.places) = (text, places);
        starts = new(text.AsSpan().Count('\n') + 1) { 0 };
        var offset = 0;
        while (true)
        {
            var next = text.AsSpan(offset).IndexOfAny('\r', '\n');
            if (next < 0)
            {
                break;
            }

            offset += next + 1;
            if (text[offset - 1] == '\r' && offset < text.Length && text[offset] == '\n')
            {
                offset++;
            }

            starts.Add(offset);
        }
    }

    /// <summary>Number of lines; an empty line follows a final line break.</summary>
    public int Count => starts.Count;

    /// <summary>Returns the offset of the first character of a line; both from 0.</summary>
    public int StartOf(int line) => starts[line];

    /// <summary>Returns a line, from 0, without its line break.</summary>
    public ReadOnlySpan<char> Line(int line)
    {
        var end = line + 1 < starts.Count ? starts[line + 1] : text.Length;
        return text.AsSpan(starts[line], end - starts[line]).TrimEnd('\n').TrimEnd('\r');
    }

    public ReadOnlySpan<char> Slice(Extent extent) => extent.In(text);

    public SourceSpan Span(Extent extent) => Span(extent.Start, extent.Length);

    public SourceSpan Span(int offset, int length)
    {
        var line = LineOf(offset);
        var end = offset + length;
        var endLine = line + 1 < starts.Count && end >= starts[line + 1] ? LineOf(end) : line;
        return places.IsDefault ? OwnSpan(offset, length, line, endLine) : OriginalSpan(offset, end, line, endLine);
    }

    private SourceSpan OriginalSpan(int offset, int end, int line, int endLine)
    {
        var (first, column) = places[line].Of(offset - starts[line], isEnd: false);
        var (last, endColumn) = places[endLine].Of(end - starts[endLine], isEnd: true);
        // Parts of an original can be transcribed in another order.
        var (shownLine, shownEnd) = (places[line].Line, places[endLine].Line);
        return last < first
            ? new SourceSpan(first, 0, shownLine, column, shownLine, column)
            : new SourceSpan(first, last - first, shownLine, column, shownEnd, endColumn);
    }

    private SourceSpan OwnSpan(int offset, int length, int line, int endLine)
    {
        var end = offset + length;
        return new SourceSpan(
            offset,
            length,
            line + 1,
            offset - starts[line] + 1,
            endLine + 1,
            end - starts[endLine] + 1
        );
    }

    private int LineOf(int offset)
    {
        var first = hint;
        for (var line = first; line < Math.Min(first + Near, starts.Count); line++)
        {
            if (starts[line] <= offset && (line + 1 == starts.Count || offset < starts[line + 1]))
            {
                return hint = line;
            }
        }

        var found = starts.BinarySearch(offset);
        return hint = found >= 0 ? found : ~found - 1;
    }
}
