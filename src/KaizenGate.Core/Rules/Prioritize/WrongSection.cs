using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Prioritize;

/// <summary>KZ204.</summary>
internal static class WrongSection
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ204",
            Name = "wrong-section",
            Stage = Stage.Prioritize,
            DefaultSeverity = Severity.Warning,
            Summary =
                "An active improvement is in a section whose priority differs from that of its score (high from 70, medium from 40).",
            Rationale =
                "People read sections, not scores. In the wrong section an improvement is picked too early or overlooked.",
            Remedy = "Move it to the section for its priority, or correct impact and effort.",
            Guard = "scores that follow the formula",
            FixedBy = FixingCommand.Fix,
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context) =>
        WrittenScores.Doubt(context) is { } doubt
            ? [doubt]
            : context.Active.SelectMany(item => Evaluate(item, context.Settings.Scoring));

    private static IEnumerable<RuleResult> Evaluate(Improvement item, Scoring scoring)
    {
        if (
            item is not { Score: { } score, Section: { Priority: { } stated } section }
            || !ScoreBasis.IsOnScale(item, scoring)
        )
        {
            yield break;
        }

        // Words such as High and Low are too coarse for neighbouring priorities, but they separate high from low.
        var right = scoring.PriorityOf(score);
        var least = ScoreBasis.IsInFigures(item) ? 1 : 2;
        if (Math.Abs(right - stated) >= least)
        {
            yield return new Violation(
                item.Span,
                $"score {Wording.Number(score)} means {Word(right)} priority, but the section {Quote.Of(section.Title)} "
                    + $"is {Word(stated)} priority",
                item
            );
        }
    }

    private static string Word(Priority priority) => priority.ToString().ToLowerInvariant();
}
