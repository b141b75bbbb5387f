using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Planning;

/// <summary>What a team looks at when a week begins: what became of the last one, what is to be put right, and what comes next.</summary>
internal sealed record Review
{
    public required DateOnly AsOf { get; init; }

    /// <summary>The last week that was over before today.</summary>
    public required Week LastWeek { get; init; }

    /// <summary>Each backlog by itself.</summary>
    public required ImmutableArray<ReviewedBacklog> Backlogs { get; init; }

    /// <summary>The work of this week; its capacity is what last week is measured against, too.</summary>
    public required Plan Plan { get; init; }

    public IEnumerable<ReviewedCompletion> Completed => Backlogs.SelectMany(backlog => backlog.Completed);

    /// <summary>Hours logged on last week's completions; null when the past of no backlog is known.</summary>
    public double? LoggedHours =>
        Backlogs.All(backlog => backlog.Unknown is not null) ? null : Completed.Sum(one => one.Hours ?? 0);
}

/// <summary>What is to be said of one backlog.</summary>
internal sealed record ReviewedBacklog
{
    public required SourceFile File { get; init; }

    /// <summary>Why nothing is known of last week; null when something is.</summary>
    public string? Unknown { get; init; }

    /// <summary>What is wanting in what is known of last week; null when nothing is.</summary>
    public string? Limit { get; init; }

    /// <summary>What was completed last week and is not reopened, what the file has pruned since included.</summary>
    public ImmutableArray<ReviewedCompletion> Completed { get; init; } = [];

    /// <summary>What came in last week.</summary>
    public ImmutableArray<ReviewedEvent> Captured { get; init; } = [];

    /// <summary>What was deferred, rejected, dropped and reopened last week.</summary>
    public ImmutableArray<ReviewedEvent> Moved { get; init; } = [];

    /// <summary>What is active and has no score.</summary>
    public ImmutableArray<Improvement> Unscored { get; init; } = [];

    /// <summary>What the rule about stale improvements finds.</summary>
    public ImmutableArray<StaleItem> Stale { get; init; } = [];

    /// <summary>Why that rule could not evaluate all improvements; null if it could.</summary>
    public string? StaleUnknown { get; init; }
}

/// <summary>Something that happened last week.</summary>
/// <param name="Day">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Key">The identity of the improvement.</param>
/// <param name="Id">Its id; null when it has none.</param>
/// <param name="Title">Its title; null when none is known.</param>
/// <param name="Item">The improvement as the file or its archive holds it; null when neither does any more.</param>
internal sealed record ReviewedEvent(
    DateOnly Day,
    TimelineEventKind Kind,
    string Key,
    string? Id,
    string? Title,
    Improvement? Item
);

/// <summary>A completion of last week.</summary>
/// <param name="Event">When, and of what.</param>
/// <param name="IsMeasured">Whether its effect was measured; null when it has left the file, so that nobody knows.</param>
/// <param name="Hours">The hours logged on it; null when none are.</param>
internal sealed record ReviewedCompletion(ReviewedEvent Event, bool? IsMeasured, double? Hours);

/// <summary>An improvement that lies idle.</summary>
/// <param name="Item">The improvement.</param>
/// <param name="Reason">Why it counts as stale, in the words of the rule.</param>
internal sealed record StaleItem(Improvement Item, string Reason);
