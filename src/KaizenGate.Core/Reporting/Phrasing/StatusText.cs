using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>Names of statuses, priorities, severities and kinds of events.</summary>
internal static class StatusText
{
    public static string Words(Status status) =>
        status switch
        {
            Status.ToDo => "to do",
            Status.InProgress => "in progress",
            Status.Done => "done",
            Status.Deferred => "deferred",
            _ => "rejected",
        };

    /// <summary>The priority by score, else the one in the file; null without either.</summary>
    public static Priority? Priority(Improvement item, Scoring scoring) =>
        item.Score is { } score && double.IsFinite(score)
            ? scoring.PriorityOf(score)
            : item.WrittenPriority?.Value ?? item.Section?.Priority;

    public static string? Words(Priority? priority) =>
        priority switch
        {
            Backlogs.Priority.High => "high",
            Backlogs.Priority.Medium => "medium",
            Backlogs.Priority.Low => "low",
            _ => null,
        };

    public static string Words(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Info => "info",
            _ => "off",
        };

    /// <summary>The kinds of events, in output and in <c>--kind</c>.</summary>
    public static ImmutableArray<(string Word, TimelineEventKind Kind)> EventKinds { get; } =
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

    public static string Words(TimelineEventKind kind) => EventKinds.First(one => one.Kind == kind).Word;
}
