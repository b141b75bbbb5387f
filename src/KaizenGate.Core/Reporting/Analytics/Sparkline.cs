namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>Numbers as small columns on one line.</summary>
internal static class Sparkline
{
    private const string Columns = "▁▂▃▄▅▆▇█";

    /// <summary>One column per number, scaled to the greatest number; a space for an unknown one. Negative numbers count as 0.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="width">The maximum number of columns; if there are more numbers, a column is the mean of several.</param>
    public static string Of(IReadOnlyList<double?> values, int width)
    {
        var fitted = Fit(values, Math.Max(1, width));
        var most = fitted.Max() ?? 0;
        return string.Concat(
            fitted.Select(value =>
                value is not { } known ? ' '
                : most <= 0 ? Columns[0]
                : Columns[(int)Math.Round(Math.Max(0, known) / most * (Columns.Length - 1))]
            )
        );
    }

    /// <summary>Averages adjacent numbers if there are more than columns; null only if all of them are unknown.</summary>
    private static ImmutableArray<double?> Fit(IReadOnlyList<double?> values, int width) =>
        values.Count <= width
            ? [.. values]
            :
            [
                .. Enumerable
                    .Range(0, width)
                    .Select(column =>
                        values.Take((column * values.Count / width)..((column + 1) * values.Count / width)).Average()
                    ),
            ];
}
