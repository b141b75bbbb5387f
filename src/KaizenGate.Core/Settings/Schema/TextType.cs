using System.Text.Json;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>A text with at least one character that is no blank.</summary>
internal sealed class TextType : TextualType<string>
{
    private const string Wanted = "a non-empty string";

    public override string Read(ref JsonCursor cursor, string setting) =>
        cursor.Kind == JsonTokenType.String && cursor.Text() is var text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw cursor.Mismatch(setting, Wanted);

    public override string Parse(string text, TextPosition place) =>
        string.IsNullOrWhiteSpace(text) ? throw place.Mismatch(Quote.Of(text), Wanted) : text;

    public override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteString("type", "string");
        schema.WriteString("pattern", "\\S");
    }
}
