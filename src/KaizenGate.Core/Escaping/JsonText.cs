using System.Text.Encodings.Web;
using System.Text.Json;

namespace KaizenGate.Core.Escaping;

/// <summary>Writes readable JSON that has no effect in a log or a terminal; see <see cref="InertJson"/>.</summary>
internal static class JsonText
{
    /// <summary>Writes a document and a line end.</summary>
    public static void Write(Stream stream, Action<Utf8JsonWriter> write, bool isIndented = true)
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

    /// <summary>Returns an enum value in camel case.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string? WordOrNull<T>(T? value)
        where T : struct, Enum => value is { } known ? Word(known) : null;
}
