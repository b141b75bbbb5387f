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
    /// <exception cref="InputException">Two edits overlap, or one is outside of the text.</exception>
    public static string Apply(string text, ImmutableArray<TextEdit> edits)
    {
        // The sort is stable, and an insertion comes before a replacement at its place.
        var ordered = edits.OrderBy(edit => edit.Offset).ThenBy(edit => edit.Length > 0).ToList();
        var length = text.Length;
        var end = 0;
        foreach (var edit in ordered)
        {
            if (edit.Offset < end || edit.Length < 0 || edit.End > text.Length)
            {
                throw new InputException(
                    $"the edit at character {edit.Offset} overlaps another or is outside of the text, so nothing is changed",
                    "Make this change by hand."
                );
            }

            end = edit.End;
            length += edit.Text.Length - edit.Length;
        }

        return string.Create(
            length,
            (text, ordered),
            static (result, source) =>
            {
                var position = 0;
                foreach (var edit in source.ordered)
                {
                    source.text.AsSpan(position..edit.Offset).CopyTo(result);
                    result = result[(edit.Offset - position)..];
                    edit.Text.CopyTo(result);
                    result = result[edit.Text.Length..];
                    position = edit.End;
                }

                source.text.AsSpan(position).CopyTo(result);
            }
        );
    }
}
