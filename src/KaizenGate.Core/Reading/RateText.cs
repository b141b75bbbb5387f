namespace KaizenGate.Core.Reading;

/// <summary>Reads time saved repeatedly: <c>15 min/week</c>, <c>250 s per day</c>, <c>2 h a month</c>, <c>30 min daily</c>.</summary>
internal static class RateText
{
    private const double WeeksOfMonth = 52d / 12;
    private const double WeeksOfYear = 52;

    private static readonly string[] Links = ["/", "per ", "a ", "an ", "each ", "every ", "pro ", "por ", "par "];

    private static readonly Dictionary<string, double> Periods = TextNormalizer.Index([
        (5d, "day, daily, workday, d, tag, dia, jour"),
        (1d, "week, weekly, wk, w, woche, semana, semaine"),
        (1 / WeeksOfMonth, "month, monthly, mo, monat, mes, mois"),
        (1 / WeeksOfYear, "year, yearly, annually, y, yr, jahr, ano, an"),
    ]);

    /// <summary>
    /// Returns hours per week; null when no calendar period follows the first duration ("per run" is not one). A week has five days, a
    /// month is a twelfth of 52 weeks.
    /// </summary>
    public static double? Read(string text)
    {
        if (
            !Numbers.TryNext(text, 0, out var number, out _, out var end)
            || HourUnits.At(text, HoursText.SkipSpaces(text, end), out var behind) is not (> 0 and var hours)
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

        return Periods.TryGetValue(TextNormalizer.Normalize(rest[..length]), out var perWeek)
            ? number * hours * perWeek
            : null;
    }
}
