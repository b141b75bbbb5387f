namespace KaizenGate.Core.Analytics;

/// <summary>Whether the last weeks were better than those before.</summary>
internal enum Trend
{
    /// <summary>Too little is known.</summary>
    Unknown,

    /// <summary>No difference that chance does not explain.</summary>
    Same,
    Better,
    Worse,

    /// <summary>Some figures got better and others worse.</summary>
    Mixed,
}

/// <summary>
/// Decides about a trend: by the completions, compared with the weeks before; by the captures and departures of the last weeks, which
/// make the backlog grow or shrink; and by the metrics. Differences count from 1.645 standard errors, as in the forecasts.
/// </summary>
internal static class Trends
{
    public static Trend Of(PeriodComparison? comparison, ImmutableArray<MetricChart> metrics)
    {
        var (better, worse) = (
            metrics.Any(metric => metric.HasImproved),
            metrics.Any(metric => metric.Signal is not null)
        );
        if (comparison is { Now: var now, Before: { } before })
        {
            var completions = Difference(now.Completed, before.Completed);
            var growth = Difference(now.Captured, now.Departed);
            better |= completions > 0 || growth < 0;
            worse |= completions < 0 || growth > 0;
        }

        return (better, worse) switch
        {
            (true, true) => Trend.Mixed,
            (true, _) => Trend.Better,
            (_, true) => Trend.Worse,
            _ => comparison?.Before is null ? Trend.Unknown : Trend.Same,
        };
    }

    /// <summary>The sign of the difference of two Poisson counts; 0 when chance explains it.</summary>
    private static int Difference(int one, int other) =>
        one + other == 0 || Math.Abs(one - other) / Math.Sqrt(one + other) <= DrainForecast.Significant
            ? 0
            : Math.Sign(one - other);
}
