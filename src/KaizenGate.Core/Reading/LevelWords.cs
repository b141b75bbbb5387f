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
    public static Priority? OfTag(string normalized) =>
        normalized.Length == 2 && normalized[0] == 'p' && char.IsAsciiDigit(normalized[1])
            ? OfDigit(normalized[1])
            : (Priority?)null;

    /// <summary>Returns the level of a word in any of the built-in languages; null for an unknown word.</summary>
    public static Priority? OfWord(string normalized) => ByWord.TryGetValue(normalized, out var level) ? level : null;

    /// <summary>Returns the level of the first one or two words ("very high", "muy alta"); null when they are unknown.</summary>
    public static Priority? LeadingLevel(List<string> words)
    {
        if (words.Count == 0)
        {
            return null;
        }

        var second = words.Count > 1 && Intensifiers.Contains(words[0]) ? OfWord(words[1]) : null;
        var joined = words.Count > 1 ? OfWord(words[0] + words[1]) : null;
        return joined ?? second ?? OfWord(words[0]);
    }

    /// <summary>Infers an impact from a word: high 8, medium 6, low 4; null for any other word.</summary>
    public static double? Impact(string value) =>
        Level(value) switch
        {
            Priority.High => 8,
            Priority.Medium => 6,
            Priority.Low => 4,
            _ => null,
        };

    /// <summary>Infers an effort from a word: low 2, medium 5, high 9, or a size from XS to XL; null for any other word.</summary>
    /// <param name="value">The value.</param>
    /// <param name="inSizes">Whether the file uses sizes, so that L is large, not low.</param>
    public static double? Effort(string value, bool inSizes) =>
        FirstWord(value) switch
        {
            "xs" or "tiny" or "trivial" => 1,
            "s" or "small" or "klein" or "pequeno" or "petit" or "小" or "작음" => 2,
            "large" or "gros" or "grande" or "大" or "큼" or "gross" => 7,
            "l" => inSizes ? 7 : 2,
            "xl" or "xxl" or "huge" => 9,
            _ => Level(value) switch
            {
                Priority.High => 9,
                Priority.Medium => 5,
                Priority.Low => 2,
                _ => null,
            },
        };

    /// <summary>Whether an effort is a size and cannot be a level.</summary>
    public static bool IsSize(ReadOnlySpan<char> value) =>
        !value.IsEmpty
        && !char.IsAsciiDigit(value[0])
        && FirstWord(value.ToString()) is "xs" or "s" or "xl" or "xxl" or "small" or "large";

    /// <summary>Converts stars, ★★★★☆, to the scale of 10; null when the value has none.</summary>
    public static double? Stars(string value)
    {
        var full = value.Count(character => character is '★' or '⭐');
        var empty = value.Count(character => character == '☆');
        return full == 0 ? null : 10.0 * full / (empty > 0 ? full + empty : 5);
    }

    /// <summary>Returns the level of a colored emoji: 🔴 🟠 high, 🟡 medium, 🟢 🔵 low; null for any other text.</summary>
    public static Priority? OfSign(string value) =>
        value.Contains("🔴", StringComparison.Ordinal) || value.Contains("🟠", StringComparison.Ordinal) ? Priority.High
        : value.Contains("🟡", StringComparison.Ordinal) ? Priority.Medium
        : value.Contains("🟢", StringComparison.Ordinal) || value.Contains("🔵", StringComparison.Ordinal)
            ? Priority.Low
        : null;

    /// <summary>Returns the level of a word or an emoji, but not of a tag or a number.</summary>
    private static Priority? Level(string value) => LeadingLevel(TextNormalizer.Words(value)) ?? OfSign(value);

    private static Priority OfDigit(char digit) =>
        digit switch
        {
            '0' or '1' => Priority.High,
            '2' => Priority.Medium,
            _ => Priority.Low,
        };

    private static string FirstWord(string value) => TextNormalizer.Words(value) is [var first, ..] ? first : "";

    private static readonly HashSet<string> Intensifiers = new(
        "very extremely highly super sehr muy tres muito".Split(' ')
    );

    private static readonly Dictionary<string, Priority> ByWord = TextNormalizer.Index([
        (
            Priority.High,
            "High, H, Critical, Urgent, Highest, Blocker, Major, Must, Must Do, Must Have, Crit, Hoch, Hohe, Hoher, Kritisch, Dringend, Alta, Alto, Crítica, Crítico, Urgente, Élevé, Élevée, Haute, Haut, Critique, 高, 高い, 緊急, 높음, 높은, 긴급, 상, 紧急"
        ),
        (
            Priority.Medium,
            "Medium, M, Med, Moderate, Normal, Mid, Should, Should Do, Should Have, Mittel, Mittlere, Mittlerer, Media, Medio, Moyen, Moyenne, Média, Médio, 中, 中程度, 보통, 중간, 중, 普通"
        ),
        (
            Priority.Low,
            "Low, L, Minor, Trivial, Lowest, Could, Could Have, Nice to have, Nice, Niedrig, Niedrige, Gering, Geringe, Baja, Bajo, Faible, Basse, Bas, Baixa, Baixo, 低, 低い, 낮음, 낮은, 하"
        ),
    ]);
}
