using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>Measurements: <c>p95 30 s → 5 s</c>, <c>30s -> 5s (-83%)</c>, <c>error rate: 15% to 5%</c>; anything else is a remark.</summary>
internal static class MeasurementText
{
    public static Measurement Read(string text, SourceSpan span)
    {
        var hasNumber = text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
        foreach (var arrow in Arrows)
        {
            var at = text.IndexOf(arrow, StringComparison.Ordinal);
            if (at <= 0)
            {
                continue;
            }

            var left = text[..at].TrimEnd();
            var right = text[(at + arrow.Length)..].TrimStart();
            if (right is "?" && LastNumber(left) is { } baseline)
            {
                // What was measured before the work began; nothing is measured yet.
                var measured = WithoutFrom(left[..baseline.Start].Trim(MetricEnds)).Trim(MetricEnds);
                return new Measurement(
                    text,
                    measured.Length == 0 ? null : measured,
                    baseline.Value,
                    null,
                    baseline.Unit,
                    false,
                    span
                );
            }

            if (
                LastNumber(left) is { } before
                && Numbers.TryLeading(right.TrimStart('~', '≈', '<', '>'), out var after, out var afterEnd)
            )
            {
                var unit = UnitAt(right.TrimStart('~', '≈', '<', '>'), afterEnd) ?? before.Unit;
                var metric = WithoutFrom(left[..before.Start].Trim(MetricEnds)).Trim(MetricEnds);
                return new Measurement(text, metric.Length == 0 ? null : metric, before.Value, after, unit, true, span);
            }
        }

        return new Measurement(text, null, null, null, null, hasNumber, span);
    }

    /// <summary>"error rate from 15% to 5%" measures the error rate.</summary>
    private static string WithoutFrom(string metric) =>
        metric.Equals("from", StringComparison.OrdinalIgnoreCase)
        || metric.EndsWith(" from", StringComparison.OrdinalIgnoreCase)
            ? metric[..^4]
            : metric;

    private static readonly char[] MetricEnds = [' ', ':', '-', '–', '(', '~', '≈', '='];

    /// <summary>The number that a text ends with, apart from its unit.</summary>
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

        // A sign stands directly before the number and behind a blank; any other dash is between the metric and its value.
        if (start < end && start > 0 && text[start - 1] is '-' or '−' && (start == 1 || text[start - 2] is ' ' or '='))
        {
            start--;
        }

        return start < end && Numbers.TryLeading(text.AsSpan(start), out var value, out _)
            ? (value, start, UnitAt(text, end))
            : null;
    }

    private static string? UnitAt(string text, int start)
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
