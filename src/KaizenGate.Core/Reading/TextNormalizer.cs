using System.Globalization;

namespace KaizenGate.Core.Reading;

/// <summary>
/// Normalizes words so that case, accents, emoji, punctuation and spaces do not matter: only letters and digits remain, in lower
/// case and, for Latin letters, without accents. Composed and decomposed texts give the same result.
/// </summary>
internal static class TextNormalizer
{
    /// <summary>Normalizes a text to one word: "Target date:" becomes "targetdate".</summary>
    internal static string Normalize(ReadOnlySpan<char> text)
    {
        Span<char> buffer = text.Length <= 256 ? stackalloc char[256] : new char[text.Length];
        return new string(buffer[..Normalize(text, buffer)]);
    }

    /// <summary>Normalizes into a buffer at least as long as the text; returns the number of characters written.</summary>
    internal static int Normalize(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = 0;
        foreach (var character in text)
        {
            if (Normal(character) is not '\0' and var normal)
            {
                buffer[length++] = normal;
            }
        }

        return length;
    }

    /// <summary>Normalizes each word of a text: "Won't do (yet)" becomes "wont", "do", "yet".</summary>
    internal static List<string> Words(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        Span<char> word = text.Length <= 256 ? stackalloc char[256] : new char[text.Length];
        var length = 0;
        foreach (var character in text)
        {
            if (Normal(character) is not '\0' and var normal)
            {
                word[length++] = normal;
            }
            else if (character is not ('\'' or '’') && !IsMark(character) && length > 0)
            {
                words.Add(new string(word[..length]));
                length = 0;
            }
        }

        if (length > 0)
        {
            words.Add(new string(word[..length]));
        }

        return words;
    }

    /// <summary>Returns the set of words that are separated by spaces.</summary>
    internal static HashSet<string> Set(string words) => [.. words.Split(' ')];

    /// <summary>Indexes words, separated by commas, by their normalized form; a word that is listed twice keeps its first value.</summary>
    internal static Dictionary<string, T> Index<T>(IEnumerable<(T Value, string Words)> lists)
    {
        var index = new Dictionary<string, T>();
        foreach (var (value, words) in lists)
        {
            foreach (var word in words.Split(','))
            {
                index.TryAdd(Normalize(word), value);
            }
        }

        return index;
    }

    /// <summary>The normal form of a character of a word; 0 for all others.</summary>
    private static char Normal(char character) =>
        character < Ascii.Length ? (char)Ascii[character]
        : IsWordCharacter(character) ? NormalizeLetter(character)
        : '\0';

    /// <summary>The normal form of each ASCII character: the vocabulary has tens of thousands at every start.</summary>
    private static ReadOnlySpan<byte> Ascii =>
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\00123456789\0\0\0\0\0\0\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"u8;

    private static bool IsWordCharacter(char character) =>
        (char.IsLetterOrDigit(character) || IsSpacingMark(character)) && character is not ('ª' or 'º');

    /// <summary>Vowel signs of scripts such as Thai and Hindi are part of a word; Latin accents are not.</summary>
    private static bool IsSpacingMark(char character) =>
        character is < '\u0300' or > '\u036F'
        && character is not ('\uFE0F' or '\u20E3')
        && CharUnicodeInfo.GetUnicodeCategory(character)
            is UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.NonSpacingMark;

    private static bool IsMark(char character) => character is >= '\u0300' and <= '\u036F' or '\uFE0F' or '\u200D';

    private static char NormalizeLetter(char character)
    {
        var lower = char.ToLowerInvariant(character);
        return lower switch
        {
            < '\u00DF' => lower,
            >= 'à' and <= 'å' or 'ā' or 'ă' or 'ą' => 'a',
            'ç' or 'ć' or 'č' => 'c',
            'ď' or 'đ' => 'd',
            >= 'è' and <= 'ë' or 'ē' or 'ė' or 'ę' or 'ě' => 'e',
            >= 'ì' and <= 'ï' or 'ī' or 'į' or 'ı' => 'i',
            'ñ' or 'ń' or 'ň' => 'n',
            >= 'ò' and <= 'ö' or 'ø' or 'ō' or 'ő' => 'o',
            'ř' => 'r',
            'ś' or 'š' or 'ş' => 's',
            'ť' or 'ţ' => 't',
            >= 'ù' and <= 'ü' or 'ū' or 'ů' or 'ű' => 'u',
            'ý' or 'ÿ' => 'y',
            'ź' or 'ż' or 'ž' => 'z',
            'ł' => 'l',
            'ё' => 'е',
            'й' => 'и',
            _ => lower,
        };
    }
}
