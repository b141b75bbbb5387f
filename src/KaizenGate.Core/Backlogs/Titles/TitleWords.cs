using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace KaizenGate.Core.Backlogs.Titles;

/// <summary>Splits titles into distinct words and numbers the words, so that titles can be compared fast.</summary>
/// <remarks>
/// A word is a run of letters and digits in lower case. In Chinese and Japanese, which have no spaces between words, each pair of
/// adjacent characters counts as a word. Only the first <see cref="MostWords"/> words of a title count.
/// </remarks>
internal sealed class TitleWords
{
    public const int MostWords = 50;

    /// <summary>The usual number of words of a title that no title before it has.</summary>
    private const int UsualWords = 4;

    /// <summary>The number of words for which there is room from the start. Many titles share most of their words.</summary>
    private const int MostExpected = 1_000;

    /// <summary>The number of UTF-16 code units of a word that are compared.</summary>
    private const int LongestWord = 64;

    private readonly Dictionary<string, int> numbers;
    private readonly List<string> texts = [];
    private readonly List<int> found = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <param name="titles">About how many titles there will be.</param>
    public TitleWords(int titles = 0)
    {
        numbers = new(Math.Min(titles * UsualWords, MostExpected));
        lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Number of distinct words in all titles.</summary>
    public int Count => numbers.Count;

    /// <summary>Returns the numbers, from 0, of the distinct words of a text.</summary>
    public int[] Of(ReadOnlySpan<char> text)
    {
        found.Clear();
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

            // Pairs overlap: the second character of one is the first of the next.
            var isPair = length == 2 && text.Length > 2 && IsUnspaced(text[1]) && IsUnspaced(text[2]);
            text = text[(isPair ? 1 : Math.Max(1, length))..];
        }

        return [.. found];
    }

    /// <summary>Returns the word with a number, in lower case.</summary>
    public string Text(int number) => texts[number];

    /// <summary>Returns the length of the word at the start of a text; 0 when there is none.</summary>
    private static int WordLength(ReadOnlySpan<char> text)
    {
        if (IsUnspaced(text[0]))
        {
            return text.Length > 1 && IsUnspaced(text[1]) ? 2 : 1;
        }

        var length = 0;
        while (length < text.Length && !IsUnspaced(text[length]))
        {
            if (char.IsAsciiLetterOrDigit(text[length]))
            {
                length++;
                continue;
            }

            Rune.DecodeFromUtf16(text[length..], out var character, out var taken);
            if (!Rune.IsLetterOrDigit(character) && (length == 0 || !IsMark(character)))
            {
                break;
            }

            length += taken;
        }

        return length;
    }

    private static bool IsMark(Rune character) =>
        Rune.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Hiragana, Katakana and Han.</summary>
    private static bool IsUnspaced(char character) =>
        character is (>= '\u3041' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    private int Number(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, lower, out var isKnown);
        if (!isKnown)
        {
            number = numbers.Count - 1;
            texts.Add(lower.ToString());
        }

        return number;
    }
}
