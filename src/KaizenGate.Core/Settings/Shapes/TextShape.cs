using System.Text.Json;
using KaizenGate.Backlogs;

namespace KaizenGate.Settings.Shapes;

/// <summary>A text with at least one character that is no blank.</summary>
internal sealed class TextShape : TextualShape<string>
{
    private const string Wanted = "a text that is not empty";

    public override string Read(ref JsonCursor cursor, string setting) =>
        cursor.Kind == JsonTokenType.String && cursor.Text() is var text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw cursor.Mismatch(setting, Wanted);

    public override string Parse(string text, Place place) =>
        string.IsNullOrWhiteSpace(text) ? throw place.Mismatch(Quote.Of(text), Wanted) : text;

    public override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteString("type", "string");
        schema.WriteString("pattern", "\\S");
    }
}
