using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Metrics;

/// <summary>Metrics as JSON Lines: an object for each value, <c>{"date":"2026-03-02","metric":"p95","value":4.5,"unit":"s","note":"…"}</c>.</summary>
internal static class MetricJsonLines
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 8 };

    /// <summary>Reads the values of some metrics; others are passed over.</summary>
    /// <exception cref="InputException">A line is no JSON object, or a value or a date of a metric that is wanted is none.</exception>
    public static IEnumerable<MetricRow> Read(SourceFile file, string text, IReadOnlyList<string> names)
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

    /// <summary>A line for a new value, with its line end.</summary>
    public static string NewLine(MetricRow value)
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
            json.WriteNumber("value", value.Point.Value);
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

    private static MetricRow? Read(SourceFile file, string line, SourceSpan span, IReadOnlyList<string> names)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        try
        {
            var reader = new Utf8JsonReader(bytes, Options);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw Wrong("is no JSON object");
            }

            var fields = new Fields();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = reader.GetString();
                reader.Read();
                fields.Take(key, ref reader);
            }

            while (reader.Read())
            {
                // What follows the object is an error that the reader finds.
            }

            return fields.Name is { } name && names.FirstOrDefault(one => Is(one, name)) is { } known
                ? new(known, Point(fields, known))
                : null;
        }
        catch (JsonException broken)
        {
            var column = Encoding.UTF8.GetCharCount(
                bytes,
                0,
                (int)Math.Min(broken.BytePositionInLine ?? 0, bytes.Length)
            );
            throw MetricFault.At(
                file,
                span with
                {
                    Column = column + 1,
                },
                "the line is no JSON object",
                """Write one object a line, such as {"date":"2026-03-02","metric":"p95","value":4.5}"""
            );
        }
        catch (InvalidOperationException)
        {
            // A text with half of a surrogate pair.
            throw Wrong("holds a text that is none");
        }

        MetricPoint Point(Fields fields, string name) =>
            new(
                fields.Date is { } text && DateText.Leading(text) is { } day
                    ? day
                    : throw Wrong($"has no date for {name}, or one that is none"),
                fields.Value ?? throw Wrong($"has no value for {name} that is a number"),
                span
            )
            {
                Unit = fields.Unit,
                Note = fields.Note,
            };

        InputException Wrong(string what) =>
            MetricFault.At(
                file,
                span,
                $"the line {what}",
                """Write one object a line, such as {"date":"2026-03-02","metric":"p95","value":4.5}"""
            );
    }

    private static bool Is(string one, string other) =>
        one.AsSpan().Trim().Equals(other.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);

    private sealed class Fields
    {
        public string? Date { get; private set; }
        public string? Name { get; private set; }
        public double? Value { get; private set; }
        public string? Unit { get; private set; }
        public string? Note { get; private set; }

        /// <summary>Takes the value that the reader stands on, if its key is known, and leaves the reader at its end.</summary>
        public void Take(string? key, ref Utf8JsonReader reader)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            switch (key)
            {
                case "date":
                    Date = text;
                    break;
                case "metric" or "name":
                    Name = text;
                    break;
                case "unit":
                    Unit = text;
                    break;
                case "note":
                    Note = text;
                    break;
                case "value":
                    Value =
                        reader.TokenType == JsonTokenType.Number
                        && reader.TryGetDouble(out var number)
                        && double.IsFinite(number)
                            ? number
                            : null;
                    break;
                default:
                    break;
            }

            reader.Skip();
        }
    }
}
