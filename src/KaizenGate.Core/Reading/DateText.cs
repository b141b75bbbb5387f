namespace KaizenGate.Core.Reading;

/// <summary>ISO dates, <c>YYYY-MM-DD</c>, with an optional time.</summary>
internal static class DateText
{
    private const int Length = 10;

    /// <summary>Returns the date at the start of a text; null when there is none or the day does not exist.</summary>
    public static DateOnly? Leading(ReadOnlySpan<char> text)
    {
        if (!HasShape(text))
        {
            return null;
        }

        // By hand, because every improvement has dates, and parsing by a format shows in the time of a check.
        var (year, month, day) = (Number(text[..4]), Number(text[5..7]), Number(text[8..10]));
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }

    /// <summary>Whether a text begins with the format of an ISO date, even of a day that does not exist.</summary>
    public static bool HasShape(ReadOnlySpan<char> text)
    {
        if (
            text.Length < Length
            || (text.Length > Length && char.IsAsciiLetterOrDigit(text[Length]) && text[Length] is not 'T')
        )
        {
            return false;
        }

        for (var index = 0; index < Length; index++)
        {
            if (index is 4 or 7 ? text[index] != '-' : !char.IsAsciiDigit(text[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a text is nothing but an ISO date, as most dates are.</summary>
    public static bool IsAlone(ReadOnlySpan<char> text) => text.Length == Length && HasShape(text);

    /// <summary>Whether a label only means "date" and does not specify which.</summary>
    public static bool IsPlainLabel(string label) =>
        TextNormalizer.Normalize(label)
            is "date"
                or "datum"
                or "fecha"
                or "data"
                or "дата"
                or "paivamaara"
                or "日付"
                or "날짜"
                or "日期";
}
