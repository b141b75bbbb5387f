namespace KaizenGate.Core.Backlogs;

/// <summary>A place in a text. Offsets and columns count UTF-16 code units; the byte order mark is not part of the text.</summary>
/// <param name="Offset">Start, from 0.</param>
/// <param name="Length">Length; may be 0.</param>
/// <param name="Line">Line of the start, from 1.</param>
/// <param name="Column">Column of the start, from 1.</param>
/// <param name="EndLine">Line of the end, from 1.</param>
/// <param name="EndColumn">Column after the last character, from 1.</param>
internal readonly record struct SourceSpan(int Offset, int Length, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The start of a file: the place of a finding about the whole file.</summary>
    public static SourceSpan FileStart { get; } = new(0, 0, 1, 1, 1, 1);

    /// <summary>Creates a span on one line.</summary>
    public static SourceSpan OnLine(int offset, int length, int line, int column) =>
        new(offset, length, line, column, line, column + length);
}
