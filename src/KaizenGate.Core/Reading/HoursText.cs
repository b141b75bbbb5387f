namespace KaizenGate.Core.Reading;

/// <summary>Durations: <c>3 hours</c>, <c>90 min</c>, <c>2-3h</c> (the mean), <c>2 days</c> (8 h each), <c>1 week</c> (40 h), <c>1h 30m</c>.</summary>
internal static class HoursText
{
    private const int LongestUnit = 16;

    /// <summary>Returns the first duration of a text in hours; null when no number has a unit of time.</summary>
    public static double? Read(string text)
    {
        double? total = null;
        var position = 0;
        while (Numbers.TryNext(text, position, out var first, out var start, out var end))
        {
            var low = first;
            var high = first;
            var unitStart = SkipSpaces(text, end);
            var dash = SkipSpaces(text, end);
            if (dash < text.Length && text[dash] is '-' or '–' or '~' or '～')
            {
                var next = SkipSpaces(text, dash + 1);
                if (Numbers.TryLeading(text.AsSpan(next), out var second, out var length) && second >= first)
                {
                    (high, unitStart, end) = (second, SkipSpaces(text, next + length), next + length);
                }
            }

            var unit = HoursOfUnit(text, unitStart, out var unitEnd);
            if (unit > 0 && !IsRate(text, unitEnd))
            {
                total = (total ?? 0) + ((low + high) / 2 * unit);
                position = SkipSpaces(text, unitEnd);
                if (position >= text.Length || !char.IsAsciiDigit(text[position]))
                {
                    return total;
                }
            }
            else if (total is not null)
            {
                return total;
            }
            else
            {
                position = end;
            }

            if (start > 200)
            {
                return total;
            }
        }

        return total;
    }

    /// <summary>A duration per day or per run is not a total.</summary>
    private static bool IsRate(string text, int end)
    {
        var rest = text.AsSpan(end).TrimStart();
        return rest.StartsWith("/")
            || rest.StartsWith("per ", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("a ", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("each ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Returns the hours of the unit at a position; 0 when there is none.</summary>
    internal static double HoursOfUnit(string text, int start, out int end)
    {
        end = start;
        while (end < text.Length && char.IsLetter(text[end]) && end < start + LongestUnit)
        {
            end++;
        }

        Span<char> normalized = stackalloc char[LongestUnit];
        ReadOnlySpan<char> word = normalized[..TextNormalizer.Normalize(text.AsSpan(start, end - start), normalized)];
        if (Units.TryGetValue(word, out var known))
        {
            return known;
        }

        foreach (var (sign, hours) in JoinedUnits)
        {
            if (word.StartsWith(sign))
            {
                return hours;
            }
        }

        return 0;
    }

    internal static int SkipSpaces(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\u00A0')
        {
            position++;
        }

        return position;
    }

    private static readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Units = TextNormalizer
        .Index([
            (1.0 / 3600, "s, sec, secs, second, seconds, sekunden, segundos, secondes"),
            (1.0 / 60, "m, min, mins, minute, minutes, minuten, minuto, minutos"),
            (1d, "h, hr, hrs, hour, hours, std, stunde, stunden, hora, horas, heure, heures"),
            (8d, "d, day, days, tag, tage, tagen, dia, dias, jour, jours"),
            (40d, "w, wk, wks, week, weeks, woche, wochen, semana, semanas, semaine, semaines"),
            (160d, "month, months, monat, monate, monaten, mes, meses, mois, mo"),
        ])
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Units in scripts without spaces between words.</summary>
    private static readonly (string Sign, double Hours)[] JoinedUnits =
    [
        ("시간", 1),
        ("分钟", 1.0 / 60),
        ("분", 1.0 / 60),
        ("일", 8),
        ("주", 40),
        ("小时", 1),
        ("个小时", 1),
        ("時間", 1),
        ("分", 1.0 / 60),
        ("日", 8),
        ("天", 8),
        ("周", 40),
        ("週", 40),
    ];
}
