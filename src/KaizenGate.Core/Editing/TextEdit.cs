namespace KaizenGate.Core.Editing;

/// <summary>A stretch of a text that gives way to another.</summary>
/// <param name="Offset">Where it begins, in UTF-16 code units; the byte order mark is not part of the text.</param>
/// <param name="Length">How much gives way; 0 for an insertion.</param>
/// <param name="Text">What stands there instead; may be empty.</param>
internal sealed record TextEdit(int Offset, int Length, string Text)
{
    /// <summary>Just behind what gives way.</summary>
    public int End => Offset + Length;

    /// <summary>An insertion.</summary>
    public static TextEdit Insert(int offset, string text) => new(offset, 0, text);
}
