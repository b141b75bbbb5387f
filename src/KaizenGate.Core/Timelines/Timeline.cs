using System.Collections.ObjectModel;

namespace KaizenGate.Core.Timelines;

/// <summary>The history of a backlog: a <see cref="Timeline"/> or a <see cref="NoHistory"/>.</summary>
internal abstract record HistoryResult;

/// <summary>The events of a backlog.</summary>
/// <param name="Start">The first day from which on the events are complete.</param>
/// <param name="Events">
/// The events in order. Their dates mostly ascend, but a date in the file may be earlier than its commit. Events before the start
/// are correct but incomplete.
/// </param>
internal sealed record Timeline(DateOnly Start, ImmutableArray<TimelineEvent> Events) : HistoryResult
{
    /// <summary>Why the events before the start are incomplete, with the remedy; null when the backlog is not older.</summary>
    public string? CutShortBy { get; init; }

    /// <summary>The day on which the backlog got its first improvement; null when unknown.</summary>
    public DateOnly? FirstCaptured { get; init; }

    /// <summary>The dates that were replaced, those of improvements first.</summary>
    public ImmutableArray<IgnoredDate> Ignored { get; init; } = [];

    /// <summary>The distinct days in UTC with commits in the repository, ascending; default when unknown.</summary>
    public ImmutableArray<DateOnly> CommitDays { get; init; }

    /// <summary>The keys of events by the current keys of their improvements, where the two differ.</summary>
    public IReadOnlyDictionary<string, string> Renamed { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The completed improvements that were removed from the file and its archive, as they were last, by the key of their events.</summary>
    public IReadOnlyDictionary<string, Improvement> Pruned { get; init; } =
        ReadOnlyDictionary<string, Improvement>.Empty;

    /// <summary>The last day on which the text of an improvement changed, by the key of its events.</summary>
    public IReadOnlyDictionary<string, DateOnly> Touched { get; init; } = ReadOnlyDictionary<string, DateOnly>.Empty;

    /// <summary>
    /// The number of days, that of the first improvement included, in which a new backlog collects what was on people's minds.
    /// Captures of these days are existing stock, in whichever commit they are.
    /// </summary>
    public const int StockDays = 14;

    /// <summary>The first day on which a capture is an arrival; null when the stock is unknown.</summary>
    public DateOnly? FirstArrival => FirstCaptured?.AddDays(StockDays);

    /// <summary>Whether a capture is an arrival rather than existing stock.</summary>
    public bool IsArrival(TimelineEvent captured) => !captured.IsFromStart && !(captured.Date < FirstArrival);

    /// <summary>Whole weeks from the start to a day, at least 0.</summary>
    public int WeeksUntil(DateOnly day) => Math.Max(0, (day.DayNumber - Start.DayNumber) / 7);

    /// <summary>Returns the key of an improvement's events.</summary>
    public string KeyOf(Improvement item) =>
        Renamed.Count == 0 ? item.Key : Renamed.GetValueOrDefault(item.Key, item.Key);
}

/// <summary>There is no timeline.</summary>
/// <param name="Reason">Includes the remedy.</param>
/// <param name="Has">The number found; null when the reason is not a number.</param>
/// <param name="Needs">The number needed.</param>
internal sealed record NoHistory(string Reason, int? Has = null, int? Needs = null) : HistoryResult;
