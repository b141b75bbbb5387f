using System.Text.Json;
using KaizenGate.Analytics;
using KaizenGate.Backlogs;
using KaizenGate.Escaping;
using KaizenGate.Reporting.Phrasing;

namespace KaizenGate.Reporting.Analytics;

/// <summary>What the figures of a report are computed from.</summary>
internal static class ProgressJsonLists
{
    public static void Write(Utf8JsonWriter json, ImprovementReport report)
    {
        Array(json, "categories", report.Categories, Category);
        Array(json, "weeks", report.Weeks, Week);
        Array(json, "compounding", report.Compounding, Compounding);
        Array(json, "completions", report.Completions, Completion);
        Array(json, "open", report.Open, Open);
        Array(json, "ageBands", report.AgeBands, Band);
    }

    private static void Array<T>(
        Utf8JsonWriter json,
        string name,
        IEnumerable<T> values,
        Action<Utf8JsonWriter, T> write
    )
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            write(json, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Category(Utf8JsonWriter json, CategoryFigures one)
    {
        json.WriteString("category", ProgressWords.CategoryKey(one.Category));
        json.WriteNumber("completed", one.Completed);
        json.WriteNumber("share", one.Share);
        json.Figure("hoursSpent", one.HoursSpent);
        json.Figure("hoursSavedPerWeek", one.HoursSavedPerWeek);
        json.Figure("hoursSaved", one.HoursSaved);
    }

    private static void Week(Utf8JsonWriter json, ReportWeek week)
    {
        json.WriteString("first", ProgressWords.Day(week.First));
        json.WriteString("last", ProgressWords.Day(week.Last));
        json.WriteNumber("days", week.Days);
        json.WriteNumber("captured", week.Captured);
        json.WriteNumber("completed", week.Completed);
        json.WriteNumber("rejected", week.Rejected);
        json.WriteNumber("dropped", week.Dropped);
        json.WriteNumber("departed", week.Departed);
        json.WriteNumber("identifiedInAll", week.Identified);
        json.WriteNumber("executedInAll", week.Executed);
        json.WriteNumber("open", week.Open);
        json.Figure("hoursSpent", week.HoursSpent);
        json.Figure("hoursSavedPerWeek", week.HoursSavedPerWeek);
        json.Figure("hoursSavedInAll", week.HoursSaved);
        json.Estimate("executionRate", week.ExecutionRate);
        json.Missing(
            ("hoursSpent", week.HoursSpent.Missing),
            ("hoursSavedPerWeek", week.HoursSavedPerWeek.Missing),
            ("hoursSavedInAll", week.HoursSaved.Missing),
            ("executionRate", week.ExecutionRate.Missing)
        );
    }

    private static void Compounding(Utf8JsonWriter json, CompoundingPoint point)
    {
        json.WriteString("date", ProgressWords.Day(point.Day));
        json.WriteNumber("weeks", point.Weeks);
        json.WriteNumber("onePercent", point.OnePercent);
        json.Figure("byHours", point.ByHours);
        json.Figure("byMetrics", point.ByMetrics);
        json.Missing(("byHours", point.ByHours.Missing), ("byMetrics", point.ByMetrics.Missing));
    }

    private static void Completion(Utf8JsonWriter json, CompletedImprovement one)
    {
        json.WriteString("date", ProgressWords.Day(one.Day));
        json.WriteString("id", one.Id);
        json.WriteString("title", one.Title);
        json.WriteString("category", ProgressWords.CategoryKey(one.Category));
        json.WriteString("path", one.File.Path);
        json.NumberOrNull("line", one.Line);
        json.NumberOrNull("cycleDays", one.CycleDays);
        json.NumberOrNull("leadDays", one.LeadDays);
        json.FiniteOrNull("hoursSpent", one.HoursSpent);
        json.FiniteOrNull("hoursSavedPerWeek", one.HoursSavedPerWeek);
        json.FiniteOrNull("hoursSaved", one.HoursSaved);
        json.Figure("roi", one.Roi);
        json.Figure("paybackWeeks", one.PaybackWeeks);
        json.WriteString("measured", one.Measured);
        json.Missing(("roi", one.Roi.Missing), ("paybackWeeks", one.PaybackWeeks.Missing));
    }

    private static void Open(Utf8JsonWriter json, OpenImprovement one)
    {
        json.WriteString("id", one.Id);
        json.WriteString("title", one.Title);
        json.WriteString("path", one.File.Path);
        json.NumberOrNull("line", one.Line);
        json.WriteString(
            "status",
            one.Status switch
            {
                Status.ToDo => "toDo",
                Status.InProgress => "inProgress",
                Status.Deferred => "deferred",
                _ => null,
            }
        );
        json.WriteString("category", ProgressWords.CategoryKey(one.Category));
        json.FiniteOrNull("impact", one.Impact);
        json.FiniteOrNull("effort", one.Effort);
        json.FiniteOrNull("score", one.Score);
        json.NumberOrNull("ageDays", one.AgeDays);
        json.WriteBoolean("atLeastThatOld", one.IsAtLeastThatOld);
    }

    private static void Band(Utf8JsonWriter json, AgeBand band)
    {
        json.WriteNumber("fromDays", band.FromDays);
        json.NumberOrNull("toDays", band.ToDays);
        json.WriteNumber("count", band.Count);
    }
}
