using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Prioritize;

/// <summary>KZ201.</summary>
internal static class Unscored
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ201",
            Name = "unscored",
            Stage = Stage.Prioritize,
            DefaultSeverity = Severity.Error,
            Summary =
                "An active improvement has no impact or no effort; both may be inferred from words or the section.",
            Rationale =
                "Without a score an improvement cannot be compared with others, so it is done at random or never. Two numbers take "
                + "a minute and decide the order of all further work.",
            Remedy =
                "Add impact and effort, whole numbers from 1 to 10 (`- **Impact:** 8/10`, `- **Effort:** 2/10`), or defer it with a "
                + "reason and a review date.",
            Next = "score ITEM --impact N --effort N",
            NextForAll = "score",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context) =>
        context
            .Active.Where(item => !item.MissingForScore.IsEmpty)
            .Select(item => new Violation(
                item.Span,
                $"{Wording.And(item.MissingForScore)} {(item.MissingForScore.Length == 1 ? "is" : "are")} missing; "
                    + $"a score needs {Wording.And(context.Settings.Scoring.Formula.Variables)}",
                item
            ));
}
