using System.Text.Json;
using KaizenGate.Escaping;
using KaizenGate.Planning;

namespace KaizenGate.Reporting;

/// <summary>The plan of a week for programs; docs/json.md describes every field. A change that breaks a reader raises the schema version.</summary>
internal static class PlanJson
{
    private const int SchemaVersion = 1;

    public static void Write(Plan plan, string toolVersion, Stream stream) =>
        JsonText.Write(
            stream,
            json =>
            {
                json.WriteStartObject();
                JsonHead.Write(json, SchemaVersion, toolVersion, plan.AsOf);
                WriteFields(json, plan);
                json.WriteEndObject();
            }
        );

    /// <summary>The plan as a part of another object.</summary>
    public static void WriteFields(Utf8JsonWriter json, Plan plan)
    {
        JsonHead.Write(json, "week", plan.Week);
        Write(json, plan);
        json.Array("started", plan.Started, WriteItem);
        json.Array("chosen", plan.Chosen, WriteItem);
        json.Array("justMissed", plan.JustMissed, WriteMiss);
        json.WriteNumber("notChosen", plan.NotChosen);
        json.WriteNumber("tooLong", plan.TooLong);
        json.Array("leftOut", plan.LeftOut, WriteOut);
        if (plan.Committed is { } committed)
        {
            json.Array("committed", committed, WriteReference);
        }
        else
        {
            json.WriteNull("committed");
        }
    }

    /// <summary>What tells an improvement from all others.</summary>
    public static void WriteReference(Utf8JsonWriter json, PlannedItem item)
    {
        json.WriteString("path", item.File.Path);
        json.WriteString("key", item.Item.Key);
        json.WriteString("id", item.Item.Id);
        json.WriteString("title", item.Item.Title);
        json.WriteNumber("line", item.Item.Span.Line);
    }

    private static void Write(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartObject("capacity");
        json.FiniteOrNull("hours", plan.Capacity.Hours);
        json.FiniteOrNull("share", plan.Capacity.Named is null ? Capacity.Share : null);
        json.WriteNumber("people", plan.Capacity.People);
        json.FiniteOrNull("hoursPerWeek", plan.Capacity.HoursPerWeek);
        json.FiniteOrNull("startedHours", plan.StartedHours);
        json.FiniteOrNull("freeHours", plan.FreeHours);
        json.FiniteOrNull("chosenHours", plan.ChosenHours);
        json.WriteEndObject();
        json.FiniteOrNull("startedScore", plan.StartedScore);
        json.FiniteOrNull("chosenScore", plan.ChosenScore);
    }

    private static void WriteItem(Utf8JsonWriter json, PlannedItem item)
    {
        WriteReference(json, item);
        json.FiniteOrNull("score", item.Item.Score);
        json.FiniteOrNull("hours", item.Time?.Hours);
        json.WriteString("hoursFrom", Word(item.Time?.Basis));
        json.FiniteOrNull("scorePerHour", item.ScorePerHour);
        json.WriteString("cell", Word(item.Cell));
        json.WriteString("targetDate", item.Item.TargetDate is { } target ? $"{target.Value:yyyy-MM-dd}" : null);
    }

    private static void WriteMiss(Utf8JsonWriter json, NearMiss miss)
    {
        WriteItem(json, miss.Missed);
        json.FiniteOrNull("total", miss.Total);
        json.FiniteOrNull("loss", miss.Loss);
        json.WriteBoolean("takesLonger", miss.TakesLonger);
        json.Array("displaced", miss.Displaced, WriteReference);
        json.Array("beside", miss.Beside, WriteReference);
    }

    private static void WriteOut(Utf8JsonWriter json, LeftOut one)
    {
        json.WriteString("reason", Word(one.Reason));
        json.WriteNumber("count", one.Items.Length);
        var isToMend = one.Reason is not (OutReason.Deferred or OutReason.Done or OutReason.Rejected);
        json.Array("items", isToMend ? one.Items : [], WriteReference);
    }

    private static string? Word(TimeBasis? basis) =>
        basis switch
        {
            TimeBasis.Estimate => "estimate",
            TimeBasis.EffortTable => "effortTable",
            _ => null,
        };

    private static string? Word(MatrixCell? cell) =>
        cell switch
        {
            MatrixCell.DoFirst => "doFirst",
            MatrixCell.DoNext => "doNext",
            MatrixCell.Consider => "consider",
            MatrixCell.QuickWin => "quickWin",
            MatrixCell.Defer => "defer",
            MatrixCell.DoNot => "doNot",
            _ => null,
        };

    private static string Word(OutReason reason) =>
        reason switch
        {
            OutReason.Unscored => "unscored",
            OutReason.OffScale => "offScale",
            OutReason.Worthless => "worthless",
            OutReason.NoTime => "noTime",
            OutReason.Deferred => "deferred",
            OutReason.Done => "done",
            _ => "rejected",
        };
}
