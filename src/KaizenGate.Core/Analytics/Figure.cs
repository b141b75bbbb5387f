namespace KaizenGate.Core.Analytics;

/// <summary>A figure, or the reason why it is missing.</summary>
/// <param name="Value">Finite; null when unknown.</param>
/// <param name="Missing">What is missing, with the remedy; null when there is a value.</param>
internal readonly record struct Figure(double? Value, string? Missing)
{
    public static Figure Of(double value) =>
        double.IsFinite(value) ? new(value, null) : Without("it would be a division by zero");

    public static Figure Without(string reason) => new(null, reason);

    /// <summary>Divides; when a figure is missing, returns its reason, that of the dividend first.</summary>
    public Figure Over(Figure divisor) =>
        (Value, divisor.Value) switch
        {
            (null, _) => this,
            (_, null) => divisor,
            ({ } dividend, { } by) => Of(dividend / by),
        };

    /// <summary>Applies a change to the value, if any.</summary>
    public Figure Then(Func<double, double> change) => Value is { } value ? Of(change(value)) : this;
}

/// <summary>A figure with its 95% confidence interval, or the reason why it is missing.</summary>
/// <param name="Value">Finite; null when unknown.</param>
/// <param name="Low">Null without a value.</param>
/// <param name="High">Null without a value, or when there is no upper limit.</param>
/// <param name="Missing">What is missing, with the remedy; null when there is a value.</param>
internal readonly record struct Estimate(double? Value, double? Low, double? High, string? Missing)
{
    /// <summary>The 97.5th percentile of the normal distribution.</summary>
    private const double Z = 1.959963984540054;

    public static Estimate Without(string reason) => new(null, null, null, reason);

    /// <summary>Returns a share with the Wilson interval.</summary>
    /// <param name="part">0 to <paramref name="whole"/>.</param>
    /// <param name="whole">At least 0.</param>
    /// <param name="none">The reason when the whole is 0.</param>
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
    /// Returns the ratio r of two counts. Given their sum, the first count is binomial with p = r ÷ (1 + r), so the interval is the Wilson
    /// interval of p, converted with r = p ÷ (1 − p). It ends at 1 if r is at most 1; a greater r is not a share and has no upper limit.
    /// </summary>
    /// <param name="ones">At least 0.</param>
    /// <param name="others">The divisor.</param>
    /// <param name="none">The reason when the divisor is 0 or less.</param>
    public static Estimate Ratio(int ones, int others, string none)
    {
        if (others <= 0)
        {
            return Estimate.Without(none);
        }

        var (low, high) = Wilson(ones, ones + others);
        return new((double)ones / others, low / (1 - low), ones > others ? null : Math.Min(1, high / (1 - high)), null);
    }

    private static (double Low, double High) Wilson(int part, int whole)
    {
        var share = (double)part / whole;
        var square = Z * Z / whole;
        var middle = share + (square / 2);
        var half = Z * Math.Sqrt((share * (1 - share) / whole) + (square / (4 * whole)));
        // At the ends the formula yields 0 and 1, except for a rounding error.
        return (part == 0 ? 0 : (middle - half) / (1 + square), part == whole ? 1 : (middle + half) / (1 + square));
    }
}
