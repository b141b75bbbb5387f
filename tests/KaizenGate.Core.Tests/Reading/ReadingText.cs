using System.Globalization;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>
/// Formats a backlog as in docs/backlog-format.md: one line per improvement,
/// <c>line:column ID status impact×effort=score Title {everything else}</c>, then the rest of the file, then the problems.
/// </summary>
internal static class ReadingText
{
    public static IEnumerable<string> Of(Backlog backlog) =>
        [
            .. backlog.Improvements.Select(Line),
            .. Metadata(backlog.Metadata),
            .. backlog.Metrics.Select(Series),
            .. backlog.Suppressions.Select(one => Suppressed(one, backlog)),
            .. backlog.Problems.Select(problem => $"problem {Place(problem.Span)} {problem.Message}"),
        ];

    private static string Line(Improvement item)
    {
        string?[] parts = [Place(item.Span), item.Id, Status(item.Status), Rating(item), item.Title];
        var facts = string.Join(", ", Facts(item).OfType<string>());
        return string.Join(' ', parts.OfType<string>()) + (facts.Length == 0 ? "" : $" {{{facts}}}");
    }

    private static IEnumerable<string?> Facts(Improvement item) =>
        [
            item.Section?.Priority is { } inherited ? $"section {Lower(inherited)}" : null,
            item.WrittenPriority is { } priority ? $"priority {Lower(priority.Value)}" : null,
            item.WrittenScore is { } score ? $"written score {Number(score.Value)}" : null,
            item.Category is { } category ? $"category {category.Value?.ToString() ?? $"\"{category.Text}\""}" : null,
            item.Owner is { } owner ? $"owner {owner.Value}" : null,
            Day("captured", item.Captured),
            item.Seen is { } seen ? $"seen {seen.Value}" : null,
            Day("started", item.Started),
            Day("target date", item.TargetDate),
            Day("completed", item.Completed),
            Day("review date", item.ReviewDate),
            Hours("estimated", item.EstimatedHours),
            Hours("spent", item.TimeSpent),
            Hours("saved", item.HoursSaved),
            item.Roi is { } roi ? $"return {Number(roi.Value)}" : null,
            item.MeasuredImpact is { } measured ? Measured(measured) : null,
            Text("current state", item.Values.Of(FieldCatalog.CurrentState)),
            Text("proposed solution", item.Values.Of(FieldCatalog.ProposedSolution)),
            Text("expected outcome", item.ExpectedOutcome),
            Text("success criteria", item.Values.Of(FieldCatalog.SuccessCriteria)),
            Text("reason", item.Reason),
            item.SubTasks > 0 ? $"sub-tasks {item.SubTasksDone}/{item.SubTasks}" : null,
            item.OtherPlaces.IsEmpty ? null : $"also at {string.Join(" and ", item.OtherPlaces.Select(Place))}",
            .. item.Contradictions.Select(one => $"{one.Field.Words} \"{one.Text}\" against \"{one.OtherText}\""),
        ];

    private static string? Rating(Improvement item) =>
        item.Impact is null && item.Effort is null
            ? null
            : $"{Rated(item.Impact)}×{Rated(item.Effort)}{(item.Score is { } score ? $"={Number(score)}" : "")}";

    /// <summary>Marks a value that was converted or inferred.</summary>
    private static string Rated(Written<double>? value) =>
        value is null ? "?" : $"{(value.Origin is ValueOrigin.Written ? "" : "~")}{Number(value.Value)}";

    private static string Measured(Written<Measurement> measured) =>
        measured.Value is { Before: { } before, After: { } after }
            ? $"measured {measured.Value.Metric ?? "?"} from {Number(before)} to {Number(after)} {measured.Value.Unit}".TrimEnd()
            : $"remark \"{measured.Text}\"{(measured.Value.HasFigure ? "" : " without a figure")}";

    private static IEnumerable<string> Metadata(Metadata? metadata)
    {
        if (metadata is null)
        {
            return [];
        }

        string?[] facts =
        [
            Day("last updated", metadata.LastUpdated),
            metadata.TotalItems is { } total ? $"total items {total.Value}" : null,
            metadata.ExecutionRate is { } rate ? $"execution rate {Number(rate.Value)}%" : null,
            metadata.Completed is { } completed ? $"completed {completed.Value} of {metadata.RateTotal?.Value}" : null,
        ];
        return [$"metadata: {string.Join(", ", facts.OfType<string>())}"];
    }

    private static string Series(MetricSeries series) =>
        $"metric {series.Name}: {string.Join(", ", series.Points.Select(point => $"{point.Date:yyyy-MM-dd} {Number(point.Value)}"))}";

    private static string Suppressed(Suppression one, Backlog backlog)
    {
        var where =
            one.Scope is SuppressionScope.File ? "the file"
            : one.Item is { } item ? Place(backlog.Improvements[item].Span)
            : "nothing";
        return $"suppression of {string.Join(", ", one.Rules)} for {where}: {one.Reason ?? "no reason"}";
    }

    private static string? Day(string name, Written<DateOnly>? date) =>
        date is null ? null : $"{name} {date.Value:yyyy-MM-dd}";

    private static string? Hours(string name, Written<double>? hours) =>
        hours is null ? null : $"{name} {Number(hours.Value)} h";

    private static string? Text(string name, Written<string>? text) => text is null ? null : $"{name} \"{text.Value}\"";

    private static string Status(Status status) =>
        status switch
        {
            Core.Backlogs.Status.ToDo => "to do",
            Core.Backlogs.Status.InProgress => "in progress",
            _ => Lower(status),
        };

    private static string Lower<T>(T value)
        where T : struct, Enum => $"{value}".ToLowerInvariant();

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Place(SourceSpan span) => $"{span.Line}:{span.Column}";
}
