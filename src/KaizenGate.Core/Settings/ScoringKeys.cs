using System.Text.Json;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>The keys of <c>scoring</c>.</summary>
internal static class ScoringKeys
{
    /// <summary>The maximum of impact and effort: 10 or 5.</summary>
    private static readonly JsonType<int> Scale = new(
        (ref cursor, setting) =>
        {
            var maximum =
                cursor.Kind != JsonTokenType.String
                    ? cursor.Number()
                    : cursor.Text() switch
                    {
                        "1-10" => 10,
                        "1-5" => 5,
                        _ => 0,
                    };
            return maximum is 10 or 5 ? (int)maximum : throw cursor.Mismatch(setting, "\"1-10\" or \"1-5\"");
        },
        schema =>
        {
            schema.WriteStartArray("enum");
            schema.WriteStringValue("1-10");
            schema.WriteStringValue("1-5");
            schema.WriteNumberValue(10);
            schema.WriteNumberValue(5);
            schema.WriteEndArray();
        }
    );

    /// <summary>A name or an expression; without a preset for an expression.</summary>
    private static readonly JsonType<(Formula Formula, FormulaPreset? Preset)> FormulaType = new(
        ReadFormula,
        schema =>
            schema.WriteAnyOf(
                preset => preset.WriteStrings("enum", FormulaPreset.All.Select(known => known.Name)),
                expression =>
                {
                    expression.WriteString("type", "string");
                    expression.WriteString("pattern", "\\S");
                    expression.WriteNumber("maxLength", Formula.MaxLength);
                }
            )
    );

    private static readonly JsonType<(double, TextPosition)> Threshold = JsonTypes.Number(-1e9, 1e9).WithPlace();

    public static ObjectType<ScoringLayer> Object { get; } =
        new([
            Key<ScoringLayer>.Of(
                "scale",
                "The scale of impact and effort. Values from 1 to 5 are doubled.",
                Scale,
                (layer, scale) => layer with { Scoring = layer.Scoring with { Scale = scale } },
                "\"1-10\""
            ),
            Key<ScoringLayer>.Of(
                "formula",
                "The formula for the score: a name, or an expression of numbers, labels, + - * / and parentheses.",
                FormulaType,
                (layer, chosen) =>
                    layer with
                    {
                        Preset = chosen.Preset,
                        Scoring = layer.Scoring with { Formula = chosen.Formula },
                    },
                "\"kaizen\""
            ),
            Key<ScoringLayer>.Of(
                "effortIsEase",
                "Whether a high effort means easy work. It is then read as 11 - value.",
                JsonTypes.Boolean,
                (layer, isEase) => layer with { Scoring = layer.Scoring with { EffortIsEase = isEase } },
                "false"
            ),
            Key<ScoringLayer>.Of(
                "high",
                "The minimum score for high priority. Default: set by the formula.",
                Threshold,
                (layer, minimum) => layer with { High = minimum },
                "70"
            ),
            Key<ScoringLayer>.Of(
                "medium",
                "The minimum score for medium priority. Default: set by the formula.",
                Threshold,
                (layer, minimum) => layer with { Medium = minimum },
                "40"
            ),
            Key<ScoringLayer>.Of(
                "effortFromHours",
                "Whether an estimate in hours replaces a missing effort.",
                JsonTypes.Boolean,
                (layer, replaces) => layer with { Scoring = layer.Scoring with { EffortFromHours = replaces } },
                "false"
            ),
        ]);

    private static (Formula, FormulaPreset?) ReadFormula(ref JsonCursor cursor, string setting)
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
}
