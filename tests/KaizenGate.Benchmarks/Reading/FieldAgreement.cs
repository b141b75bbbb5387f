using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Benchmarks.Reading;

/// <summary>How a field was read. Missed: it is stated and has no value. Spurious: it has a value and is not stated.</summary>
internal enum FieldResult
{
    Right,
    Wrong,
    Missed,
    Spurious,
}

/// <summary>Compares the fields of an improvement with its label.</summary>
internal static partial class FieldAgreement
{
    /// <summary>The fields that are compared, in the order of the report.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "id",
        "impact",
        "effort",
        "hours",
        "owner",
        "completed",
        "priority",
    ];

    /// <summary>The range of ratings, on the scale from 1 to 10, that a word may be read as.</summary>
    private static readonly Dictionary<string, (double Low, double High)> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["high"] = (7, 10),
        ["hoch"] = (7, 10),
        ["medium"] = (4, 6.5),
        ["low"] = (1, 3.5),
        ["tiny"] = (1, 3),
        ["small"] = (1, 3.5),
        ["large"] = (7, 10),
        ["medium-large"] = (5, 9),
        ["low-medium"] = (2, 6),
    };

    /// <summary>Returns the result of each field that is stated or was read, except where both ways are right.</summary>
    public static IEnumerable<(string Field, FieldResult Result)> Compare(LabelledItem label, Improvement item)
    {
        (string Field, FieldResult? Result)[] results =
        [
            ("id", Id(label, item.Id)),
            ("impact", Number(label.Impact, item.Impact, IsRating)),
            ("effort", Number(label.Effort, item.Effort, IsRating)),
            ("hours", Number(label.EstimatedHours, item.EstimatedHours, IsHours)),
            ("owner", Text(label.Owner, item.Owner?.Value)),
            ("completed", Date(label.Completed, item.Completed?.Value)),
            ("priority", Text(label.Priority, StatusText.Words(StatusText.Priority(item, Scoring.Default)))),
        ];
        foreach (var (field, result) in results)
        {
            if (result is { } counted)
            {
                yield return (field, counted);
            }
        }
    }

    private static FieldResult? Id(LabelledItem label, string? read) =>
        Text(label.Id, read) switch
        {
            FieldResult.Missed when label.IdSoft => null,
            FieldResult.Spurious when label.IdSoft || ListNumber().IsMatch(read!) => null,
            var result => result,
        };

    private static FieldResult? Text(string? stated, string? read) =>
        string.IsNullOrEmpty(stated) ? (string.IsNullOrEmpty(read) ? null : FieldResult.Spurious)
        : string.IsNullOrEmpty(read) ? FieldResult.Missed
        : Plain(stated) == Plain(read) ? FieldResult.Right
        : FieldResult.Wrong;

    /// <summary>A label can state only the year, or the year and the month.</summary>
    private static FieldResult? Date(string? stated, DateOnly? read)
    {
        var written = read?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Text(
            stated,
            stated is not null && written?.StartsWith(stated, StringComparison.Ordinal) == true ? stated : written
        );
    }

    private static FieldResult? Number(
        JsonElement? stated,
        Written<double>? read,
        Func<JsonElement, double, bool> isRight
    ) =>
        stated is not { } value ? (read is null ? null : FieldResult.Spurious)
        : read is null ? FieldResult.Missed
        : isRight(value, read.Value) ? FieldResult.Right
        : FieldResult.Wrong;

    private static bool IsRating(JsonElement stated, double read) =>
        double.TryParse($"{stated}", CultureInfo.InvariantCulture, out var number)
            ? number.Equals(read)
            : Words.TryGetValue($"{stated}".Trim(), out var range) && read >= range.Low && read <= range.High;

    private static bool IsHours(JsonElement stated, double read)
    {
        var (low, high) =
            stated.ValueKind == JsonValueKind.Array
                ? (stated[0].GetDouble(), stated[1].GetDouble())
                : (stated.GetDouble() * 0.98, stated.GetDouble() * 1.02);
        return read >= low && read <= high;
    }

    private static string Plain(string text) =>
        string.Concat(TitleSimilarity.Normalize(text).Select(char.ConvertFromUtf32)).Trim('.', ':', ' ');

    /// <summary>The number of an entry, which is an id only if the file uses it as one.</summary>
    [GeneratedRegex(@"^#?[0-9]+(\.[0-9]+)?$")]
    private static partial Regex ListNumber();
}
