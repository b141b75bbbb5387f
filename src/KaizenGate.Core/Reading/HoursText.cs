using System.Buffers;

namespace KaizenGate.Core.Reading;

/// <summary>
/// Durations: <c>3 hours</c>, <c>90 min</c>, <c>2-3h</c> and <c>2h to 4h</c> (the mean), <c>2 days</c> (8 h each), <c>1 week</c> (40 h),
/// <c>1h 30m</c>, <c>half a day</c>.
/// </summary>
internal static class HoursText
{
    /// <summary>A duration is at the start of a value or in its remark, not deep in a text.</summary>
    private const int LongestScan = 200;

    /// <summary>Returns the first duration of a text in hours; null when no number has a unit of time.</summary>
    public static double? Read(string text) => SpelledHours.Read(text) ?? InDigits(text, out _);

    /// <summary>Returns the first duration of a text in hours, even one per day or per run; null when no number has a unit of time.</summary>
    /// <param name="text">The value.</param>
    /// <param name="end">Where the duration ends.</param>
    public static double? First(string text, out int end) =>
        SpelledHours.Leading(text, out end) ?? InDigits(text, out end, acceptsRate: true);

    /// <summary>Returns the first duration of a text in hours, or its bare number in the unit of its label.</summary>
    /// <param name="text">The value.</param>
    /// <param name="unit">The hours of the unit, see <see cref="HourUnits.OfLabel"/>; 0 for none.</param>
    public static double? Read(string text, double unit) =>
        Read(text) ?? (unit > 0 && RatingText.Bare(text) is { } number ? number * unit : null);

    /// <summary>Whether only a duration is in the text: no letter follows its last unit.</summary>
    public static bool IsWhole(string text) =>
        SpelledHours.Read(text) is not null
        || (InDigits(text, out var end) is not null && !text.Skip(end).Any(char.IsLetter));

    /// <param name="text">The value.</param>
    /// <param name="last">Where the duration ends.</param>
    /// <param name="acceptsRate">Whether a duration per day or per run counts.</param>
    private static double? InDigits(string text, out int last, bool acceptsRate = false)
    {
        double? total = null;
        last = 0;
        var position = 0;
        while (Numbers.TryNext(text, position, out var number, out var start, out var end) && start <= LongestScan)
        {
            if (Duration(text, number, start, end, acceptsRate) is not { } duration)
            {
                if (total is not null)
                {
                    return total;
                }

                position = end;
                continue;
            }

            total = (total ?? 0) + duration.Hours;
            last = duration.End;
            position = SkipSpaces(text, last);
            if (position >= text.Length || !char.IsAsciiDigit(text[position]))
            {
                return total;
            }

            if (position == last && duration.Unit == 1 && IsMinutes(text, position))
            {
                last += 2;
                return total + (((text[position] - '0') * 10) + (text[position + 1] - '0')) / 60.0;
            }
        }

        return total;
    }

    /// <summary>Reads a number or a range with its unit; null when it has none, or is a rate and that does not count.</summary>
    private static (double Hours, int End, double Unit)? Duration(
        string text,
        double number,
        int start,
        int end,
        bool acceptsRate
    )
    {
        if (end < text.Length && text[end] == '½')
        {
            (number, end) = (number + 0.5, end + 1);
        }

        var unit = HourUnits.At(text, SkipSpaces(text, end), out var unitEnd);
        if (
            RangeMark(text, unit > 0 ? unitEnd : end) is { } next
            && Numbers.TryLeading(text.AsSpan(next), out var high, out var length)
            && HourUnits.At(text, SkipSpaces(text, next + length), out var highEnd) is > 0 and var highUnit
            && high * highUnit >= number * (unit > 0 ? unit : highUnit)
        )
        {
            return !acceptsRate && IsRate(text, highEnd)
                ? null
                : (((number * (unit > 0 ? unit : highUnit)) + (high * highUnit)) / 2, highEnd, highUnit);
        }

        return unit == 0 || (!acceptsRate && IsRate(text, unitEnd)) || IsDayOfMonth(text, start)
            ? null
            : (number * unit, unitEnd, unit);
    }

    /// <summary>Returns where the upper end of a range begins; null when no mark of a range is at the position.</summary>
    internal static int? RangeMark(ReadOnlySpan<char> text, int position)
    {
        position = SkipSpaces(text, position);
        if (position >= text.Length)
        {
            return null;
        }

        if (RangeMarks.Contains(text[position]))
        {
            return SkipSpaces(text, position + 1);
        }

        foreach (var word in RangeWords)
        {
            if (text[position..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return SkipSpaces(text, position + word.Length);
            }
        }

        return null;
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

    /// <summary>3月1日 is a date, not a duration of one day.</summary>
    private static bool IsDayOfMonth(string text, int start) =>
        text.AsSpan(0, start).TrimEnd() is [.., '月' or '월' or '年' or '년'];

    /// <summary>1h30 has the minutes without a unit.</summary>
    private static bool IsMinutes(string text, int position) =>
        position + 2 <= text.Length
        && text[position] is >= '0' and <= '5'
        && char.IsAsciiDigit(text[position + 1])
        && (position + 2 == text.Length || !char.IsLetterOrDigit(text[position + 2]));

    internal static int SkipSpaces(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\u00A0' or '\u202F')
        {
            position++;
        }

        return position;
    }

    private static readonly SearchValues<char> RangeMarks = SearchValues.Create("-–—~～〜…至到");

    private static readonly string[] RangeWords = ["to ", "bis ", "à ", "a ", "до ", "から", ".."];
}
