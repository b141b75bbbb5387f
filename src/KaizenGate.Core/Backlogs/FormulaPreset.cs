using System.Collections.Immutable;

namespace KaizenGate.Core.Backlogs;

/// <summary>A formula that the settings may call by its name.</summary>
/// <param name="Name">Its name; compared without case and blanks.</param>
/// <param name="Expression">What it stands for.</param>
/// <param name="High">The least score of a high priority unless the settings say otherwise; null when the formula has no scale of its own.</param>
/// <param name="Medium">The same for a medium priority.</param>
/// <param name="Meaning">Where it comes from, in a few words.</param>
/// <remarks>The bounds follow those of the default formula. Of the 100 pairs of an impact and an effort from 1 to 10 it calls
/// 10% high and 32% at least medium; the other presets get the round figures that come nearest to that for values from 1 to 10.</remarks>
internal sealed record FormulaPreset(string Name, string Expression, double? High, double? Medium, string Meaning)
{
    public static ImmutableArray<FormulaPreset> All { get; } =
    [
        new("kaizen", Formula.Default.Text, 70, 40, "the default: a large impact, and an effort counted backwards"),
        new("impact/effort", "impact/effort", 4, 1.5, "value for effort"),
        new("ICE", "impact*confidence*ease", 400, 200, "impact, confidence, ease"),
        new("RICE", "reach*impact*confidence/effort", null, null, "reach, impact, confidence, effort"),
        new(
            "WSJF",
            "(businessValue+timeCriticality+riskReduction)/jobSize",
            10,
            4.5,
            "weighted shortest job first: the cost of delay over the size of the job"
        ),
    ];

    /// <summary>Finds a preset by its name or by its expression, without regard to case and blanks; null when there is none.</summary>
    public static FormulaPreset? Find(string text)
    {
        var wanted = WithoutBlanks(text);
        return All.FirstOrDefault(preset =>
            wanted.Equals(preset.Name, StringComparison.OrdinalIgnoreCase)
            || wanted.Equals(preset.Expression, StringComparison.OrdinalIgnoreCase)
        );
    }

    private static string WithoutBlanks(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));
}
