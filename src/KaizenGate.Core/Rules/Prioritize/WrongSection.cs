using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Prioritize;

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
                "An active improvement stands in a section of another priority than its score gives (high from 70, medium from 40).",
            Rationale =
                "People read sections, not scores. An improvement in the wrong one is picked too early or overlooked.",
            Remedy = "Move it to the section of its priority, or correct impact and effort.",
            Guard = "scores that follow the formula",
            IsFixable = true,
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context) =>
        WrittenScores.Doubt(context) is { } doubt
            ? [doubt]
            : context.Active.SelectMany(item => Judge(item, context.Settings.Scoring));

    private static IEnumerable<RuleResult> Judge(Improvement item, Scoring scoring)
    {
        if (
            item is not { Score: { } score, Section: { Priority: { } stated } section }
            || !ScoreBasis.IsOnScale(item, scoring)
        )
        {
            yield break;
        }

        // Words such as High and Low are too coarse to tell neighbours apart, but not to tell high from low.
        var right = scoring.PriorityOf(score);
        var least = ScoreBasis.IsInFigures(item) ? 1 : 2;
        if (Math.Abs(right - stated) >= least)
        {
            yield return new Violation(
                item.Span,
                $"the score {Wording.Number(score)} makes it {Word(right)} priority, "
                    + $"but it stands under {Quote.Of(section.Title)}, which is {Word(stated)}",
                item
            );
        }
    }

    private static string Word(Priority priority) => priority.ToString().ToLowerInvariant();
}
