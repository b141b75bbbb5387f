using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Reporting;

/// <summary>The event logs of backlogs, for <c>history</c>.</summary>
internal sealed record HistoryReport
{
    public required string ToolVersion { get; init; }

    public required DateOnly AsOf { get; init; }

    public required ImmutableArray<BacklogHistory> Backlogs { get; init; }

    /// <summary>The figures of all backlogs together.</summary>
    public required Figures Figures { get; init; }

    /// <summary>The selected events of each backlog, with the figures of the verdict.</summary>
    public static HistoryReport Of(ImmutableArray<Evidence> evidence, Verdict verdict, HistorySelection selection) =>
        new()
        {
            ToolVersion = verdict.ToolVersion,
            AsOf = verdict.AsOf,
            Backlogs =
            [
                .. evidence.Select(
                    (one, index) =>
                        new BacklogHistory(
                            one.Backlog.File,
                            one.History,
                            selection.Of(HistoryEntry.Of(one.Backlog, one.History)),
                            verdict.Backlogs[index].Figures
                        )
                ),
            ],
            Figures = verdict.Figures,
        };
}

/// <summary>The event log of one backlog.</summary>
/// <param name="File">The backlog.</param>
/// <param name="History">The event log, or why it is unknown.</param>
/// <param name="Shown">The selected events, the newest last.</param>
/// <param name="Figures">Its figures.</param>
internal sealed record BacklogHistory(
    SourceFile File,
    HistoryResult History,
    ImmutableArray<HistoryEntry> Shown,
    Figures Figures
);

/// <summary>Selects events.</summary>
internal sealed record HistorySelection
{
    public static HistorySelection All { get; } = new();

    /// <summary>The first day; null for any.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day; null for any.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The kinds; empty for all.</summary>
    public ImmutableHashSet<TimelineEventKind> Kinds { get; init; } = [];

    /// <summary>The number of newest events per backlog; null for all.</summary>
    public int? Limit { get; init; }

    public ImmutableArray<HistoryEntry> Of(ImmutableArray<HistoryEntry> entries)
    {
        ImmutableArray<HistoryEntry> matching = [.. entries.Where(entry => Matches(entry.Event))];
        return Limit is { } limit && limit < matching.Length ? matching[^limit..] : matching;
    }

    private bool Matches(TimelineEvent timelineEvent) =>
        (From is not { } from || timelineEvent.Date >= from)
        && (To is not { } to || timelineEvent.Date <= to)
        && (Kinds.IsEmpty || Kinds.Contains(timelineEvent.Kind));
}
