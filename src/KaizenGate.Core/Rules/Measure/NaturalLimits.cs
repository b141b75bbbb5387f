using KaizenGate.Core.Rules.Statistics;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Measure;

/// <summary>The limits between which a metric varies without a special cause, three standard deviations around its center.</summary>
/// <param name="Center">The mean; of durations the geometric mean.</param>
/// <param name="Lower">Of counts and durations at least 0, of shares at least 0%.</param>
/// <param name="Upper">Of shares at most 100%.</param>
internal sealed record NaturalLimits(double Center, double Lower, double Upper)
{
    /// <summary>
    /// Computes the limits of an XmR chart on the scale on which the kind varies evenly: the logarithm of durations and the
    /// arcsine of shares (variance-stabilizing transformations; Anscombe 1948). The standard deviation of √(count + ⅜) is ½.
    /// </summary>
    /// <param name="kind">The kind of the metric.</param>
    /// <param name="values">In the order of time; at least one.</param>
    /// <param name="whole">The share that is everything: 1 or 100.</param>
    public static NaturalLimits Of(MetricKind kind, IReadOnlyList<double> values, double whole) =>
        kind switch
        {
            MetricKind.Duration when values.Any(value => value > 0) => OfDurations(values),
            MetricKind.Count => OfCounts(values.Average()),
            MetricKind.Share => OnScale(
                values,
                share => Math.Asin(Math.Sqrt(Math.Clamp(share / whole, 0, 1))),
                angle => whole * Math.Pow(Math.Sin(Math.Clamp(angle, 0, Math.PI / 2)), 2)
            ),
            _ => OnScale(values, value => value, value => value),
        };

    /// <summary>A duration of 0 has no logarithm; it counts as half of the shortest other one.</summary>
    private static NaturalLimits OfDurations(IReadOnlyList<double> values)
    {
        var least = values.Where(value => value > 0).Min() / 2;
        return OnScale(values, value => Math.Log(Math.Max(value, least)), Math.Exp);
    }

    private static NaturalLimits OfCounts(double mean)
    {
        var root = Math.Sqrt(Math.Max(0, mean) + (3 / 8d));
        return new(mean, Math.Max(0, Back(Math.Max(0, root - 1.5))), Back(root + 1.5));

        static double Back(double root) => (root * root) - (3 / 8d);
    }

    private static NaturalLimits OnScale(
        IReadOnlyList<double> values,
        Func<double, double> scale,
        Func<double, double> back
    )
    {
        var limits = XmrLimits.Of([.. values.Select(scale)]);
        return new(back(limits.Mean), back(limits.Lower), back(limits.Upper));
    }
}
