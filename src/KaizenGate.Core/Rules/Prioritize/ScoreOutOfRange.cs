using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Prioritize;

/// <summary>KZ202.</summary>
internal static class ScoreOutOfRange
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ202",
            Name = "score-out-of-range",
            Stage = Stage.Prioritize,
            DefaultSeverity = Severity.Error,
            Summary = "Impact or effort of an open improvement is no whole number from 1 to 10.",
            Rationale =
                "One scale makes improvements comparable. A 12 pushes its improvement before all that keep to the scale, "
                + "and an effort above 10 turns the score negative.",
            Remedy =
                "Write a whole number from 1 to 10; a team that writes 1 to 5 sets `scoring.scale` to `1-5` or writes `4/5`.",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var scoring = context.Settings.Scoring;
        return ScoreBasis.HasScale(scoring)
            ? context.Open.SelectMany(item =>
                Judge(item, "impact", item.Impact).Concat(Judge(item, "effort", item.Effort))
            )
            : [];
    }

    private static IEnumerable<Violation> Judge(Improvement item, string name, Written<double>? value)
    {
        if (value is not null && !ScoreBasis.IsOnScale(value))
        {
            var written = value.Origin is ValueOrigin.Rescaled ? $" (from {Quote.Of(value.Text)})" : "";
            yield return new Violation(
                value.Span,
                $"{name} is {Wording.Number(value.Value)}{written}; it must be a whole number from 1 to 10",
                item
            );
        }
    }
}
