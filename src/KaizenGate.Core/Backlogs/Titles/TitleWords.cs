using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace KaizenGate.Core.Backlogs.Titles;

/// <summary>Cuts titles into their different words and numbers the words, so that titles can be compared fast.</summary>
/// <remarks>
/// A word is a run of letters and digits in lower case. Chinese and Japanese put no space between words; there each pair of neighbouring signs
/// stands for a word. Only the first words of a very long title count.
/// </remarks>
internal sealed class TitleWords
{
    public const int MostWords = 50;

    /// <summary>Words that agree that far are the same, in UTF-16 code units.</summary>
    private const int LongestWord = 64;

    private readonly Dictionary<string, int> numbers = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public TitleWords() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many different words were met.</summary>
    public int Count => numbers.Count;

    /// <summary>The numbers of a text's different words, from 0.</summary>
    public int[] Of(ReadOnlySpan<char> text)
    {
        var found = new List<int>();
        while (!text.IsEmpty && found.Count < MostWords)
        {
            var length = WordLength(text);
            if (length > 0)
            {
                var number = Number(text[..Math.Min(length, LongestWord)]);
                if (!found.Contains(number))
                {
                    found.Add(number);
                }
            }

            // Pairs overlap: the second sign of one is the first of the next.
            var isInRow = length == 2 && text.Length > 2 && IsUnspaced(text[1]) && IsUnspaced(text[2]);
            text = text[(isInRow ? 1 : Math.Max(1, length))..];
        }

        return [.. found];
    }

    /// <summary>Length of the word that starts here; 0 where none does.</summary>
    private static int WordLength(ReadOnlySpan<char> text)
    {
        if (IsUnspaced(text[0]))
        {
            return text.Length > 1 && IsUnspaced(text[1]) ? 2 : 1;
        }

        var length = 0;
        while (length < text.Length && !IsUnspaced(text[length]))
        {
            Rune.DecodeFromUtf16(text[length..], out var sign, out var taken);
            if (!Rune.IsLetterOrDigit(sign) && (length == 0 || !IsMark(sign)))
            {
                break;
            }

            length += taken;
        }

        return length;
    }

    private static bool IsMark(Rune sign) =>
        Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Hiragana, Katakana and Han.</summary>
    private static bool IsUnspaced(char sign) =>
        sign is (>= '\u3041' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    private int Number(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, lower, out var isKnown);
        if (!isKnown)
        {
            number = numbers.Count - 1;
        }

        return number;
    }
}
