using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>The keys of <c>scoring</c>.</summary>
internal static class ScoringKeys
{
    private static readonly PlacedType<double> Bound = new(new NumberType(-1e9, 1e9));

    public static ObjectType<ScoringLayer> Object { get; } =
        new([
            Of(
                "scale",
                "The scale of impact and effort. Values from 1 to 5 are doubled.",
                "\"1-10\"",
                new ScaleType(),
                (layer, top) => layer with { Scoring = layer.Scoring with { Scale = top } }
            ),
            Of(
                "formula",
                "The formula for the score: a name, or an expression of numbers, labels, + - * / and parentheses.",
                "\"kaizen\"",
                new FormulaType(),
                (layer, chosen) =>
                    layer with
                    {
                        Preset = chosen.Preset,
                        Scoring = layer.Scoring with { Formula = chosen.Formula },
                    }
            ),
            Of(
                "effortIsEase",
                "Whether a high effort means easy work. It is then read as 11 - value.",
                "false",
                new BooleanType(),
                (layer, isEase) => layer with { Scoring = layer.Scoring with { EffortIsEase = isEase } }
            ),
            Of(
                "high",
                "The minimum score for high priority. Default: set by the formula.",
                "70",
                Bound,
                (layer, bound) => layer with { High = bound }
            ),
            Of(
                "medium",
                "The minimum score for medium priority. Default: set by the formula.",
                "40",
                Bound,
                (layer, bound) => layer with { Medium = bound }
            ),
            Of(
                "effortFromHours",
                "Whether an estimate in hours replaces a missing effort.",
                "false",
                new BooleanType(),
                (layer, mayStandIn) => layer with { Scoring = layer.Scoring with { EffortFromHours = mayStandIn } }
            ),
        ]);

    private static Key<ScoringLayer> Of<T>(
        string name,
        string description,
        string standard,
        JsonType<T> shape,
        Func<ScoringLayer, T, ScoringLayer> set
    ) => Key<ScoringLayer>.Of(name, description, shape, set) with { Default = standard };
}
