namespace KaizenGate.Core.Rules.Statistics;

/// <summary>Percentiles by linear interpolation between the sorted values (type 7 of Hyndman and Fan, the default of R, NumPy and spreadsheets).</summary>
internal static class Percentile
{
    /// <param name="values">In any order.</param>
    /// <inheritdoc cref="OfSorted"/>
    public static double? Of(ImmutableArray<double> values, double share) => OfSorted(values.Sort(), share);

    /// <summary>
    /// With n sorted values x₁ … xₙ the position is h = 1 + (n − 1) × share, and the result lies between the values at ⌊h⌋ and ⌈h⌉.
    /// </summary>
    /// <param name="sorted">Ascending.</param>
    /// <param name="share">0 (the least) to 1 (the greatest); 0.5 is the median.</param>
    /// <returns>Null without values.</returns>
    public static double? OfSorted(ImmutableArray<double> sorted, double share)
    {
        if (sorted.IsEmpty)
        {
            return null;
        }

        // Rounding removes floating-point error, so that a whole position stays whole.
        var position = Math.Round((sorted.Length - 1) * share, 9);
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
