using System.Collections.Immutable;
using System.Collections.ObjectModel;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Timelines;

/// <summary>What is known of a backlog's past: a <see cref="Timeline"/>, or a <see cref="NoHistory"/>.</summary>
internal abstract record HistoryResult;

/// <summary>What happened to a backlog.</summary>
/// <param name="Start">The day from which on everything is known.</param>
/// <param name="Events">
/// The events in the order in which they happened. Their dates mostly ascend, but a date written in the file may be earlier than the
/// commit that shows it. Events before the start are true but not all.
/// </param>
internal sealed record Timeline(DateOnly Start, ImmutableArray<TimelineEvent> Events) : HistoryResult
{
    /// <summary>What hides the time before the start, with the remedy; null when the backlog is no older.</summary>
    public string? CutShortBy { get; init; }

    /// <summary>The days, in UTC, on which the repository had commits, ascending, each once; default when that is not known.</summary>
    public ImmutableArray<DateOnly> CommitDays { get; init; }

    /// <summary>The key under which the events of an improvement stand, by the key that it has now, where the two differ.</summary>
    public IReadOnlyDictionary<string, string> Renamed { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The last day on which the text of an improvement changed, by the key of its events.</summary>
    public IReadOnlyDictionary<string, DateOnly> Touched { get; init; } = ReadOnlyDictionary<string, DateOnly>.Empty;

    /// <summary>Whole weeks from the start to a day; 0 when that day is not behind the start.</summary>
    public int WeeksUntil(DateOnly day) => Math.Max(0, (day.DayNumber - Start.DayNumber) / 7);

    /// <summary>The key under which the events of an improvement stand.</summary>
    public string KeyOf(Improvement item) => Renamed.GetValueOrDefault(item.Key, item.Key);
}

/// <summary>Why there is no timeline.</summary>
/// <param name="Reason">In words, with the remedy.</param>
/// <param name="Has">How many of what is needed are there; null when that is no question of number.</param>
/// <param name="Needs">How many it takes.</param>
internal sealed record NoHistory(string Reason, int? Has = null, int? Needs = null) : HistoryResult;
