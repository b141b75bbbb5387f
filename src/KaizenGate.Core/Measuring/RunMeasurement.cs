using KaizenGate.Core.Rules.Statistics;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Trackers.GitHub;

namespace KaizenGate.Core.Measuring;

/// <summary>Measures metrics in the runs of a workflow.</summary>
internal static class RunMeasurement
{
    /// <summary>The days before today whose runs count, so that weekdays and weekends have the same weight in all values.</summary>
    public const int Days = 7;

    /// <summary>Returns the median duration of the successful runs in minutes, or the share of the runs that failed in percent.</summary>
    /// <param name="measure">The workflow, by its name or file, and the figure.</param>
    /// <param name="runs">The runs of the last <see cref="Days"/> days.</param>
    /// <exception cref="InputException">There are no such runs.</exception>
    public static double Of(MetricMeasure measure, ImmutableArray<GitHubRun> runs)
    {
        ImmutableArray<GitHubRun> own = [.. runs.Where(run => run.IsOf(measure.Target) && run.Succeeded is not null)];
        ImmutableArray<double> minutes =
        [
            .. own.Where(run => run.Succeeded is true).Select(run => run.Duration.TotalMinutes),
        ];
        return measure.Figure == "failures" && own.Length > 0
                ? Math.Round(100d * own.Count(run => run.Succeeded is false) / own.Length, 2)
            : measure.Figure == "duration" && Percentile.Of(minutes, 0.5) is { } median ? Math.Round(median, 2)
            : throw new InputException(
                $"the workflow {Quote.Of(measure.Target)} has no completed run in the last {Days} days",
                "Name the workflow as GitHub shows it, or its file, such as ci.yml."
            );
    }
}
