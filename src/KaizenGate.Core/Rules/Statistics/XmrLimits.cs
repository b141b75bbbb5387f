namespace KaizenGate.Core.Rules.Statistics;

/// <summary>The natural process limits of an individuals chart (XmR chart, Shewhart and Wheeler).</summary>
/// <param name="Mean">Mean of the values.</param>
/// <param name="MovingRange">Mean of the absolute differences of neighbours.</param>
internal sealed record XmrLimits(double Mean, double MovingRange)
{
    /// <summary>3 ÷ 1.128: three standard deviations, as the mean moving range of pairs is 1.128 of them.</summary>
    public const double Factor = 2.66;

    public double Upper => Mean + (Factor * MovingRange);

    public double Lower => Mean - (Factor * MovingRange);

    /// <summary>Computes the limits from all values in the order of time; at least one.</summary>
    public static XmrLimits Of(IReadOnlyList<double> values)
    {
        var (sum, ranges) = (0d, 0d);
        for (var at = 0; at < values.Count; at++)
        {
            sum += values[at];
            ranges += at > 0 ? Math.Abs(values[at] - values[at - 1]) : 0;
        }

        return new(sum / values.Count, values.Count > 1 ? ranges / (values.Count - 1) : 0);
    }
}
