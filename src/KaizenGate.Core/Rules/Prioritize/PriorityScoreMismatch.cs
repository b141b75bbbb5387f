using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Prioritize;

/// <summary>KZ203.</summary>
internal static class PriorityScoreMismatch
{
    /// <summary>Formulas that teams use instead, to name the one that fits.</summary>
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
                "The written score of an open improvement is not impact × (11 − effort), or not the formula that the settings give.",
            Rationale =
                "The score decides what is done next. One that was written before impact or effort changed, or was reckoned wrong, "
                + "puts the work in the wrong order and nobody sees why.",
            Remedy =
                "Correct the score, impact or effort. "
                + "If the team reckons by another formula, set `scoring.formula`.",
            IsFixable = true,
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var scores = WrittenScores.Of(context);
        return scores.FollowAnotherFormula
            ? [AnotherFormula(scores, context.Settings.Scoring)]
            : scores.Missed.Select(item => Mismatch(item, context.Settings.Scoring));
    }

    private static Violation Mismatch(Improvement item, Scoring scoring)
    {
        var right = Wording.Number(item.Score!.Value);
        var (impact, effort) = (Figure(item.Impact), Figure(item.Effort));
        var sum =
            scoring.Formula == Formula.Default ? $"impact {impact} × (11 − effort {effort}) is {right}"
            : ScoreBasis.HasScale(scoring)
                ? $"{scoring.Formula.Text} with impact {impact} and effort {effort} is {right}"
            : $"{scoring.Formula.Text} is {right}";
        return new(item.WrittenScore!.Span, $"the written score is {Figure(item.WrittenScore)}; {sum}", item);
    }

    private static Violation AnotherFormula(WrittenScores scores, Scoring scoring)
    {
        var fitting = Others.FirstOrDefault(other => scores.Judged.All(item => Fits(item, other)));
        return new(
            scores.Missed[0].WrittenScore!.Span,
            $"{scores.Missed.Length} of {scores.Judged.Length} written scores are not {scoring.Formula.Text}; "
                + (
                    fitting is null
                        ? "another formula seems in use: set it as scoring.formula"
                        : $"{fitting.Text} gives all of them: set it as scoring.formula"
                )
        );
    }

    private static bool Fits(Improvement item, Formula formula) =>
        item is { Impact: { } impact, Effort: { } effort, WrittenScore: { } written }
        && ShownFigure.Fits(formula.Evaluate(name => name == "impact" ? impact.Value : effort.Value), written.Value);

    private static string Figure(Written<double>? value) => value is null ? "?" : Wording.Number(value.Value);
}
