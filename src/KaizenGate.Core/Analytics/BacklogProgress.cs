using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;

namespace KaizenGate.Core.Analytics;

/// <summary>One of the backlogs of a report.</summary>
internal sealed record BacklogProgress(SourceFile File)
{
    /// <summary>Whether a finding in it fails the gate today.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Open on the last day of the period.</summary>
    public required int Open { get; init; }

    /// <summary>Weeks until it is empty at the rate of the window; null when unknown, or on an earlier day than today.</summary>
    public double? DrainWeeks { get; init; }

    /// <summary>Its own figures in the spans of the report; null when the history is unknown.</summary>
    public PeriodComparison? Comparison { get; init; }

    /// <param name="evidence">The backlogs with their history.</param>
    /// <param name="verdict">The verdict of today.</param>
    /// <param name="period">The period.</param>
    /// <param name="open">What is open on its last day.</param>
    public static ImmutableArray<BacklogProgress> Of(
        ImmutableArray<Evidence> evidence,
        Verdict verdict,
        ReportPeriod period,
        ImmutableArray<OpenImprovement> open
    ) =>
        [
            .. evidence.Select(one =>
            {
                var file = one.Backlog.File;
                return new BacklogProgress(file)
                {
                    Outcome = verdict.Findings.Any(finding =>
                        (finding.Backlog == file || finding.Backlog == one.Backlog.Archive?.File)
                        && verdict.FailsBy(finding)
                    )
                        ? Outcome.Fail
                        : Outcome.Pass,
                    Open = open.Count(item => item.Backlog == file),
                    DrainWeeks =
                        period.To == verdict.AsOf
                            ? verdict
                                .Backlogs.FirstOrDefault(backlog => backlog.Backlog.File == file)
                                ?.Figures.DrainWeeks
                            : null,
                    Comparison = period.KnownFrom is { } start
                        ? PeriodComparison.Of(ObservedLifecycle.Of([one], period.To), period, start)
                        : null,
                };
            }),
        ];
}
