using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Planning;

/// <summary>The review of the last week and the plan of this one.</summary>
internal sealed record Review
{
    public required DateOnly AsOf { get; init; }

    /// <summary>The last complete week.</summary>
    public required Week LastWeek { get; init; }

    public required ImmutableArray<ReviewedBacklog> Backlogs { get; init; }

    /// <summary>The plan of this week; its capacity also applies to the last week.</summary>
    public required Plan Plan { get; init; }

    public IEnumerable<ReviewedEvent> Completed => Backlogs.SelectMany(backlog => backlog.Completed);

    /// <summary>The hours logged on the completions of last week; null when no backlog has a history.</summary>
    public double? LoggedHours =>
        Backlogs.All(backlog => backlog.Unknown is not null) ? null : Completed.Sum(one => one.Hours ?? 0);

    /// <exception cref="InputException">The best plan would take too long to compute.</exception>
    public static Review Of(ImmutableArray<Evidence> evidence, GateSettings settings, Capacity capacity, DateOnly asOf)
    {
        var week = Week.Before(asOf);
        return new Review
        {
            AsOf = asOf,
            LastWeek = week,
            Backlogs = [.. evidence.Select(one => Of(one, week, settings, asOf))],
            Plan = Plan.Of(evidence.Select(one => one.Backlog), settings.Scoring, capacity, asOf),
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

        var happened = EventsOf(evidence, timeline, week, asOf);
        return reviewed with
        {
            Limit = Limit(evidence, timeline, week),
            Completed = [.. happened.Where(one => one.Kind is TimelineEventKind.Completed)],
            Captured = [.. happened.Where(one => one.Kind is TimelineEventKind.Captured)],
            Moved = [.. happened.Where(one => IsMove(one.Kind))],
        };
    }

    /// <summary>The events of the week by day, without completions and captures that were undone.</summary>
    private static List<ReviewedEvent> EventsOf(Evidence evidence, Timeline timeline, Week week, DateOnly asOf)
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
                    items.GetValueOrDefault(entry.Event.Key) ?? timeline.Pruned.GetValueOrDefault(entry.Event.Key)
                )
                {
                    IsInFile = items.ContainsKey(entry.Event.Key),
                })
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
                    .Select(finding => (finding.Item!, finding.Message)),
            ],
            StaleNotEvaluated = verdict.NotEvaluated.FirstOrDefault(one => one.Rule == rule)?.Reason,
        };
    }
}

internal sealed record ReviewedBacklog
{
    public required SourceFile File { get; init; }

    /// <summary>Why last week is unknown; null when it is known.</summary>
    public string? Unknown { get; init; }

    /// <summary>What is missing from the history of last week; null when it is complete.</summary>
    public string? Limit { get; init; }

    /// <summary>The completions of last week that were not reopened, including pruned ones.</summary>
    public ImmutableArray<ReviewedEvent> Completed { get; init; } = [];

    /// <summary>The captures of last week.</summary>
    public ImmutableArray<ReviewedEvent> Captured { get; init; } = [];

    /// <summary>The deferrals, rejections, drops and reopenings of last week.</summary>
    public ImmutableArray<ReviewedEvent> Moved { get; init; } = [];

    /// <summary>The active improvements without a score.</summary>
    public ImmutableArray<Improvement> Unscored { get; init; } = [];

    /// <summary>The findings of KZ306 with their messages.</summary>
    public ImmutableArray<(Improvement Item, string Reason)> Stale { get; init; } = [];

    /// <summary>Why that rule was not evaluated; null when it was.</summary>
    public string? StaleNotEvaluated { get; init; }
}

/// <summary>An event of last week.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Key">The key of the improvement.</param>
/// <param name="Id">Its id; null when it has none.</param>
/// <param name="Title">Its title; null when unknown.</param>
/// <param name="Item">The improvement as it is or, when it was completed and removed, as it was last; null when unknown.</param>
internal sealed record ReviewedEvent(
    DateOnly Day,
    TimelineEventKind Kind,
    string Key,
    string? Id,
    string? Title,
    Improvement? Item
)
{
    /// <summary>Whether the improvement is still in the backlog or its archive.</summary>
    public bool IsInFile { get; init; }

    /// <summary>Whether the effect was measured; null when nothing but the event is known.</summary>
    public bool? IsMeasured => Item is null ? null : UnmeasuredCompletion.IsMeasured(Item);

    /// <summary>The time spent; null when not logged.</summary>
    public double? Hours => Item?.TimeSpent?.Value;
}
