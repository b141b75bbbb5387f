namespace KaizenGate.Core.Reading;

/// <summary>The words for a level of priority, impact or effort.</summary>
internal static class LevelWords
{
    /// <summary>Returns the priority at the start of a value: a word, <c>P0</c> to <c>P9</c>, a number from 0 to 5 or a colored emoji.</summary>
    public static Priority? LeadingPriority(string value)
    {
        var words = TextNormalizer.Words(value);
        if (words.Count == 0)
        {
            return OfSign(value);
        }

        return OfTag(words[0])
            ?? (words[0].Length == 1 && words[0][0] is >= '0' and <= '5' ? OfDigit(words[0][0]) : (Priority?)null)
            ?? LeadingLevel(words)
            ?? OfSign(value);
    }

    /// <summary>Returns high for P0 and P1, medium for P2, low for P3 to P9; null for any other word.</summary>
    public static Priority? OfTag(ReadOnlySpan<char> normalized) =>
        normalized.Length == 2 && normalized[0] == 'p' && char.IsAsciiDigit(normalized[1])
            ? OfDigit(normalized[1])
            : (Priority?)null;

    /// <summary>Returns the level of a word in any of the built-in languages; null for an unknown word.</summary>
    public static Priority? OfWord(string normalized) => ByWord.TryGetValue(normalized, out var level) ? level : null;

    /// <summary>Returns the level of the first words ("high", "very high", "nice to have"); null when they are unknown.</summary>
    public static Priority? LeadingLevel(List<string> words)
    {
        for (var count = Math.Min(words.Count, MostWords); count > 1; count--)
        {
            if (OfWord(string.Concat(words.Take(count))) is { } level)
            {
                return level;
            }
        }

        return words.Count == 0 ? null
            : words.Count > 1 && Intensifiers.Contains(words[0]) ? OfWord(words[1]) ?? OfWord(words[0])
            : OfWord(words[0]);
    }

    /// <summary>Infers an impact from a word: high 8, medium 6, low 3; null for any other word.</summary>
    public static double? Impact(string value) =>
        Level(value) switch
        {
            Priority.High => 8,
            Priority.Medium => 6,
            Priority.Low => 3,
            _ => null,
        };

    /// <summary>Infers an effort from a word: low 2, medium 5, high 9, or a size from XS to XL; null for any other word.</summary>
    /// <param name="value">The value.</param>
    /// <param name="inSizes">Whether the file uses sizes, so that L is large, not low.</param>
    public static double? Effort(string value, bool inSizes)
    {
        var words = TextNormalizer.Words(value);
        return words is ["l", ..] ? (inSizes ? LargeEffort : LowEffort)
            : SizeOf(words) is { } size ? size
            : Level(value) switch
            {
                Priority.High => 9,
                Priority.Medium => 5,
                Priority.Low => LowEffort,
                _ => null,
            };
    }

    /// <summary>Whether an effort is a size and cannot be a level.</summary>
    public static bool IsSize(ReadOnlySpan<char> value) =>
        !value.IsEmpty
        && !char.IsAsciiDigit(value[0])
        && TextNormalizer.Words(value) is [var first, ..] words
        && OfWord(first) is null
        && SizeOf(words) is not null;

    /// <summary>Returns the effort of a size at the start of a value; null when there is none.</summary>
    private static double? SizeOf(List<string> words) =>
        words.Count > 1 && Sizes.TryGetValue(words[0] + words[1], out var effort) ? effort
        : words.Count > 0 && Sizes.TryGetValue(words[0], out effort) ? effort
        : null;

    /// <summary>Converts stars, ★★★★☆, to the scale of 10; null when the value has none.</summary>
    public static double? Stars(string value)
    {
        var full = value.Count(character => character is '★' or '⭐');
        var empty = value.Count(character => character == '☆');
        return full == 0 ? null : 10.0 * full / (empty > 0 ? full + empty : 5);
    }

    /// <summary>Returns the level of an emoji or a shortcode at the start or the end of a value: 🔴 high, 🟡 medium, 🟢 low; null for none.</summary>
    public static Priority? OfSign(string value)
    {
        var text = value.AsSpan().Trim().TrimEnd('\uFE0F');
        if (text.IsEmpty || (Marks.LengthAt(text) == 0 && text[^1] < 0x80 && text[^1] != ':'))
        {
            return null;
        }

        foreach (var (sign, level) in BySign)
        {
            if (text.StartsWith(sign) || text.EndsWith(sign))
            {
                return level;
            }
        }

        return null;
    }

    /// <summary>Returns the level of a word or an emoji, but not of a tag or a number.</summary>
    private static Priority? Level(string value) => LeadingLevel(TextNormalizer.Words(value)) ?? OfSign(value);

    private static Priority OfDigit(char digit) =>
        digit switch
        {
            '0' or '1' => Priority.High,
            '2' => Priority.Medium,
            _ => Priority.Low,
        };

    /// <summary>The number of words of the longest level.</summary>
    public const int MostWords = 3;

    private const double LowEffort = 2;
    private const double LargeEffort = 7;

    private static readonly WordIndex<bool> Intensifiers = Lexicon.Set("intensifier");

    private static readonly WordIndex<Priority> ByWord = Lexicon.Index(
        (Priority.High, "level.high"),
        (Priority.Medium, "level.medium"),
        (Priority.Low, "level.low")
    );

    private static readonly Dictionary<string, Priority> BySign = Lexicon.Signs(
        (Priority.High, "sign.high"),
        (Priority.Medium, "sign.medium"),
        (Priority.Low, "sign.low")
    );

    private static readonly WordIndex<double> Sizes = Lexicon.Index(
        (1.0, "size.xs"),
        (LowEffort, "size.s"),
        (LargeEffort, "size.l"),
        (9.0, "size.xl")
    );
}
