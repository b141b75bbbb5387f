using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Measure;

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
            Summary = "An improvement is completed, and neither the file nor its history has the date.",
            Rationale =
                "Throughput, execution rate and return are all computed over time. A completion without a date counts in none of "
                + "them.",
            Remedy = "Add the day of completion: `Completed: 2026-03-02`.",
            Guard = "a readable history, if there is one",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var dates = context.Dates;
        var undated = context.Backlog.Improvements.Where(item =>
            item.Status is Status.Done && !dates.IsCompletionDated(item)
        );

        // A history that cannot be read may contain the date.
        return NotEnoughData.Hidden(context) is { } hidden
            ? undated.Take(1).Select(_ => hidden)
            : undated.Select(item => new Violation(
                item.Span,
                "the completion date is missing; add `Completed: YYYY-MM-DD`",
                item
            ));
    }
}
