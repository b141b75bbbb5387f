using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Fixes;

/// <summary>Finds words that edits remove. Numbers and the words of a status are values, which fixes replace.</summary>
internal static class LostWords
{
    /// <summary>Whether the edits together remove a word that they do not add elsewhere.</summary>
    public static bool Any(string text, ImmutableArray<TextEdit> edits)
    {
        var missing = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var edit in edits)
        {
            var old = text.Substring(edit.Offset, edit.Length);
            if (StatusWords.Find(TextNormalizer.Normalize(old)) is null && !IsBox(old))
            {
                Count(old, 1, missing);
                Count(edit.Text, -1, missing);
            }
        }

        return missing.Values.Any(count => count > 0);
    }

    private static bool IsBox(string text) => text is ['[', .., ']'] && CheckBox.StatusOf(text[1..^1]) is not null;

    private static void Count(string text, int by, Dictionary<string, int> counts)
    {
        for (var end = 0; end < text.Length; )
        {
            var start = end;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            if (end > start)
            {
                var word = text[start..end];
                if (word is "x" or "X" && start > 0 && text[start - 1] == '[')
                {
                    continue; // A box, which a section can replace.
                }

                counts[word] = counts.GetValueOrDefault(word) + by;
            }
            else
            {
                end++;
            }
        }
    }
}
