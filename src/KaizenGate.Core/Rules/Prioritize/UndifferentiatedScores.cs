using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Prioritize;

/// <summary>KZ206.</summary>
internal static class UndifferentiatedScores
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ206",
            Name = "undifferentiated-scores",
            Stage = Stage.Prioritize,
            DefaultSeverity = Severity.Warning,
            Summary = "The active improvements with figures share at most 2 different pairs of impact and effort.",
            Rationale =
                "Scores that are all alike were filled in to satisfy a form. They put nothing first, so the effort of scoring is wasted.",
            Remedy =
                "Score them against each other: name the one with the most impact and the one with the least, and place the others between; the same for effort.",
            Guard = "8 active improvements with impact and effort in figures",
            Parameters =
            [
                new("minScored", 8, 2, 1000, "items", "With fewer scored improvements it does not judge."),
                new("minPairs", 3, 2, 100, "pairs", "The least number of different pairs of impact and effort."),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var pairs = context
            .Active.Where(ScoreBasis.IsInFigures)
            .Where(item => item is { Impact: not null, Effort: not null })
            .Select(item => (item.Impact!.Value, item.Effort!.Value))
            .ToList();
        var minScored = (int)context.Number("minScored");
        if (pairs.Count < minScored)
        {
            yield return new Unjudged(
                "too few active improvements have impact and effort in figures",
                pairs.Count,
                minScored
            );
            yield break;
        }

        var different = pairs.Distinct().Count();
        var minPairs = (int)context.Number("minPairs");
        if (different < minPairs)
        {
            yield return new Violation(
                SourceSpan.FileStart,
                $"{pairs.Count} scored improvements share {Wording.Count(different, "pair")} of impact and effort; "
                    + $"at least {minPairs} different ones are expected"
            );
        }
    }
}
