namespace KaizenGate.Core.Rules.Statistics;

/// <summary>
/// The rank-sum test (Wilcoxon; Mann and Whitney 1947) with a correction for serial correlation. Ranks depend neither on the
/// scale nor on the distribution of the values.
/// </summary>
internal static class LevelShift
{
    private const double MaxCorrelation = 0.9;

    /// <summary>
    /// Returns by how many standard errors the mean rank of the later values is above that of the earlier ones: negative when it
    /// is below, 0 when all values are equal. The variance of the mean of n ranks is that of independent ones ×
    /// 1 + 2 Σ (1 − k ÷ n) φᵏ, where φ is the correlation of neighbours.
    /// </summary>
    /// <param name="earlier">In the order of time; at least one.</param>
    /// <param name="later">In the order of time; at least one.</param>
    public static double StandardErrors(IReadOnlyList<double> earlier, IReadOnlyList<double> later)
    {
        var ranks = Ranks([.. earlier, .. later]);
        var before = ranks.AsSpan(0, earlier.Count);
        var after = ranks.AsSpan(earlier.Count);
        var variance = SquaresAround(ranks, Mean(ranks)) / (ranks.Length - 1);
        if (variance == 0)
        {
            return 0;
        }

        var correlation = Correlation(before);
        return (Mean(after) - Mean(before))
            / Math.Sqrt(
                variance
                    * (
                        (Inflation(correlation, before.Length) / before.Length)
                        + (Inflation(correlation, after.Length) / after.Length)
                    )
            );
    }

    /// <summary>The ranks from 1; equal values share the mean of theirs.</summary>
    private static double[] Ranks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort((double[])values.Clone(), order);
        var ranks = new double[values.Length];
        for (var first = 0; first < order.Length; )
        {
            var end = first + 1;
            while (end < order.Length && values[order[end]].Equals(values[order[first]]))
            {
                end++;
            }

            for (var at = first; at < end; at++)
            {
                ranks[order[at]] = (first + 1 + end) / 2d;
            }

            first = end;
        }

        return ranks;
    }

    /// <summary>
    /// The correlation of neighbours, from 0 to 0.9. Its estimate is too low by (1 + 4φ) ÷ n on average (Marriott and Pope 1954), which is
    /// added. A negative one would make the test less cautious, and counts as 0.
    /// </summary>
    private static double Correlation(ReadOnlySpan<double> ranks)
    {
        var mean = Mean(ranks);
        var squares = SquaresAround(ranks, mean);
        if (squares == 0)
        {
            return 0;
        }

        var products = 0d;
        for (var at = 1; at < ranks.Length; at++)
        {
            products += (ranks[at] - mean) * (ranks[at - 1] - mean);
        }

        var estimate = products / squares;
        return Math.Clamp(estimate + ((1 + (4 * estimate)) / ranks.Length), 0, MaxCorrelation);
    }

    private static double Inflation(double correlation, int count)
    {
        var (sum, power) = (1d, 1d);
        for (var lag = 1; lag < count; lag++)
        {
            power *= correlation;
            sum += 2 * (1 - ((double)lag / count)) * power;
        }

        return sum;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0d;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static double SquaresAround(ReadOnlySpan<double> values, double mean)
    {
        var sum = 0d;
        foreach (var value in values)
        {
            sum += (value - mean) * (value - mean);
        }

        return sum;
    }
}
