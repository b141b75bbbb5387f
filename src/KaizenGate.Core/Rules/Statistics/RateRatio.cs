namespace KaizenGate.Core.Rules.Statistics;

/// <summary>The ratio of two rates of events, after ÷ before, with its exact interval.</summary>
/// <param name="Value">Null when there was none before.</param>
/// <param name="Low">At least 0.</param>
/// <param name="High">Infinite when there was none before.</param>
internal sealed record RateRatio(double? Value, double Low, double High)
{
    /// <summary>The confidence of the interval.</summary>
    public const double Confidence = 0.95;

    /// <summary>Halvings after which the bounds of a probability no longer change.</summary>
    private const int Steps = 100;

    /// <summary>
    /// Computes the ratio. Given all events, those after are binomial, and the interval is that of C. J. Clopper and E. S. Pearson (1934) for
    /// their share (J. Przyborowski and H. Wilenski 1940), as in <c>poisson.test</c> of R.
    /// </summary>
    /// <param name="before">The number of events before, at least 0.</param>
    /// <param name="timeBefore">The time in which they were counted, in any unit; above 0.</param>
    /// <param name="after">The number of events after.</param>
    /// <param name="timeAfter">Its time, in the same unit; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 0, or a time not above 0.</exception>
    public static RateRatio Of(int before, double timeBefore, int after, double timeAfter)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(before);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(timeBefore);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(timeAfter);
        var all = before + after;
        const double Tail = (1 - Confidence) / 2;

        // P[Bin(all, p) ≥ after] grows with p, and P[Bin(all, p) ≤ after] falls.
        var low = after == 0 ? 0 : Bound(p => 1 - Binomial.AtMost(after - 1, all, p) < Tail);
        var high = after == all ? 1 : Bound(p => Binomial.AtMost(after, all, p) >= Tail);
        return new(
            before == 0 ? null : after / timeAfter / (before / timeBefore),
            Odds(low) * timeBefore / timeAfter,
            Odds(high) * timeBefore / timeAfter
        );
    }

    private static double Odds(double share) => share >= 1 ? double.PositiveInfinity : share / (1 - share);

    /// <summary>The largest probability below which a condition holds.</summary>
    private static double Bound(Func<double, bool> holds)
    {
        var (low, high) = (0d, 1d);
        for (var step = 0; step < Steps; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
