using System.Collections.Frozen;
using System.Globalization;

namespace KaizenGate.Core.Reading;

/// <summary>
/// The figures of a remark: <c>35% faster</c> and <c>was 90, is 20</c> state some, <c>better 1</c>, <c>see PR #12</c>, <c>since
/// 2026-03-02</c> and <c>0 h</c> do not.
/// </summary>
internal static class RemarkFigures
{
    /// <summary>Words before a number that names something.</summary>
    private static readonly FrozenSet<string> Naming = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "PR",
        "MR",
        "issue",
        "ticket",
        "commit",
        "version",
        "release",
        "step",
        "phase"
    );

    /// <summary>Whether there are two values, or one with a unit. A zero with nothing but its unit counts as neither.</summary>
    public static bool Any(string text)
    {
        var (values, hasUnit, from) = (0, false, 0);
        while (Numbers.TryNext(text, from, out var value, out var start, out var end))
        {
            from = EndOfRun(text, end);
            if (from > end || IsName(text, start))
            {
                continue;
            }

            values += IsEndOfRange(text, start) ? 0 : 1;
            hasUnit |= HasUnit(text, start, end) && (value != 0 || HasOtherWords(text, end));
        }

        return hasUnit || values > 1;
    }

    /// <summary>Returns the end of a date, version or time that starts with a number; the end of the number when it is none.</summary>
    private static int EndOfRun(string text, int end)
    {
        var at = end;
        var joins = 0;
        while (at + 1 < text.Length && text[at] is '-' or '.' or ':' && char.IsAsciiDigit(text[at + 1]))
        {
            joins++;
            for (at++; at < text.Length && char.IsAsciiDigit(text[at]); at++) { }
        }

        return joins > 1 || (joins > 0 && text[end] is not '-') ? at : end;
    }

    /// <summary>Whether the number is part of a name or a reference: <c>p95</c>, <c>IMP-3</c>, <c>#12</c>, <c>pull/12</c>, <c>PR 12</c>.</summary>
    private static bool IsName(string text, int start)
    {
        if (start == 0)
        {
            return false;
        }

        var before = text[start - 1];
        if (char.IsAsciiLetter(before) || before is '#' or '!' or '_')
        {
            return true;
        }

        if (before is '-' or '/')
        {
            return start > 1 && char.IsAsciiLetter(text[start - 2]);
        }

        var end = start;
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        var word = end;
        while (word > 0 && char.IsAsciiLetter(text[word - 1]))
        {
            word--;
        }

        return Naming.Contains(text[word..end]);
    }

    /// <summary>Whether the number is the second of a range such as <c>2-3</c>.</summary>
    private static bool IsEndOfRange(string text, int start) =>
        start > 1 && text[start - 1] is '-' or '–' && char.IsAsciiDigit(text[start - 2]);

    private static bool HasUnit(string text, int start, int end)
    {
        if (start > 0 && char.GetUnicodeCategory(text[start - 1]) is UnicodeCategory.CurrencySymbol)
        {
            return true;
        }

        if (end < text.Length && char.GetUnicodeCategory(text[end]) is UnicodeCategory.CurrencySymbol)
        {
            return true;
        }

        var at = end < text.Length && text[end] == '-' ? end + 1 : end;
        if (MeasurementText.UnitAt(text, at) is not { } unit)
        {
            return false;
        }

        // The letters of a hash are followed by more digits.
        var after = text.IndexOf(unit, at, StringComparison.Ordinal) + unit.Length;
        return after == text.Length || !char.IsAsciiDigit(text[after]);
    }

    /// <summary>Whether there are words besides the unit of the number that ends at a place.</summary>
    private static bool HasOtherWords(string text, int end) =>
        text.Count(char.IsLetter) > (MeasurementText.UnitAt(text, end)?.Count(char.IsLetter) ?? 0);
}
