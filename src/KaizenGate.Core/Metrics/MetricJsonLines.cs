using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Metrics;

/// <summary>Metrics as JSON Lines, one object per value: <c>{"date":"2026-03-02","metric":"p95","value":4.5,"unit":"s","note":"…"}</c>.</summary>
internal static class MetricJsonLines
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8 };

    /// <summary>Reads the values of the named metrics and ignores others.</summary>
    /// <exception cref="InputException">A line is not a JSON object, or a named metric has an invalid value or date.</exception>
    public static IEnumerable<(string Name, MetricPoint Point)> Read(
        SourceFile file,
        string text,
        IReadOnlyList<string> names
    )
    {
        var (start, number) = (0, 1);
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text[start..end].TrimEnd('\r');
            if (
                !string.IsNullOrWhiteSpace(line)
                && Read(file, line, SourceSpan.OnLine(start, line.Length, number, 1), names) is { } row
            )
            {
                yield return row;
            }

            (start, number) = (end + 1, number + 1);
        }
    }

    /// <summary>Returns the line for a new value, with its line break.</summary>
    public static string NewLine((string Name, MetricPoint Point) value)
    {
        using var stream = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                stream,
                new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
        {
            json.WriteStartObject();
            json.WriteString("date", $"{value.Point.Date:yyyy-MM-dd}");
            json.WriteString("metric", value.Name);
            if (value.Point.IsRebase)
            {
                json.WriteString("value", MetricPoint.RebaseWord);
            }
            else
            {
                json.WriteNumber("value", value.Point.Value);
            }

            if (value.Point.Unit is { } unit)
            {
                json.WriteString("unit", unit);
            }

            if (value.Point.Note is { } note)
            {
                json.WriteString("note", note);
            }

            json.WriteEndObject();
        }

        return $"{Encoding.UTF8.GetString(stream.ToArray())}\n";
    }

    private static (string Name, MetricPoint Point)? Read(
        SourceFile file,
        string line,
        SourceSpan span,
        IReadOnlyList<string> names
    )
    {
        try
        {
            using var document = JsonDocument.Parse(line, Options);
            var fields = document.RootElement;
            if (fields.ValueKind is not JsonValueKind.Object)
            {
                throw Error("the line is not a JSON object", span);
            }

            var name = Text(fields, "metric") ?? Text(fields, "name");
            return names.FirstOrDefault(known => Is(known, name)) is { } metric
                ? new(metric, Point(fields, metric))
                : null;
        }
        catch (JsonException broken)
        {
            var bytes = Encoding.UTF8.GetBytes(line);
            var offset = (int)Math.Min(broken.BytePositionInLine ?? 0, bytes.Length);
            throw Error(
                "the line is not a JSON object",
                span with
                {
                    Column = Encoding.UTF8.GetCharCount(bytes, 0, offset) + 1,
                }
            );
        }
        catch (InvalidOperationException)
        {
            throw Error("the line contains half of a surrogate pair", span);
        }

        MetricPoint Point(JsonElement fields, string name) =>
            new(
                Text(fields, "date") is { } text && DateText.Leading(text) is { } day
                    ? day
                    : throw Error($"the line has no valid date for {name}", span),
                MetricPoint.SaysRebase(Text(fields, "value"))
                    ? 0
                    : Number(fields) ?? throw Error($"the line has no valid number for {name}", span),
                span
            )
            {
                IsRebase = MetricPoint.SaysRebase(Text(fields, "value")),
                Unit = Text(fields, "unit"),
                Note = Text(fields, "note"),
            };

        InputException Error(string message, SourceSpan at) =>
            MetricFiles.Error(
                file,
                at,
                message,
                """Write one object per line, such as {"date":"2026-03-02","metric":"p95","value":4.5}"""
            );
    }

    private static string? Text(JsonElement fields, string key) =>
        fields.TryGetProperty(key, out var field) && field.ValueKind is JsonValueKind.String ? field.GetString() : null;

    private static double? Number(JsonElement fields) =>
        fields.TryGetProperty("value", out var field)
        && field.ValueKind is JsonValueKind.Number
        && field.TryGetDouble(out var number)
        && double.IsFinite(number)
            ? number
            : null;

    private static bool Is(string one, string? other) =>
        one.AsSpan().Trim().Equals(other.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
}
