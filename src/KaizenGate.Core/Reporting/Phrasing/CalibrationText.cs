using KaizenGate.Core.Planning;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>Phrases about how estimates compare with what happened.</summary>
internal static class CalibrationText
{
    public const string Title = "Estimates";

    /// <summary><c>technical debt takes 2.1× its estimate (12 completions, 95% interval 1.6 to 2.8)</c>; null when it is not known.</summary>
    public static string? Sentence(Calibration calibration, Category? category) =>
        calibration.BiasOf(category) is not { } bias ? null
        : ReferenceEquals(bias, calibration.Hours.All) ? $"an improvement takes {Value(bias)}"
        : $"{FiguresText.Category(category).ToLowerInvariant()} takes {Value(bias)}";

    /// <summary>The factors of a plan, or why there are none; null when the estimates are taken as written.</summary>
    public static string? Of(Plan plan)
    {
        if (plan.Calibration is not { } calibration)
        {
            return null;
        }

        var all = calibration.Hours.All;
        return all.Ratio is { } ratio
            ? string.Join(
                ", ",
                calibration
                    .Hours.Categories.Select(one =>
                        $"{FiguresText.Category(one.Category).ToLowerInvariant()} × {one.Bias.Ratio:0.0#}"
                    )
                    .Prepend($"estimates × {ratio:0.0#} by {Wording.Count(all.Count, "completion")}")
            )
            : $"not evaluated: {Missing(all, "an estimate and logged hours")}";
    }

    /// <summary>The lines of a report; empty when no completion can be compared.</summary>
    public static IEnumerable<(string Label, string Value)> Lines(Calibration calibration)
    {
        var hours = calibration.Hours;
        var effects = calibration.Effects;
        return hours.All.Count + effects.All.Count == 0
            ? []
            :
            [
                .. Group(hours, "hours", "of the estimate", "an estimate and logged hours"),
                .. Group(
                    effects,
                    "effect",
                    "of what was expected",
                    "an expected and a measured effect in the same unit"
                ),
            ];
    }

    private static IEnumerable<(string Label, string Value)> Group(
        Biases biases,
        string label,
        string of,
        string needed
    ) =>
        [
            (label, biases.All.Ratio is null ? $"not evaluated: {Missing(biases.All, needed)}" : Line(biases.All, of)),
            .. biases.Categories.Select(one =>
                ($"  {FiguresText.Category(one.Category).ToLowerInvariant()}", Line(one.Bias, of))
            ),
            .. biases.People.Select(one =>
                ($"  by {(one.People == 1 ? "one person" : $"{one.People} people")}", Line(one.Bias, of))
            ),
        ];

    private static string Line(Bias bias, string of) =>
        $"{bias.Ratio:0.0#}× {of} ({Wording.Count(bias.Count, "completion")}, 95% interval {bias.Low:0.0#} to {bias.High:0.0#})";

    private static string Value(Bias bias) => Line(bias, "its estimate");

    private static string Missing(Bias bias, string needed) =>
        $"needs {Bias.Least} completions with {needed}, found {bias.Count}";
}
