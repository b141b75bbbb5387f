using System.Collections.Immutable;
using System.Text;

namespace KaizenGate.Core.Editing;

/// <summary>Carries out edits.</summary>
internal static class EditedText
{
    /// <summary>The text with all edits done. Insertions at one place come in the order given.</summary>
    /// <param name="text">The text.</param>
    /// <param name="edits">Disjoint, in any order.</param>
    /// <exception cref="ArgumentException">Two edits overlap, or one lies outside of the text.</exception>
    public static string Apply(string text, ImmutableArray<TextEdit> edits)
    {
        if (edits.IsEmpty)
        {
            return text;
        }

        var result = new StringBuilder(text.Length + edits.Sum(edit => edit.Text.Length));
        var position = 0;
        // Sorting keeps the order of equals, and an insertion goes before what gives way at its place.
        foreach (var edit in edits.OrderBy(edit => edit.Offset).ThenBy(edit => edit.Length > 0))
        {
            if (edit.Offset < position || edit.Length < 0 || edit.End > text.Length)
            {
                throw new ArgumentException(
                    $"the edit at {edit.Offset} overlaps another or lies outside of the text",
                    nameof(edits)
                );
            }

            result.Append(text, position, edit.Offset - position).Append(edit.Text);
            position = edit.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }
}
