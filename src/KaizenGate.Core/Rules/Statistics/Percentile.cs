using System.Collections.Immutable;

namespace KaizenGate.Rules.Statistics;

/// <summary>Percentiles by linear interpolation between the sorted values (type 7 of Hyndman and Fan, the default of R, NumPy and spreadsheets).</summary>
internal static class Percentile
{
    /// <summary>
    /// With n sorted values x₁ … xₙ the place is h = 1 + (n − 1) × share, and the result lies between the values at ⌊h⌋ and ⌈h⌉.
    /// </summary>
    /// <param name="values">In any order.</param>
    /// <param name="share">0 (the least) to 1 (the greatest); 0.5 is the median.</param>
    /// <returns>Null without values.</returns>
    public static double? Of(ImmutableArray<double> values, double share)
    {
        if (values.IsEmpty)
        {
            return null;
        }

        var sorted = values.Sort();
        // Rounded far below a day, so that a place that is a whole number by hand is one here too.
        var place = Math.Round((sorted.Length - 1) * share, 9);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
