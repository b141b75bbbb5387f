using System.Globalization;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

internal static class MeasurementWriter
{
    /// <summary>Returns "p95 30 s" for "p95=30 s", as the reader expects it.</summary>
    public static string Spaced(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && equals + 1 < text.Length && text[equals + 1] is not '>'
            ? $"{text[..equals].TrimEnd()} {text[(equals + 1)..].TrimStart()}"
            : text.Trim();
    }

    /// <summary>Returns the value after the work together with the baseline value.</summary>
    /// <param name="baseline">The measurement in the file; null when there is none.</param>
    /// <param name="measured">"p95=5 s", "5 s", or both values with an arrow between them.</param>
    /// <param name="option">The option that it was given with, for errors.</param>
    /// <exception cref="InputException">The metric or the unit is not that of the baseline.</exception>
    public static string Against(Written<Measurement>? baseline, string measured, string option = "--measured")
    {
        var text = Spaced(measured);
        var isWhole = MeasurementText.Read(text).After is not null;
        if (isWhole || baseline is not { Value: { Before: not null, After: null } })
        {
            return text;
        }

        var arrow = baseline.Text.LastIndexOfAny(['→', '➜', '⇒', '>']);
        var before = baseline.Text[..arrow].TrimEnd('-', '=', ' ');
        var number = text.AsSpan().IndexOfAnyInRange('0', '9');
        var equals = measured.IndexOf('=', StringComparison.Ordinal);
        var metric = equals > 0 ? measured[..equals].Trim() : "";
        if (
            metric.Length > 0
            && baseline.Value.Metric is { } known
            && TextNormalizer.Normalize(metric) != TextNormalizer.Normalize(known)
        )
        {
            throw new InputException(
                $"{option} is for \"{metric}\", the baseline for \"{known}\"",
                $"Measure {known} again, or give both values: {option} 'METRIC 30 s -> 5 s'."
            );
        }

        var value =
            equals > 0 ? measured[(equals + 1)..].Trim()
            : number >= 0 ? text[(number > 0 && text[number - 1] is '-' or '−' ? number - 1 : number)..]
            : text;
        var after = MeasurementText.Read($"{before} → {value}");
        if (after.After is not null && baseline.Value.Unit is { } unit && after.Unit is { } other && unit != other)
        {
            throw new InputException(
                $"{option} is in {other}, the baseline in {unit}",
                $"Give the value in {unit}, or both values: {option} \"{before} -> …\"."
            );
        }

        return after.After is not null ? $"{before} → {value}" : text;
    }

    /// <summary>Returns a later value together with the one before the work, and its day; earlier ones follow.</summary>
    /// <param name="item">A completed improvement.</param>
    /// <param name="again">The later value, as for <see cref="Against"/>.</param>
    /// <param name="day">The day of the later value.</param>
    /// <exception cref="InputException">The metric or the unit is not that of the measured impact.</exception>
    public static string Again(Improvement item, string again, DateOnly day)
    {
        var baseline = item.MeasuredImpact is { Value: { Before: { } before } value } measured
            ? measured with
            {
                Value = value with { After = null },
                Text = string.Create(CultureInfo.InvariantCulture, $"{value.Metric} {before} {value.Unit} → ?").Trim(),
            }
            : null;
        var text = $"{Against(baseline, again, "--again")} ({day:yyyy-MM-dd})";
        return item.MeasuredAgain is { Text: { Length: > 0 } earlier } ? $"{text}; {earlier}" : text;
    }
}
