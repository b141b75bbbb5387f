using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KaizenGate.Core.Escaping;

/// <summary>Writes readable JSON that has no effect in a log or a terminal; see <see cref="InertJson"/>.</summary>
internal static class JsonText
{
    /// <summary>Writes an indented document and a line end.</summary>
    public static void Write<T>(Stream stream, T value, JsonTypeInfo<T> type) =>
        Write(stream, json => JsonSerializer.Serialize(json, value, type));

    /// <summary>Writes a document on one line, with its line end.</summary>
    public static void WriteLine<T>(Stream stream, T value, JsonTypeInfo<T> type) =>
        Write(stream, json => JsonSerializer.Serialize(json, value, type), isIndented: false);

    /// <summary>Writes an indented document, token by token, and a line end.</summary>
    public static void Write(Stream stream, Action<Utf8JsonWriter> write) => Write(stream, write, isIndented: true);

    private static void Write(Stream stream, Action<Utf8JsonWriter> write, bool isIndented)
    {
        var output = new InertJson(stream);
        // The relaxed encoder keeps quotes and accents readable; it is unsafe only within HTML.
        var options = new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Indented = isIndented,
            NewLine = "\n",
        };
        using (var json = new Utf8JsonWriter(output, options))
        {
            write(json);
        }

        output.EndLine();
    }

    /// <summary>Writes a number; null when it is unknown or not finite, because a formula may divide by zero.</summary>
    public static void FiniteOrNull(this Utf8JsonWriter json, string name, double? value)
    {
        json.WritePropertyName(name);
        json.FiniteOrNull(value);
    }

    public static void FiniteOrNull(this Utf8JsonWriter json, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
