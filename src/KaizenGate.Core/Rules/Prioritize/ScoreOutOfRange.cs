using System.Diagnostics.CodeAnalysis;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Prioritize;

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
            Summary = "Impact or effort of an open improvement is not a whole number from 1 to 10.",
            Rationale =
                "One scale makes improvements comparable. A 12 outranks every improvement that keeps to the scale, and an effort "
                + "above 10 makes the score zero or negative.",
            Remedy =
                "Use a whole number from 1 to 10. For a scale from 1 to 5, set `scoring.scale` to `1-5` or write `4/5`.",
            Next = "score ITEM --impact N --effort N",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var scoring = context.Settings.Scoring;
        return ScoreBasis.HasScale(scoring)
            ? context.Open.SelectMany(item =>
                IsOff(item.Impact) || IsOff(item.Effort)
                    ? Evaluate(item, "impact", item.Impact).Concat(Evaluate(item, "effort", item.Effort))
                    : []
            )
            : [];
    }

    private static bool IsOff([NotNullWhen(true)] Written<double>? value) =>
        value is not null && !ScoreBasis.IsOnScale(value);

    private static IEnumerable<Violation> Evaluate(Improvement item, string name, Written<double>? value)
    {
        if (IsOff(value))
        {
            var written = value.Origin is ValueOrigin.Rescaled ? $" (from {Quote.Of(value.Text)})" : "";
            yield return new Violation(
                value.Span,
                $"{name} is {Wording.Number(value.Value)}{written}; use a whole number from 1 to 10",
                item
            );
        }
    }
}
