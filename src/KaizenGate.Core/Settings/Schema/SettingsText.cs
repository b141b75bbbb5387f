using System.Text;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>The bytes of a settings file, with line and column of an offset.</summary>
/// <param name="path">The path as displayed.</param>
/// <param name="bytes">UTF-8 without a byte order mark.</param>
internal sealed class SettingsText(string path, ReadOnlyMemory<byte> bytes)
{
    private int offset;
    private int units;
    private int line = 1;
    private int column = 1;

    public string Path { get; } = path;

    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>Returns line and column of an offset, both from 1, the column in UTF-16 code units. Continues from the last
    /// offset, so that ascending offsets need one pass through the text.</summary>
    public (int Line, int Column) LocationOf(int wanted)
    {
        if (wanted < offset)
        {
            (offset, units, line, column) = (0, 0, 1, 1);
        }

        var text = Bytes.Span;
        while (offset < wanted)
        {
            var length = LengthOfRune(text[offset..], out var width);
            var isBreak = text[offset] is (byte)'\n' || (text[offset] is (byte)'\r' && !IsAt(offset + 1, (byte)'\n'));
            (line, column) = isBreak ? (line + 1, 1) : (line, column + width);
            offset += length;
            units += width;
        }

        return (line, column);
    }

    /// <summary>Returns the span of one character at an offset.</summary>
    public SourceSpan SpanOf(int wanted)
    {
        var (atLine, atColumn) = LocationOf(wanted);
        return SourceSpan.OnLine(units, 1, atLine, atColumn);
    }

    private static int LengthOfRune(ReadOnlySpan<byte> text, out int width)
    {
        Rune.DecodeFromUtf8(text, out var rune, out var length);
        width = rune.Utf16SequenceLength;
        return length;
    }

    private bool IsAt(int at, byte value) => at < Bytes.Length && Bytes.Span[at] == value;
}
