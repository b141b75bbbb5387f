namespace KaizenGate.Core.Reading;

/// <summary>Time saved again and again: <c>15 min/week</c>, <c>250 s per day</c>, <c>2 h a month</c>, <c>30 min daily</c>.</summary>
internal static class RateText
{
    private const double WeeksOfMonth = 52d / 12;
    private const double WeeksOfYear = 52;

    private static readonly string[] Links = ["/", "per ", "a ", "an ", "each ", "every ", "pro ", "por ", "par "];

    private static readonly (double PerWeek, string[] Words)[] Periods =
    [
        (5, ["day", "daily", "workday", "d", "tag", "dia", "jour"]),
        (1, ["week", "weekly", "wk", "w", "woche", "semana", "semaine"]),
        (1 / WeeksOfMonth, ["month", "monthly", "mo", "monat", "mes", "mois"]),
        (1 / WeeksOfYear, ["year", "yearly", "annually", "y", "yr", "jahr", "ano", "an"]),
    ];

    /// <summary>
    /// Hours a week; null when the first duration of the text is not followed by a period of the calendar ("per run" is none).
    /// A day is one of the five that are worked a week, a month is a twelfth of 52 weeks.
    /// </summary>
    public static double? Read(string text)
    {
        if (
            !Numbers.TryNext(text, 0, out var number, out _, out var end)
            || HoursText.HoursOfUnit(text, SkipSpaces(text, end), out var behind) is not (> 0 and var hours)
        )
        {
            return null;
        }

        var rest = text.AsSpan(behind).TrimStart();
        foreach (var link in Links)
        {
            if (rest.StartsWith(link, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[link.Length..].TrimStart();
                break;
            }
        }

        var length = 0;
        while (length < rest.Length && char.IsLetter(rest[length]))
        {
            length++;
        }

        return PerWeek(TextNormalizer.Normalize(rest[..length])) is { } times ? number * hours * times : null;
    }

    private static double? PerWeek(string word)
    {
        foreach (var (perWeek, words) in Periods)
        {
            if (Array.IndexOf(words, word) >= 0)
            {
                return perWeek;
            }
        }

        return null;
    }

    private static int SkipSpaces(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\u00A0')
        {
            position++;
        }

        return position;
    }
}
