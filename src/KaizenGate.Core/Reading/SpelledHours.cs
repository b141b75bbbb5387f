namespace KaizenGate.Core.Reading;

/// <summary>Durations with their number in words: <c>half a day</c>, <c>a week</c>, <c>zwei Tage</c>, <c>半天</c>.</summary>
internal static class SpelledHours
{
    private const int LongestWord = 16;
    private const int MostWords = 4;

    /// <summary>Returns the duration at the start of a text or of its first brackets, in hours; null when there is none.</summary>
    public static double? Read(ReadOnlySpan<char> text)
    {
        if (Leading(text, out _) is { } hours)
        {
            return hours;
        }

        var bracket = text.IndexOfAny('(', '（');
        return bracket < 0 ? null : At(text, bracket + 1, out _);
    }

    /// <summary>Returns the duration at the start of a text in hours; null when there is none.</summary>
    /// <param name="text">The value.</param>
    /// <param name="end">Where the duration ends.</param>
    public static double? Leading(ReadOnlySpan<char> text, out int end) => At(text, 0, out end);

    private static double? At(ReadOnlySpan<char> text, int position, out int end)
    {
        end = 0;
        double? number = null;
        Span<char> normalized = stackalloc char[LongestWord];
        for (var words = 0; words < MostWords; words++)
        {
            position = SkipMarks(text, position);
            if (position >= text.Length || !char.IsLetter(text[position]))
            {
                return null;
            }

            if (number is { } amount && HourUnits.At(text, position, out end) is > 0 and var unit)
            {
                // "one day, someone …" is a sentence, "a week of testing" an estimate.
                return end == text.Length || !char.IsLetterOrDigit(text[end]) ? amount * unit : null;
            }

            if (SignOf(text[position]) is { } sign)
            {
                (number, position) = (sign * (number ?? 1), position + 1);
                continue;
            }

            var length = 0;
            while (position + length < text.Length && char.IsLetter(text[position + length]) && length < LongestWord)
            {
                length++;
            }

            var word = normalized[..TextNormalizer.Normalize(text.Slice(position, length), normalized)];
            position += length;
            if (Amounts.TryGetValue(word, out var value))
            {
                number = number is null ? value : number * value; // "half a day"
            }
            else if (number is not null || !Openings.Contains(word))
            {
                return null;
            }
        }

        return null;
    }

    private static int SkipMarks(ReadOnlySpan<char> text, int position)
    {
        while (
            position < text.Length
            && text[position] is ' ' or '\u00A0' or '~' or '≈' or '<' or '>' or '≤' or '≥' or '.' or '-'
        )
        {
            position++;
        }

        return position;
    }

    private static double? SignOf(char sign) =>
        sign switch
        {
            '半' or '반' => 0.5,
            '一' or '个' or '個' => 1,
            '二' or '两' or '兩' => 2,
            '三' => 3,
            '四' => 4,
            '五' => 5,
            '六' => 6,
            _ => null,
        };

    private static readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Amounts = TextNormalizer
        .Index([
            (0.5, "half, halb, halbe, halber, halben, demi, demie, media, medio, meia, meio, mezza, mezzo, puoli, пол"),
            (1d, "a, an, one, ein, eine, einen, einem, einer, un, una, une, um, uma, uno, один, одна, yksi"),
            (2d, "couple, two, zwei, deux, dos, dois, duas, due, два, две, kaksi"),
            (3d, "three, drei, trois, tres, tre, три, kolme"),
            (4d, "four, vier, quatre, cuatro, quatro, quattro, четыре"),
            (5d, "five, fünf, cinq, cinco, cinque, пять"),
            (6d, "six, sechs, seis, sei, шесть"),
        ])
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Openings = TextNormalizer
        .Set(
            "about approx approximately around ca circa etwa rund environ env under max maximum up to at most less than"
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();
}
