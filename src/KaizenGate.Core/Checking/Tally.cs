using KaizenGate.Core.Rules;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Checking;

/// <summary>The input of the figures of one backlog, so that those of several can be pooled.</summary>
/// <param name="Backlog">The backlog with its archive.</param>
/// <param name="Identified">All ever identified, without rejected ones.</param>
/// <param name="Executed">All ever completed and not reopened.</param>
/// <param name="Flow">The arrivals and departures in the window; null when unknown.</param>
/// <param name="CycleDays">The days from start to completion, for all completions with both dates.</param>
/// <param name="OpenDays">The age in days of all open improvements with a known capture; at least the days since the history began.</param>
internal sealed record Tally(
    Backlog Backlog,
    int Identified,
    int Executed,
    Flow? Flow,
    ImmutableArray<int> CycleDays,
    ImmutableArray<int> OpenDays
)
{
    /// <param name="backlog">The backlog with its archive.</param>
    /// <param name="timeline">Its history; null when unknown.</param>
    /// <param name="effective">The events of it that were not undone.</param>
    /// <param name="dates">The dates of its improvements.</param>
    /// <param name="windowWeeks">The length of the window.</param>
    /// <param name="asOf">Today.</param>
    public static Tally Of(
        Backlog backlog,
        Timeline? timeline,
        EffectiveHistory effective,
        ItemDates dates,
        int windowWeeks,
        DateOnly asOf
    )
    {
        // The commits include pruned improvements; the dates in the file do not.
        var (identified, executed) = timeline is { CommitDays.IsDefault: false }
            ? (effective.Items.Length - effective.Rejected.Length, effective.Completed.Length)
            : (
                backlog.WithArchive.Count(item => item.Status is not Status.Rejected),
                backlog.WithArchive.Count(item => item.Status is Status.Done)
            );
        return new(
            backlog,
            identified,
            executed,
            timeline is null ? null : Flow.Of(timeline, effective, windowWeeks, asOf),
            timeline is null
                ? WrittenCycleDays(backlog)
                : [.. effective.Items.Select(life => life.CycleDays).OfType<int>()],
            [
                .. backlog
                    .Improvements.Where(item => item.IsOpen)
                    .Concat(backlog.OpenInArchive)
                    .Select(item => Age(dates.Captured(item), asOf))
                    .OfType<int>(),
            ]
        );
    }

    private static ImmutableArray<int> WrittenCycleDays(Backlog backlog) =>
        [
            .. backlog
                .WithArchive.Select(item =>
                    item is { Status: Status.Done, Started.Value: var started, Completed.Value: var completed }
                    && completed >= started
                        ? completed.DayNumber - started.DayNumber
                        : (int?)null
                )
                .OfType<int>(),
        ];

    private static int? Age(Since? captured, DateOnly asOf) =>
        captured is { } known ? Math.Max(0, known.DaysUntil(asOf)) : null;
}
