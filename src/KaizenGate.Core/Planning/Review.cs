using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Planning;

/// <summary>The review of the last week and of the running one, and a plan.</summary>
internal sealed record Review
{
    public required DateOnly AsOf { get; init; }

    /// <summary>The last complete week.</summary>
    public required Week LastWeek { get; init; }

    /// <summary>The running week, of which the days up to <see cref="AsOf"/> are reviewed.</summary>
    public required Week ThisWeek { get; init; }

    public required ImmutableArray<ReviewedBacklog> Backlogs { get; init; }

    /// <summary>The plan of this week, at a weekend of the next one; its capacity also applies to the reviewed weeks.</summary>
    public required Plan Plan { get; init; }

    /// <summary>Whether the history of at least one backlog is known.</summary>
    public bool IsKnown => Backlogs.Any(backlog => backlog.Unknown is null);

    /// <summary>What happened in the last week, in all backlogs.</summary>
    public ReviewedWeek Last => All(backlog => backlog.LastWeek);

    /// <summary>What happened in the running week, in all backlogs.</summary>
    public ReviewedWeek Current => All(backlog => backlog.ThisWeek);

    /// <summary>The hours logged on the completions of a week; null when no backlog has a history.</summary>
    public double? LoggedHours(ReviewedWeek week) => IsKnown ? week.Completed.Sum(one => one.Hours ?? 0) : null;

    /// <exception cref="InputException">The best plan would take too long to compute.</exception>
    public static Review Of(ImmutableArray<Evidence> evidence, GateSettings settings, Capacity capacity, DateOnly asOf)
    {
        return new Review
        {
            AsOf = asOf,
            LastWeek = Week.Before(asOf),
            ThisWeek = Week.Of(asOf),
            Backlogs = [.. evidence.Select(one => Of(one, settings, asOf))],
            Plan = Plan.Of(evidence.Select(one => one.Backlog), settings.Scoring, capacity, asOf),
        };
    }

    private ReviewedWeek All(Func<ReviewedBacklog, ReviewedWeek> week) =>
        new(
            [.. Backlogs.SelectMany(backlog => week(backlog).Completed)],
            [.. Backlogs.SelectMany(backlog => week(backlog).Captured)],
            [.. Backlogs.SelectMany(backlog => week(backlog).Moved)]
        );

    private static ReviewedBacklog Of(Evidence evidence, GateSettings settings, DateOnly asOf)
    {
        var reviewed = WithStale(
            new ReviewedBacklog
            {
                Backlog = evidence.Backlog,
                SecondLooks = SecondLook.Due(evidence, settings.SecondLookWeeks, asOf),
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

        var last = Week.Before(asOf);
        var happened = EventsOf(evidence, timeline, last.Monday, asOf);
        return reviewed with
        {
            Limit = Limit(evidence, timeline, last.Monday),
            LastWeek = ReviewedWeek.Of(happened.Where(one => last.Contains(one.Day))),
            ThisWeek = ReviewedWeek.Of(happened.Where(one => !last.Contains(one.Day))),
        };
    }

    /// <summary>The events of two days and those in between by day, without completions and captures that were undone.</summary>
    private static List<ReviewedEvent> EventsOf(Evidence evidence, Timeline timeline, DateOnly from, DateOnly to)
    {
        var effective = EffectiveHistory.Of(timeline, to);
        var items = evidence.Backlog.WithArchive.DistinctBy(timeline.KeyOf).ToDictionary(timeline.KeyOf);
        return
        [
            .. HistoryEntry
                .Of(evidence.Backlog, evidence.History)
                .Where(entry =>
                    entry.Event is { IsFromStart: false } happened && happened.Date >= from && happened.Date <= to
                )
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

    private static string? Limit(Evidence evidence, Timeline timeline, DateOnly from)
    {
        if (timeline.Start > from && timeline.CutShortBy is { } reason)
        {
            return $"the history before {Wording.Day(timeline.Start)} is incomplete: {reason}";
        }

        return evidence.NoHistory is { } why
                ? $"from the dates in the file, which do not show dropped and reopened improvements: {why}"
            : timeline.Events.Any(one => one.IsFromStart && one.Date >= from)
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
    public required Backlog Backlog { get; init; }

    public SourceFile File => Backlog.File;

    /// <summary>Why both weeks are unknown; null when they are known.</summary>
    public string? Unknown { get; init; }

    /// <summary>What is missing from the history of the two weeks; null when it is complete.</summary>
    public string? Limit { get; init; }

    public ReviewedWeek LastWeek { get; init; } = ReviewedWeek.Empty;

    public ReviewedWeek ThisWeek { get; init; } = ReviewedWeek.Empty;

    /// <summary>The active improvements without a score.</summary>
    public ImmutableArray<Improvement> Unscored { get; init; } = [];

    /// <summary>The completions whose effect is due to be measured again, the oldest first.</summary>
    public ImmutableArray<SecondLook> SecondLooks { get; init; } = [];

    /// <summary>The findings of KZ306 with their messages.</summary>
    public ImmutableArray<(Improvement Item, string Reason)> Stale { get; init; } = [];

    /// <summary>Why that rule was not evaluated; null when it was.</summary>
    public string? StaleNotEvaluated { get; init; }
}

/// <summary>What happened in a week, by day.</summary>
/// <param name="Completed">The completions that were not reopened, including pruned ones.</param>
/// <param name="Captured">The captures.</param>
/// <param name="Moved">The deferrals, rejections, drops and reopenings.</param>
internal sealed record ReviewedWeek(
    ImmutableArray<ReviewedEvent> Completed,
    ImmutableArray<ReviewedEvent> Captured,
    ImmutableArray<ReviewedEvent> Moved
)
{
    public static ReviewedWeek Empty { get; } = new([], [], []);

    /// <param name="events">The events of the week, by day; other kinds are left out.</param>
    public static ReviewedWeek Of(IEnumerable<ReviewedEvent> events)
    {
        var all = events.ToList();
        return new(
            [.. all.Where(one => one.Kind is TimelineEventKind.Completed)],
            [.. all.Where(one => one.Kind is TimelineEventKind.Captured)],
            [.. all.Where(one => IsMove(one.Kind))]
        );
    }

    private static bool IsMove(TimelineEventKind kind) =>
        kind
            is TimelineEventKind.Deferred
                or TimelineEventKind.Rejected
                or TimelineEventKind.Dropped
                or TimelineEventKind.Reopened;
}

/// <summary>An event of a reviewed week.</summary>
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
