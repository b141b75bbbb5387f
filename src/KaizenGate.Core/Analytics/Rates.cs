namespace KaizenGate.Core.Analytics;

/// <summary>Rates with the interval of 95% that docs/statistics.md describes.</summary>
internal static class Rates
{
    /// <summary>The 97.5th percentile of the normal distribution.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>A share of a whole with Wilson's interval.</summary>
    /// <param name="part">0 to <paramref name="whole"/>.</param>
    /// <param name="whole">At least 0.</param>
    /// <param name="none">Why there is none when the whole is 0.</param>
    public static Estimate Share(int part, int whole, string none)
    {
        if (whole <= 0)
        {
            return Estimate.Without(none);
        }

        var (low, high) = Wilson(part, whole);
        return new((double)part / whole, low, high, null);
    }

    /// <summary>
    /// How many of one kind come for each of the other. Given how many events there were in all, those of the one kind are
    /// binomial with p = r ÷ (1 + r), so the interval is Wilson's for p, turned back: r = p ÷ (1 − p).
    /// </summary>
    /// <param name="ones">Events of the one kind; at least 0.</param>
    /// <param name="others">Events of the other.</param>
    /// <param name="none">Why there is none when there are no others.</param>
    public static Estimate Ratio(int ones, int others, string none)
    {
        if (others <= 0)
        {
            return Estimate.Without(none);
        }

        var (low, high) = Wilson(ones, ones + others);
        return new((double)ones / others, low / (1 - low), high < 1 ? high / (1 - high) : null, null);
    }

    private static (double Low, double High) Wilson(int part, int whole)
    {
        var share = (double)part / whole;
        var square = Z * Z / whole;
        var middle = share + (square / 2);
        var half = Z * Math.Sqrt((share * (1 - share) / whole) + (square / (4 * whole)));
        // At the ends the formula yields exactly 0 and 1, but for the last bit.
        return (part == 0 ? 0 : (middle - half) / (1 + square), part == whole ? 1 : (middle + half) / (1 + square));
    }
}
