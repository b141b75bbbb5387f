namespace KaizenGate.Core.Reading;

/// <summary>Measurements: <c>p95 30 s → 5 s</c>, <c>30s -> 5s (-83%)</c>, <c>error rate: 15% to 5%</c>; anything else is a remark, which may have figures.</summary>
internal static class MeasurementText
{
    public static Measurement Read(string text)
    {
        foreach (var arrow in Arrows)
        {
            var at = text.IndexOf(arrow, StringComparison.Ordinal);
            if (at <= 0 || LastNumber(text[..at].TrimEnd()) is not { } before)
            {
                continue;
            }

            var metric = WithoutFrom(text[..before.Start].Trim(MetricEnds)).Trim(MetricEnds);
            var named = metric.Length == 0 ? null : metric;
            var right = text[(at + arrow.Length)..].TrimStart();
            if (right is "?")
            {
                // Taken before the work began: nothing has been measured since.
                return new Measurement(named, before.Value, null, before.Unit, false);
            }

            right = right.TrimStart('~', '≈', '<', '>');
            if (Numbers.TryLeading(right, out var after, out var end))
            {
                return new Measurement(named, before.Value, after, UnitAt(right, end) ?? before.Unit, true);
            }
        }

        return new Measurement(null, null, null, null, RemarkFigures.Any(text));
    }

    /// <summary>Returns the numbers in a text with their units, null for none, in their order.</summary>
    public static IEnumerable<(double Value, string? Unit)> Quantities(string text)
    {
        for (var from = 0; Numbers.TryNext(text, from, out var value, out _, out var end); from = end)
        {
            yield return (value, UnitAt(text, end));
        }
    }

    /// <summary>"error rate from 15% to 5%" measures the error rate.</summary>
    private static string WithoutFrom(string metric) =>
        metric.Equals("from", StringComparison.OrdinalIgnoreCase)
        || metric.EndsWith(" from", StringComparison.OrdinalIgnoreCase)
            ? metric[..^4]
            : metric;

    private static readonly char[] MetricEnds = [' ', ':', '-', '–', '(', '~', '≈', '='];

    /// <summary>Returns the number at the end of a text, before its unit.</summary>
    private static (double Value, int Start, string? Unit)? LastNumber(string text)
    {
        var end = text.Length;
        while (end > 0 && !char.IsAsciiDigit(text[end - 1]) && text.Length - end < 12)
        {
            end--;
        }

        var start = end;
        while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is '.' or ','))
        {
            start--;
        }

        // A sign follows a space and directly precedes the number; any other dash is between the metric and its value.
        if (start < end && start > 0 && text[start - 1] is '-' or '−' && (start == 1 || text[start - 2] is ' ' or '='))
        {
            start--;
        }

        return start < end && Numbers.TryLeading(text.AsSpan(start), out var value, out _)
            ? (value, start, UnitAt(text, end))
            : null;
    }

    /// <summary>Returns the unit after a number that ends at a place; null when none follows.</summary>
    internal static string? UnitAt(string text, int start)
    {
        while (start < text.Length && text[start] == ' ')
        {
            start++;
        }

        var end = start;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '%' or '/' or '°' or '×'))
        {
            end++;
        }

        return end > start ? text[start..end] : null;
    }

    private static readonly string[] Arrows = ["→", "->", "=>", "⇒", "➜", " to "];
}
