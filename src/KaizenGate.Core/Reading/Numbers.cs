using System.Globalization;

namespace KaizenGate.Core.Reading;

/// <summary>Reads numbers in texts. A comma before three digits is a thousands separator, any other a decimal point.</summary>
internal static class Numbers
{
    /// <summary>Up to this many digits, a number fits in 32 bits, which is faster to parse.</summary>
    private const int MostPlainDigits = 9;

    /// <summary>Finds the first number at or after a position; false when there is none.</summary>
    public static bool TryNext(ReadOnlySpan<char> text, int from, out double value, out int start, out int end)
    {
        value = 0;
        end = 0;
        for (start = from; start < text.Length; start++)
        {
            if (char.IsAsciiDigit(text[start]))
            {
                end = End(text, start);
                if (
                    end - start <= MostPlainDigits
                    && int.TryParse(text[start..end], NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
                )
                {
                    value = whole;
                    return true;
                }

                var length = 0;
                Span<char> digits = stackalloc char[64];
                for (var index = start; index < end && length < digits.Length; index++)
                {
                    if (text[index] != ',')
                    {
                        digits[length++] = text[index];
                    }
                    else if (!IsGroup(text, index, end))
                    {
                        digits[length++] = '.';
                    }
                }

                return end - start <= digits.Length
                    && double.TryParse(digits[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out value);
            }
        }

        return false;
    }

    /// <summary>Reads a number at the start of a text, with an optional sign; false when there is none.</summary>
    public static bool TryLeading(ReadOnlySpan<char> text, out double value, out int end)
    {
        var sign = text.Length > 1 && text[0] is '-' or '−' or '+' ? 1 : 0;
        if (!TryNext(text, sign, out value, out var start, out end) || start != sign)
        {
            return false;
        }

        value = sign == 1 && text[0] != '+' ? -value : value;
        return true;
    }

    private static int End(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        var hasPoint = false;
        while (end < text.Length)
        {
            var isPoint = text[end] == '.' && !hasPoint && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]);
            var isComma = text[end] == ',' && !hasPoint && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]);
            if (!char.IsAsciiDigit(text[end]) && !isPoint && !isComma)
            {
                break;
            }

            hasPoint |= isPoint || (isComma && !IsGroup(text, end, text.Length));
            end++;
        }

        return end;
    }

    private static bool IsGroup(ReadOnlySpan<char> text, int comma, int end)
    {
        var digits = 0;
        while (comma + 1 + digits < end && char.IsAsciiDigit(text[comma + 1 + digits]))
        {
            digits++;
        }

        return digits == 3;
    }
}
