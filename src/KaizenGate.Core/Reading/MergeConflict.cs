namespace KaizenGate.Core.Reading;

/// <summary>Recognizes the lines that git writes around the two sides of an unresolved merge conflict.</summary>
internal static class MergeConflict
{
    /// <summary>The sign of the first line.</summary>
    public const char First = '<';

    /// <summary>The sign of the last line.</summary>
    public const char Last = '>';

    private const int ShortestMarker = 7;

    /// <summary>Whether a whole line is a marker: the sign at least seven times at the margin, then nothing or a space.</summary>
    public static bool IsMarker(ReadOnlySpan<char> line, char sign)
    {
        var end = line.IndexOfAnyExcept(sign);
        var length = end < 0 ? line.Length : end;
        return length >= ShortestMarker && line[length..] is ([] or [' ', ..]);
    }
}
