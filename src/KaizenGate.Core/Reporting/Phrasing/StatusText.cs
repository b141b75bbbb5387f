using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>Names of statuses and priorities.</summary>
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
}

internal static class SeverityText
{
    public static string Of(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Info => "info",
            _ => "off",
        };
}
