using System.Globalization;

namespace KaizenGate.Core.Reading;

/// <summary>ISO dates, <c>YYYY-MM-DD</c>, with an optional time.</summary>
internal static class DateText
{
    private const int Length = 10;

    /// <summary>Returns the date at the start of a text; null when there is none or the day does not exist.</summary>
    public static DateOnly? Leading(ReadOnlySpan<char> text) =>
        HasShape(text)
        && DateOnly.TryParseExact(
            text[..Length],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : null;

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
