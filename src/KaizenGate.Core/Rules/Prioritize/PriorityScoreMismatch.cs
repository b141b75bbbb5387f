using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Prioritize;

/// <summary>KZ203.</summary>
internal static class PriorityScoreMismatch
{
    /// <summary>Common formulas, to suggest the one that fits.</summary>
    private static readonly ImmutableArray<Formula> Others =
    [
        Formula.Parse("impact*effort"),
        Formula.Parse("impact/effort"),
        Formula.Parse("impact*(10-effort)"),
        Formula.Parse("impact-effort"),
        Formula.Parse("impact+effort"),
        Formula.Default,
    ];

    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ203",
            Name = "priority-score-mismatch",
            Stage = Stage.Prioritize,
            DefaultSeverity = Severity.Error,
            Summary =
                "The written score of an open improvement differs from impact × (11 − effort), or from the formula in the settings.",
            Rationale =
                "The score decides what is done next. A score that is out of date or computed wrongly puts the work in the wrong "
                + "order, and nothing shows why.",
            Remedy = "Correct the score, impact or effort. If your team uses another formula, set `scoring.formula`.",
            FixedBy = FixingCommand.Fix,
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var scores = context.Scores.Value;
        return scores.FollowAnotherFormula
            ? [AnotherFormula(scores, context.Settings.Scoring)]
            : scores.Missed.Select(item => Mismatch(item, context.Settings.Scoring));
    }

    private static Violation Mismatch(Improvement item, Scoring scoring)
    {
        var right = Wording.Number(item.Score!.Value);
        var (impact, effort) = (Figure(item.Impact), Figure(item.Effort));
        var computed =
            scoring.Formula == Formula.Default ? $"impact {impact} × (11 − effort {effort}) is {right}"
            : ScoreBasis.HasScale(scoring)
                ? $"{scoring.Formula.Text} with impact {impact} and effort {effort} is {right}"
            : $"{scoring.Formula.Text} is {right}";
        return new(item.WrittenScore!.Span, $"the written score is {Figure(item.WrittenScore)}, but {computed}", item);
    }

    private static Violation AnotherFormula(WrittenScores scores, Scoring scoring)
    {
        var fitting = Others.FirstOrDefault(other => scores.Judged.All(item => Fits(item, other)));
        return new(
            scores.Missed[0].WrittenScore!.Span,
            $"{scores.Missed.Length} of {scores.Judged.Length} written scores differ from {scoring.Formula.Text}"
                + (
                    fitting is null
                        ? "; correct them, or set `scoring.formula` to your team's formula"
                        : $", and all match {fitting.Text}; set `scoring.formula` to it"
                )
        );
    }

    private static bool Fits(Improvement item, Formula formula) =>
        item is { Impact: { } impact, Effort: { } effort, WrittenScore: { } written }
        && RoundedFigure.Fits(
            formula.Evaluate([.. formula.Variables.Select(name => name == "impact" ? impact.Value : effort.Value)]),
            written.Value
        );

    private static string Figure(Written<double>? value) => value is null ? "?" : Wording.Number(value.Value);
}
