using System.Globalization;

namespace KaizenGate.Core.Reading;

/// <summary>ISO dates, <c>YYYY-MM-DD</c>, with an optional time behind them.</summary>
internal static class DateText
{
    private const int Length = 10;

    /// <summary>The date that a text begins with; null when it begins otherwise or names a day that does not exist.</summary>
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

    /// <summary>Whether a text begins with something that has the shape of an ISO date.</summary>
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

    /// <summary>The first ISO date anywhere in a text, with its offset; null when there is none.</summary>
    public static (DateOnly Date, int Offset)? First(ReadOnlySpan<char> text)
    {
        for (var offset = 0; offset + Length <= text.Length; offset++)
        {
            if (
                char.IsAsciiDigit(text[offset])
                && (offset == 0 || !char.IsAsciiLetterOrDigit(text[offset - 1]))
                && Leading(text[offset..]) is { } date
            )
            {
                return (date, offset);
            }
        }

        return null;
    }
}
