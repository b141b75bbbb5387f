using System.Text;

namespace KaizenGate.Core.Editing;

/// <summary>Replaces a range of a text.</summary>
/// <param name="Offset">In UTF-16 code units; the byte order mark is not part of the text.</param>
/// <param name="Length">0 for an insertion.</param>
/// <param name="Text">The replacement; may be empty.</param>
internal sealed record TextEdit(int Offset, int Length, string Text)
{
    public int End => Offset + Length;

    public static TextEdit Insert(int offset, string text) => new(offset, 0, text);

    /// <summary>Returns the text with all edits, in any order; insertions at one place keep theirs.</summary>
    /// <exception cref="ArgumentException">Two edits overlap, or one is outside of the text.</exception>
    public static string Apply(string text, ImmutableArray<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length + edits.Sum(edit => edit.Text.Length));
        var position = 0;
        // The sort is stable, and an insertion comes before a replacement at its place.
        foreach (var edit in edits.OrderBy(edit => edit.Offset).ThenBy(edit => edit.Length > 0))
        {
            if (edit.Offset < position || edit.Length < 0 || edit.End > text.Length)
            {
                throw new ArgumentException(
                    $"the edit at {edit.Offset} overlaps another or is outside of the text",
                    nameof(edits)
                );
            }

            result.Append(text, position, edit.Offset - position).Append(edit.Text);
            position = edit.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }
}
