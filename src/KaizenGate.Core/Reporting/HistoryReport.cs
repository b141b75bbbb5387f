using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Reporting;

/// <summary>What happened to some backlogs, for <c>history</c> to show.</summary>
internal sealed record HistoryReport
{
    /// <summary>Version of the program that read it.</summary>
    public required string ToolVersion { get; init; }

    public required DateOnly AsOf { get; init; }

    public required ImmutableArray<BacklogHistory> Backlogs { get; init; }

    /// <summary>The figures of all backlogs together.</summary>
    public required Figures Figures { get; init; }

    /// <summary>Puts a report together.</summary>
    /// <param name="evidence">The backlogs with their past.</param>
    /// <param name="verdict">What the gate says of them; the figures come from it.</param>
    /// <param name="selection">Which of the events are shown.</param>
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
                            one.Past,
                            selection.Of(HistoryEntry.Of(one.Backlog, one.Past)),
                            verdict.Backlogs[index].Figures
                        )
                ),
            ],
            Figures = verdict.Figures,
        };
}

/// <summary>What happened to one backlog.</summary>
/// <param name="File">The backlog.</param>
/// <param name="Past">What is known of its past.</param>
/// <param name="Shown">The events to show, the newest last.</param>
/// <param name="Figures">Its figures.</param>
internal sealed record BacklogHistory(
    SourceFile File,
    HistoryResult Past,
    ImmutableArray<HistoryEntry> Shown,
    Figures Figures
);

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
