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

    public IEnumerable<ReviewedCompletion> Completed => Backlogs.SelectMany(backlog => backlog.Completed);

    /// <summary>The hours logged on the completions of last week; null when no backlog has a history.</summary>
    public double? LoggedHours =>
        Backlogs.All(backlog => backlog.Unknown is not null) ? null : Completed.Sum(one => one.Hours ?? 0);
}

internal sealed record ReviewedBacklog
{
    public required SourceFile File { get; init; }

    /// <summary>Why last week is unknown; null when it is known.</summary>
    public string? Unknown { get; init; }

    /// <summary>What is missing from the history of last week; null when it is complete.</summary>
    public string? Limit { get; init; }

    /// <summary>The completions of last week that were not reopened, including pruned ones.</summary>
    public ImmutableArray<ReviewedCompletion> Completed { get; init; } = [];

    /// <summary>The captures of last week.</summary>
    public ImmutableArray<ReviewedEvent> Captured { get; init; } = [];

    /// <summary>The deferrals, rejections, drops and reopenings of last week.</summary>
    public ImmutableArray<ReviewedEvent> Moved { get; init; } = [];

    /// <summary>The active improvements without a score.</summary>
    public ImmutableArray<Improvement> Unscored { get; init; } = [];

    /// <summary>The findings of KZ306.</summary>
    public ImmutableArray<StaleItem> Stale { get; init; } = [];

    /// <summary>Why that rule was not evaluated; null when it was.</summary>
    public string? StaleNotEvaluated { get; init; }
}

/// <summary>An event of last week.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Key">The key of the improvement.</param>
/// <param name="Id">Its id; null when it has none.</param>
/// <param name="Title">Its title; null when unknown.</param>
/// <param name="Item">The improvement in the file or its archive; null when it is in neither.</param>
internal sealed record ReviewedEvent(
    DateOnly Day,
    TimelineEventKind Kind,
    string Key,
    string? Id,
    string? Title,
    Improvement? Item
);

/// <param name="Event">The completion.</param>
/// <param name="IsMeasured">Whether its effect was measured; null when it is no longer in the file.</param>
/// <param name="Hours">The time spent; null when not logged.</param>
internal sealed record ReviewedCompletion(ReviewedEvent Event, bool? IsMeasured, double? Hours);

/// <param name="Item">The improvement.</param>
/// <param name="Reason">The message of the rule.</param>
internal sealed record StaleItem(Improvement Item, string Reason);
