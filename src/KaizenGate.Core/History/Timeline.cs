using System.Collections.Immutable;

namespace KaizenGate.History;

/// <summary>What can happen to an improvement.</summary>
public enum TimelineEventKind
{
    Captured,
    Scored,
    Rescored,
    Retitled,
    Started,
    Completed,
    Reopened,
    Deferred,
    Rejected,
    Dropped,
    Pruned,
}

/// <summary>Something that happened to an improvement.</summary>
/// <param name="Kind">What.</param>
/// <param name="Key">The improvement's identity.</param>
/// <param name="Date">When.</param>
/// <param name="Commit">The commit that shows it; null for a date that was read from the file.</param>
public sealed record TimelineEvent(TimelineEventKind Kind, string Key, DateOnly Date, string? Commit = null);

/// <summary>What is known of a backlog's past: a <see cref="Timeline"/>, or a <see cref="NoTimeline"/>.</summary>
public abstract record Past;

/// <summary>What happened to a backlog, oldest first.</summary>
/// <param name="Start">The day from which on everything is known.</param>
/// <param name="Events">The events in the order of their dates; those before the start are true but not all.</param>
public sealed record Timeline(DateOnly Start, ImmutableArray<TimelineEvent> Events) : Past
{
    /// <summary>What hides the time before the start, with the remedy; null when the backlog is no older.</summary>
    public string? CutShortBy { get; init; }

    /// <summary>Whole weeks from the start to a day; 0 when that day is not behind the start.</summary>
    public int WeeksUntil(DateOnly day) => Math.Max(0, (day.DayNumber - Start.DayNumber) / 7);
}

/// <summary>Why there is no timeline.</summary>
/// <param name="Reason">In words, with the remedy.</param>
/// <param name="Has">How many of what is needed are there; null when that is no question of number.</param>
/// <param name="Needs">How many it takes.</param>
public sealed record NoTimeline(string Reason, int? Has = null, int? Needs = null) : Past;
