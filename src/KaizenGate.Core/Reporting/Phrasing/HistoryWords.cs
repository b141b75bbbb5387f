using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>Names of event kinds, in output and in <c>--kind</c>.</summary>
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

    public static string Of(TimelineEventKind kind) => All.First(one => one.Kind == kind).Word;
}
