using System.Collections.Immutable;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>The words for what can happen.</summary>
internal static class HistoryWords
{
    public static ImmutableArray<(string Word, TimelineEventKind Kind)> All { get; } =
    [
        ("captured", TimelineEventKind.Captured),
        ("scored", TimelineEventKind.Scored),
        ("rescored", TimelineEventKind.Rescored),
        ("retitled", TimelineEventKind.Retitled),
        ("started", TimelineEventKind.Started),
        ("completed", TimelineEventKind.Completed),
        ("reopened", TimelineEventKind.Reopened),
        ("deferred", TimelineEventKind.Deferred),
        ("rejected", TimelineEventKind.Rejected),
        ("dropped", TimelineEventKind.Dropped),
        ("pruned", TimelineEventKind.Pruned),
    ];

    public static string Of(TimelineEventKind kind)
    {
        foreach (var (word, known) in All)
        {
            if (known == kind)
            {
                return word;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(kind), kind, "no word for it");
    }
}
