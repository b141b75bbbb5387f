namespace KaizenGate.Core.Reading;

/// <summary>
/// Dates in all usual forms: <c>2026-03-01</c>, <c>2026/3/1</c>, <c>01.03.2026</c>, <c>March 1, 2026</c>, <c>1 March 2026</c>,
/// <c>2026年3月1日</c>; a month, <c>Mar 2026</c>, is its first day, a week, <c>2026-W12</c>, its Monday.
/// </summary>
internal static class DateForms
{
    private const int LongestScan = 200;

    /// <param name="IsPeriod">Whether the text names a month or a week.</param>
    /// <param name="Start">Where the date begins.</param>
    /// <param name="End">Where the date ends.</param>
    public readonly record struct Found(DateOnly Date, bool IsPeriod, int Start, int End);

    /// <summary>Returns the date at the start of a text; null when there is none, or when it is ambiguous.</summary>
    public static Found? Leading(ReadOnlySpan<char> text, DateOrder order) => At(text, 0, order);

    /// <summary>Returns the first date in the first characters of a text; null when there is none.</summary>
    public static Found? First(ReadOnlySpan<char> text, DateOrder order)
    {
        var length = Math.Min(text.Length, LongestScan);
        for (var start = 0; start < length; start++)
        {
            if (
                char.IsLetterOrDigit(text[start])
                && (start == 0 || !(char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '.' or '/'))
                && At(text, start, order) is { } found
            )
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Whether a text begins with a date, even if the order of day and month is unknown.</summary>
    public static bool IsDate(ReadOnlySpan<char> text) =>
        DateText.HasShape(text)
        || Leading(text, DateOrder.DayFirst) is not null
        || Leading(text, DateOrder.MonthFirst) is not null;

    private static Found? At(ReadOnlySpan<char> text, int start, DateOrder order)
    {
        if (start >= text.Length)
        {
            return null;
        }

        var reader = new DateReader(text, start, order);
        return reader.Read() is { } read && reader.IsAtEnd
            ? new Found(read.Date, read.IsPeriod, start, reader.Position)
            : null;
    }

    /// <summary>Returns the order that the unambiguous dates with slashes in a text show.</summary>
    public static DateOrder OrderIn(ReadOnlySpan<char> text)
    {
        var order = DateOrder.Unknown;
        for (var slash = text.IndexOf('/'); slash >= 0; )
        {
            if (
                Two(text, slash - 1, -1) is { } first
                && Two(text, slash + 1, 1) is { } second
                && (first > 12) != (second > 12)
                && first is >= 1 and <= 31
                && second is >= 1 and <= 31
                && IsYearBehind(text, slash)
            )
            {
                var shown = first > 12 ? DateOrder.DayFirst : DateOrder.MonthFirst;
                if (order != DateOrder.Unknown && order != shown)
                {
                    return DateOrder.Mixed;
                }

                order = shown;
            }

            var next = text[(slash + 1)..].IndexOf('/');
            slash = next < 0 ? -1 : slash + 1 + next;
        }

        return order;
    }

    /// <summary>Returns the number of one or two digits that begins or ends at a position; null for any other text.</summary>
    private static int? Two(ReadOnlySpan<char> text, int position, int step)
    {
        var digits = 0;
        while (
            digits < 3
            && position + (digits * step) >= 0
            && position + (digits * step) < text.Length
            && char.IsAsciiDigit(text[position + (digits * step)])
        )
        {
            digits++;
        }

        var start = step > 0 ? position : position - digits + 1;
        return digits is 1 or 2 ? int.Parse(text.Slice(start, digits)) : null;
    }

    private static bool IsYearBehind(ReadOnlySpan<char> text, int slash)
    {
        var rest = text[(slash + 1)..].TrimStart("0123456789");
        return rest.Length >= 5
            && rest[0] == '/'
            && rest[1] is '1' or '2'
            && !rest[1..5].ContainsAnyExceptInRange('0', '9')
            && (rest.Length == 5 || !char.IsAsciiDigit(rest[5]));
    }
}
