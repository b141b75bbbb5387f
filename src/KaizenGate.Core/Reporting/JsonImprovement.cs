using System.Text.Json;
using KaizenGate.Backlogs;
using KaizenGate.Escaping;
using KaizenGate.Reporting.Phrasing;

namespace KaizenGate.Reporting;

/// <summary>One improvement in the JSON report.</summary>
internal static class JsonImprovement
{
    public static void Write(Utf8JsonWriter json, Improvement item, Scoring scoring)
    {
        json.WriteString("id", item.Id);
        json.WriteString("title", item.Title);
        json.WriteString("status", Word(item.Status));
        json.FiniteOrNull("impact", item.Impact?.Value);
        json.FiniteOrNull("effort", item.Effort?.Value);
        json.FiniteOrNull("score", item.Score);
        json.WriteString("priority", StatusText.Words(StatusText.Priority(item, scoring)));
        json.WriteString("category", item.Category is { } category ? Word(category.Value) ?? category.Text : null);
        json.WriteString("owner", item.Owner?.Value);
        json.WriteString("captured", Date(item.Captured));
        json.WriteString("started", Date(item.Started));
        json.WriteString("targetDate", Date(item.TargetDate));
        json.WriteString("completed", Date(item.Completed));
        json.FiniteOrNull("estimatedHours", item.EstimatedHours?.Value);
        json.FiniteOrNull("timeSpent", item.TimeSpent?.Value);
        json.WriteNumber("line", item.Span.Line);
        json.WriteNumber("column", item.Span.Column);
    }

    private static string? Date(Written<DateOnly>? date) => date is null ? null : $"{date.Value:yyyy-MM-dd}";

    private static string Word(Status status) =>
        status switch
        {
            Status.ToDo => "toDo",
            Status.InProgress => "inProgress",
            Status.Done => "done",
            Status.Deferred => "deferred",
            _ => "rejected",
        };

    private static string? Word(Category? category) =>
        category switch
        {
            Category.Performance => "performance",
            Category.Quality => "quality",
            Category.DeveloperExperience => "developerExperience",
            Category.TechnicalDebt => "technicalDebt",
            Category.Feature => "feature",
            _ => null,
        };
}
