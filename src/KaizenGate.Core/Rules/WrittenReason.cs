using System.Collections.Frozen;
using System.Globalization;

namespace KaizenGate.Core.Rules;

/// <summary>Distinguishes a reason from a placeholder such as "n/a", "TBD" or the word "reason" itself.</summary>
internal static class WrittenReason
{
    /// <summary>Words that say nothing: placeholders, and the words that connect them.</summary>
    private static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(
        [
            .. "reason reasons why because your my some any other given here placeholder".Split(' '),
            .. "no none nothing not applicable na nil null unknown tbd tba todo fixme xx xxx wip misc etc".Split(' '),
            .. "an the this that it is are was to do of for in and or at all there we us".Split(' '),
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Whether a text says anything: one word that is not a placeholder, or a reference such as <c>#12</c>.</summary>
    public static bool IsGiven(string? text) => text is not null && Words(text) > 0;

    /// <summary>
    /// Counts the distinct words with a meaning. One character is not a word. A word of four or more letters in a script that may
    /// write several words without spaces, such as Japanese, counts as two.
    /// </summary>
    public static int Words(string text)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var unspaced = 0;
        for (var start = 0; start < text.Length; )
        {
            var end = start;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            var word = text[start..end];
            if (IsWord(word, isReference: start > 0 && text[start - 1] == '#') && found.Add(word))
            {
                unspaced += word.Count(IsUnspaced) >= 4 ? 1 : 0;
            }

            start = end + 1;
        }

        return found.Count + unspaced;
    }

    private static bool IsWord(string word, bool isReference) =>
        isReference
            ? word.Length > 0
            : (word.Length > 1 || word.Any(IsUnspaced)) && word.Any(char.IsLetter) && !Empty.Contains(word);

    private static bool IsUnspaced(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.OtherLetter;
}
