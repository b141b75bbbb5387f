namespace KaizenGate.Core.Reading;

/// <summary>
/// Reads time saved repeatedly: <c>15 min/week</c>, <c>250 s per day</c>, <c>2 h a month</c>, <c>30 min daily</c>, <c>1h 30m/week</c>, <c>half
/// an hour a week</c>, and <c>13 hours in the first year (15 min/week)</c>, which older versions wrote.
/// </summary>
internal static class RateText
{
    private const double WeeksOfMonth = 52d / 12;
    private const double WeeksOfYear = 52;
    private const string FirstYear = "in the first year";

    private static readonly string[] Links = ["/", "per ", "a ", "an ", "each ", "every ", "pro ", "por ", "par "];

    private static readonly Dictionary<string, double> Periods = TextNormalizer.Index([
        (5d, "day, daily, workday, d, tag, dia, jour"),
        (1d, "week, weekly, wk, w, woche, semana, semaine"),
        (1 / WeeksOfMonth, "month, monthly, mo, monat, mes, mois"),
        (1 / WeeksOfYear, "year, yearly, annually, y, yr, jahr, ano, an"),
    ]);

    /// <summary>
    /// Returns hours per week, at least 0; null when no calendar period follows the first duration ("per run" is not one). A week has five
    /// days, a month is a twelfth of 52 weeks.
    /// </summary>
    public static double? Read(string text)
    {
        if (HoursText.First(text, out var end) is not { } hours)
        {
            return null;
        }

        var rest = text.AsSpan(end).TrimStart();
        return rest.StartsWith(FirstYear, StringComparison.OrdinalIgnoreCase)
            ? InBrackets(rest[FirstYear.Length..]) ?? (hours / WeeksOfYear)
            : hours * PerWeek(rest);
    }

    /// <summary>The total of the first year is rounded; the rate after it is exact.</summary>
    private static double? InBrackets(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        return
            rest.StartsWith("(")
            && rest[1..].ToString() is var inner
            && HoursText.First(inner, out var end) is { } hours
            ? hours * PerWeek(inner.AsSpan(end).TrimStart())
            : null;
    }

    /// <summary>Returns how often the period at the start of a text begins per week; null when it is none.</summary>
    private static double? PerWeek(ReadOnlySpan<char> rest)
    {
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

        return Periods.TryGetValue(TextNormalizer.Normalize(rest[..length]), out var perWeek) ? perWeek : null;
    }
}
