using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Planning;

/// <summary>Reviews the last week and plans this one.</summary>
internal static class Reviewer
{
    /// <exception cref="InputException">The best plan would take too long to compute.</exception>
    public static Review Review(
        ImmutableArray<Evidence> evidence,
        GateSettings settings,
        Capacity capacity,
        DateOnly asOf
    )
    {
        var week = Week.Before(asOf);
        return new Review
        {
            AsOf = asOf,
            LastWeek = week,
            Backlogs = [.. evidence.Select(one => Of(one, week, settings, asOf))],
            Plan = Planner.Plan(evidence.Select(one => one.Backlog), settings.Scoring, capacity, asOf),
        };
    }

    private static ReviewedBacklog Of(Evidence evidence, Week week, GateSettings settings, DateOnly asOf)
    {
        var reviewed = WithStale(
            new ReviewedBacklog
            {
                File = evidence.Backlog.File,
                Unscored = [.. evidence.Backlog.Improvements.Where(item => item is { IsActive: true, Score: null })],
            },
            evidence,
            settings,
            asOf
        );
        if (evidence.History is not Timeline timeline)
        {
            return reviewed with { Unknown = ((NoHistory)evidence.History).Reason };
        }

        var happened = LastWeek(evidence, timeline, week, asOf);
        return reviewed with
        {
            Limit = Limit(evidence, timeline, week),
            Completed = [.. happened.Where(one => one.Kind is TimelineEventKind.Completed).Select(Completion)],
            Captured = [.. happened.Where(one => one.Kind is TimelineEventKind.Captured)],
            Moved = [.. happened.Where(one => IsMove(one.Kind))],
        };
    }

    /// <summary>The events of the week by day, without completions and captures that were undone.</summary>
    private static List<ReviewedEvent> LastWeek(Evidence evidence, Timeline timeline, Week week, DateOnly asOf)
    {
        var effective = EffectiveHistory.Of(timeline, asOf);
        var items = evidence.Backlog.WithArchive.DistinctBy(timeline.KeyOf).ToDictionary(timeline.KeyOf);
        return
        [
            .. HistoryEntry
                .Of(evidence.Backlog, evidence.History)
                .Where(entry => entry.Event is { IsFromStart: false } happened && week.Contains(happened.Date))
                .Where(entry => IsEffective(entry.Event))
                .Select(entry => new ReviewedEvent(
                    entry.Event.Date,
                    entry.Event.Kind,
                    entry.Event.Key,
                    entry.Id,
                    items.GetValueOrDefault(entry.Event.Key)?.Title ?? entry.Title,
                    items.GetValueOrDefault(entry.Event.Key)
                ))
                .OrderBy(one => one.Day),
        ];

        bool IsEffective(TimelineEvent happened) =>
            happened.Kind switch
            {
                TimelineEventKind.Completed => effective.Find(happened.Key)?.Completed == happened,
                TimelineEventKind.Captured => effective.Find(happened.Key)?.Captured == happened,
                _ => true,
            };
    }

    private static bool IsMove(TimelineEventKind kind) =>
        kind
            is TimelineEventKind.Deferred
                or TimelineEventKind.Rejected
                or TimelineEventKind.Dropped
                or TimelineEventKind.Reopened;

    private static ReviewedCompletion Completion(ReviewedEvent happened) =>
        new(
            happened,
            happened.Item is { } item ? UnmeasuredCompletion.IsMeasured(item) : null,
            happened.Item?.TimeSpent?.Value
        );

    private static string? Limit(Evidence evidence, Timeline timeline, Week week)
    {
        if (timeline.Start > week.Monday && timeline.CutShortBy is { } reason)
        {
            return $"the history before {Wording.Day(timeline.Start)} is incomplete: {reason}";
        }

        return evidence.NoHistory is { } why
                ? $"from the dates in the file, which do not show dropped and reopened improvements: {why}"
            : week.Contains(timeline.Start)
                ? $"the history begins on {Wording.Day(timeline.Start)}; improvements of that day do not count as captured"
            : null;
    }

    /// <summary>Evaluates KZ306 itself, with its suppressions, so that the review and the gate agree.</summary>
    private static ReviewedBacklog WithStale(
        ReviewedBacklog reviewed,
        Evidence evidence,
        GateSettings settings,
        DateOnly asOf
    )
    {
        var rule = StaleImprovement.Rule;
        if (settings.SeverityOf(rule.Known) is Severity.Off)
        {
            return reviewed with { StaleNotEvaluated = $"the settings turn {rule.Id} off" };
        }

        var verdict = Gate.Check([evidence with { Range = null }], settings, asOf, "", baseline: null, [rule]);
        return reviewed with
        {
            Stale =
            [
                .. verdict
                    .Findings.Where(finding =>
                        finding.Rule == rule && !finding.IsSuppressed && finding.Item is not null
                    )
                    .Select(finding => new StaleItem(finding.Item!, finding.Message)),
            ],
            StaleNotEvaluated = verdict.NotEvaluated.FirstOrDefault(one => one.Rule == rule)?.Reason,
        };
    }
}
