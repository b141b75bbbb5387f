using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>A report in three sentences for readers who see nothing else: the answer and its figures.</summary>
/// <param name="Answer">The answer in a few words.</param>
/// <param name="Facts">The figures, or what is missing; text from the backlog is not escaped.</param>
internal sealed record SummaryText(string Answer, string Facts)
{
    private const int LongestName = 60;

    /// <summary>The metrics named in a sentence; the others are only counted.</summary>
    private const int MaxNames = 2;

    public override string ToString() => $"{Answer}: {Facts}";

    /// <summary>Whether it gets better, what it brought, and what is stuck.</summary>
    public static ImmutableArray<SummaryText> Of(ImprovementReport report) =>
        [Better(report), Brought(report), Stuck(report)];

    public static SummaryText Better(ImprovementReport report)
    {
        var answer = report.Trend switch
        {
            Trend.Better => "Getting better",
            Trend.Worse => "Getting worse",
            Trend.Mixed => "Better and worse",
            Trend.Same => "No clear change",
            _ => "Not known yet whether it gets better",
        };
        string?[] facts =
        [
            Compared(report.Comparison),
            Changed(report.Metrics.Where(metric => metric.HasImproved), "better"),
            Changed(report.Metrics.Where(metric => metric.Signal is not null), "worse"),
            report.Comparison?.Before is null
                ? $"there is nothing to compare with ({report.Comparison?.Missing ?? report.Period.Unknown})"
                : null,
        ];
        return new(answer, $"{string.Join("; ", facts.OfType<string>())}.");
    }

    public static SummaryText Brought(ImprovementReport report)
    {
        const string Answer = "What it brought";
        if (report.Period.Unknown is not null)
        {
            return new(Answer, "unknown without a history.");
        }

        var weeks =
            report.Period.Days < 14
                ? Wording.Count(report.Period.Days, "day")
                : Wording.Count(Math.Round(report.Period.Weeks, 1), "week");

        var count = report.Completions.Length;
        var metrics = report.Compounding is [.., { ByMetrics.Value: { } factor }] ? Metrics(factor) : "";
        if (count == 0)
        {
            return new(Answer, $"nothing was completed in {weeks}{metrics}.");
        }

        var measured = report.Completions.Count(one => one.Measured is { Length: > 0 });
        var gain = (report.Accrued.HoursSaved.Value, report.Investment.HoursSpent.Value) switch
        {
            ({ } saved, { } spent) =>
                $"{Hours(saved)} saved for {Hours(spent)} spent (stated by {report.Accrued.Measured} of {count})",
            ({ } saved, null) =>
                $"{Hours(saved)} saved (stated by {report.Accrued.Measured} of {count}); no time spent is logged",
            _ => measured > 0
                ? $"{measured} of {count} {(measured == 1 ? "has" : "have")} a measured result, and none says how much time it saves"
                : "none says what it saves or has a measured result",
        };
        return new(Answer, $"{Improvements(count)} completed in {weeks}; {gain}{metrics}.");
    }

    public static SummaryText Stuck(ImprovementReport report)
    {
        const string Answer = "What is stuck";
        ImmutableArray<OpenImprovement> active = [.. report.Open.Where(one => one.Status is not Status.Deferred)];
        ImmutableArray<OpenImprovement> old = [.. active.Where(one => one.AgeDays > AgeBand.OldDays)];
        var unknown = active.Count(one => one.AgeDays is null);
        var without = unknown > 0 ? $"; the age of {unknown} is unknown" : "";
        if (active.IsEmpty)
        {
            return new(
                Answer,
                report.Open.IsEmpty ? "nothing, because nothing is open." : "nothing; all that is open is deferred."
            );
        }

        if (unknown == active.Length)
        {
            return new(Answer, "unknown, because no active improvement has a known capture.");
        }

        var grows = report.Drain.Outcome is DrainOutcome.Never ? $"; the backlog grows, as {report.Drain.Missing}" : "";
        if (old.IsEmpty)
        {
            return new(Answer, $"no active improvement is older than {AgeBand.OldDays} days{without}{grows}.");
        }

        var oldest = old.MaxBy(one => (one.AgeDays, one.Score ?? -1))!;
        var name = VisibleText.Cut(oldest.Title, LongestName);
        return new(
            Answer,
            $"{old.Length} of {active.Length} active improvements {(old.Length == 1 ? "is" : "are")} older than {AgeBand.OldDays} days; the oldest is “{name}” with {oldest.AgeDays} days{without}{grows}."
        );
    }

    private static string? Compared(PeriodComparison? comparison) =>
        comparison is { Now: var now, Before: { } before }
            ? $"{Improvements(now.Completed)} completed in the last {ComparisonText.Weeks(now)} and {before.Completed} in the {ComparisonText.Weeks(before)} before; "
                + (
                    now.Open == before.Open ? $"{now.Open} open, as many as then"
                    : now.Open > before.Open ? $"the backlog grew from {before.Open} to {now.Open}"
                    : $"the backlog shrank from {before.Open} to {now.Open}"
                )
            : null;

    private static string? Changed(IEnumerable<MetricChart> metrics, string how)
    {
        var all = metrics.Select(metric => VisibleText.Cut(metric.Name, LongestName)).ToList();
        return all.Count == 0 ? null
            : all.Count > MaxNames ? $"{all.Count} metrics got {how}"
            : $"{Wording.And(all)} got {how}";
    }

    private static string Metrics(double factor) =>
        factor switch
        {
            >= 1.005 => $"; the metrics are {FiguresText.Rate(factor - 1)} better than at the start",
            < 0.995 => $"; the metrics are {FiguresText.Rate(1 - factor)} worse than at the start",
            _ => "; the metrics are as at the start",
        };

    private static string Improvements(int count) => count == 1 ? "1 improvement was" : $"{count} improvements were";

    private static string Hours(double hours) =>
        hours < 10 ? Wording.Count(Math.Round(hours, 1), "hour") : $"{hours:#,0} hours";
}
