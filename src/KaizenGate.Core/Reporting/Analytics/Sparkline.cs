using System.Collections.Immutable;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>Numbers as small columns on one line.</summary>
internal static class Sparkline
{
    private const string Columns = "▁▂▃▄▅▆▇█";

    /// <summary>A column for each number, the greatest of them the highest; a blank for what is not known. Numbers below 0 count as 0.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="width">The most columns; where there are more numbers, neighbours share a column as their mean.</param>
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

    /// <summary>As many neighbours together as it takes, spread evenly; blanks only where nothing of them is known.</summary>
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
