using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Prioritize;

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
            Summary =
                "The active improvements that are scored in numbers have at most 2 different pairs of impact and effort.",
            Rationale =
                "Scores that are all alike were filled in to satisfy a form. They put nothing first, so the work of scoring is "
                + "wasted.",
            Remedy =
                "Score them against each other: find the ones with the most and the least impact and place the others between them; "
                + "then do the same for effort.",
            Guard = "8 active improvements with impact and effort in numbers",
            Parameters =
            [
                new("minScored", 8, 2, 1000, "items", "The minimum number of scored improvements."),
                new("minPairs", 3, 2, 100, "pairs", "The minimum number of different pairs of impact and effort.")
                {
                    Laxer = Laxer.Smaller,
                },
            ],
            Next = "list --sort score",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var pairs = context
            .Active.Where(ScoreBasis.IsInFigures)
            .Where(item => item is { Impact: not null, Effort: not null })
            .Select(item => (item.Impact!.Value, item.Effort!.Value))
            .ToList();
        const string which = " with impact and effort in numbers";
        if (NotEnoughData.Few(context, "minScored", pairs.Count, "active improvement", which) is { } few)
        {
            yield return few;
            yield break;
        }

        var different = pairs.Distinct().Count();
        var minPairs = (int)context.Number("minPairs");
        if (different < minPairs)
        {
            yield return new Violation(
                SourceSpan.FileStart,
                $"{pairs.Count} scored improvements have only {Wording.Count(different, "different pair")} of impact and effort; "
                    + $"the minimum is {minPairs}"
            );
        }
    }
}
