using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Measure;

/// <summary>KZ402.</summary>
internal static class UndatedCompletion
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ402",
            Name = "undated-completion",
            Stage = Stage.Measure,
            DefaultSeverity = Severity.Warning,
            Summary = "An improvement is done, and neither the file nor its history says when.",
            Rationale =
                "Pace, execution rate and return are all figures over time. "
                + "A completion without a date can be counted in none of them.",
            Remedy = "Write the day it was finished: `Completed: 2026-03-02`.",
            Guard = "where there is a history, one that can be seen",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var dates = new ItemDates(context);
        var undated = context.Backlog.Improvements.Where(item =>
            item.Status is Status.Done && !dates.IsCompletionDated(item)
        );

        // A history that cannot be seen may well know the day.
        return TooLittle.Hidden(context) is { } hidden
            ? undated.Take(1).Select(_ => hidden)
            : undated.Select(item => new Violation(
                item.Span,
                "done without a completion date; each completion needs one",
                item
            ));
    }
}
