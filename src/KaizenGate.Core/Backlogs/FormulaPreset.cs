namespace KaizenGate.Core.Backlogs;

/// <summary>A formula that the settings can select by name.</summary>
/// <param name="Name">Compared without regard to case and spaces.</param>
/// <param name="High">The default threshold of a high priority; null when the formula has no fixed scale.</param>
/// <param name="Medium">The default threshold of a medium priority; null when the formula has no fixed scale.</param>
/// <param name="Meaning">A short description.</param>
/// <remarks>The default formula rates 10% of the 100 pairs of impact and effort as high and 32% as at least medium. The thresholds of the
/// other presets are the round numbers that come closest to these shares for values from 1 to 10.</remarks>
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

    /// <summary>Finds a preset by name or expression, without regard to case and spaces; null when there is none.</summary>
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
