using KaizenGate.Settings;

namespace KaizenGate.Rules.Prioritize;

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
            Summary = "An active improvement lacks impact or effort; values concluded from words or a section count.",
            Rationale =
                "What has no score cannot be compared, so it is done when somebody likes it or never. "
                + "Two figures take a minute and decide the order of all further work.",
            Remedy =
                "Give it impact and effort, whole numbers from 1 to 10 (`- **Impact:** 8/10`, `- **Effort:** 2/10`), "
                + "or defer it with a reason and a review date.",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context) =>
        context
            .Active.Where(item => !item.MissingForScore.IsEmpty)
            .Select(item => new Violation(
                item.Span,
                $"it has no {string.Join(" and no ", item.MissingForScore)}; "
                    + $"a score needs {string.Join(" and ", context.Settings.Scoring.Formula.Variables)}",
                item
            ));
}
