using System.Collections.Immutable;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Reporting;

/// <summary>Which events are shown.</summary>
internal sealed record HistorySelection
{
    public static HistorySelection All { get; } = new();

    /// <summary>The first day; null for any.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day; null for any.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Empty for all.</summary>
    public ImmutableHashSet<TimelineEventKind> Kinds { get; init; } = [];

    /// <summary>How many of the newest of each backlog; null for all.</summary>
    public int? Limit { get; init; }

    public ImmutableArray<HistoryEntry> Of(ImmutableArray<HistoryEntry> entries)
    {
        ImmutableArray<HistoryEntry> wanted = [.. entries.Where(entry => Matches(entry.Event))];
        return Limit is { } limit && limit < wanted.Length ? wanted[^limit..] : wanted;
    }

    private bool Matches(TimelineEvent happened) =>
        (From is not { } from || happened.Date >= from)
        && (To is not { } to || happened.Date <= to)
        && (Kinds.IsEmpty || Kinds.Contains(happened.Kind));
}
