using System.Text.Json;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>The name of a formula or an expression. Gives the preset too, when it is one.</summary>
internal sealed class FormulaType : JsonType<(Formula Formula, FormulaPreset? Preset)>
{
    public override (Formula Formula, FormulaPreset? Preset) Read(ref JsonCursor cursor, string setting)
    {
        if (cursor.Kind != JsonTokenType.String)
        {
            throw cursor.Mismatch(setting, "the name of a formula or an expression");
        }

        var text = cursor.Text();
        var preset = FormulaPreset.Find(text);
        return Formula.TryParse(preset?.Expression ?? text, out var formula, out var error)
            ? (formula, preset)
            : throw cursor
                .PlaceInText(setting, error.Column)
                .Error(
                    $"invalid formula {Quote.Of(text)} for {setting}: {error.Message}",
                    $"Use one of {string.Join(", ", FormulaPreset.All.Select(known => known.Name))}, or an expression such as \"{Formula.Default.Text}\"."
                );
    }

    public override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteStartArray("anyOf");
        schema.WriteStartObject();
        schema.WriteStartArray("enum");
        foreach (var preset in FormulaPreset.All)
        {
            schema.WriteStringValue(preset.Name);
        }

        schema.WriteEndArray();
        schema.WriteEndObject();
        schema.WriteStartObject();
        schema.WriteString("type", "string");
        schema.WriteString("pattern", "\\S");
        schema.WriteNumber("maxLength", Formula.MaxLength);
        schema.WriteEndObject();
        schema.WriteEndArray();
    }
}
