using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Measure;

/// <summary>KZ401.</summary>
internal static class UnmeasuredCompletion
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ401",
            Name = "unmeasured-completion",
            Stage = Stage.Measure,
            DefaultSeverity = Severity.Error,
            Summary =
                "An improvement completed over 14 days ago has no measured impact (warning), or under 80% of the last 90 days' are measured (error).",
            Rationale =
                "Without a figure from before and after, an improvement is a change of which one hopes the best. "
                + "What is measured shows which kind of work pays, and proves that the time was well spent.",
            Remedy =
                "Measure it and write the figures, such as `Measured Impact: p95 30 s → 5 s`, or the hours it saved as `Time Saved:`.",
            Guard = "for the error, 5 completions of the last 90 days that are over 14 days old",
            Parameters =
            [
                new(
                    "graceDays",
                    14,
                    0,
                    3_650,
                    "days",
                    "The days after completion in which nothing need be measured yet."
                ),
                new("periodDays", 90, 1, 3_650, "days", "The period whose completions make up the share."),
                new("minShare", 0.8, 0, 1, "share", "A share of measured completions below this is an error."),
                new("minCompletions", 5, 1, 10_000, "items", "The least number of completions to judge the share by."),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var grace = (int)context.Number("graceDays");
        var dates = new ItemDates(context);
        foreach (var item in context.Backlog.Improvements)
        {
            if (Age(item) is { } age && age > grace && !IsMeasured(item))
            {
                yield return Unmeasured(context, item, age, grace);
            }
        }

        var period = (int)context.Number("periodDays");
        var due = context
            .Backlog.WithArchive.Where(item => Age(item) is { } age && age > grace && age < period)
            .ToList();
        if (due.Count < context.Number("minCompletions"))
        {
            yield return new Unjudged(
                $"{Wording.Count(due.Count, "dated completion")} of the last {period} days {(due.Count == 1 ? "is" : "are")} "
                    + $"over {Wording.Count(grace, "day")} old, too few for a share",
                due.Count,
                (int)context.Number("minCompletions")
            );
            yield break;
        }

        var measured = due.Count(IsMeasured);
        var minShare = context.Number("minShare");
        if ((double)measured / due.Count < minShare)
        {
            yield return new Violation(
                SourceSpan.FileStart,
                $"{measured} of {due.Count} completions of the last {period} days that are over {Wording.Count(grace, "day")} old "
                    + $"are measured ({Wording.Percent((double)measured / due.Count)}); at least {Wording.Percent(minShare)} is expected"
            )
            {
                Severity = Severity.Error,
            };
        }

        // Days since completion; null when it is not done or nobody knows when.
        int? Age(Improvement item) =>
            dates.Completed(item) is { IsAtLeast: false } completed ? completed.DaysUntil(context.AsOf) : null;
    }

    private static Violation Unmeasured(RuleContext context, Improvement item, int age, int grace)
    {
        var lack = item.MeasuredImpact is null ? "has no measured impact" : "its measured impact has no number";
        return new(
            item.MeasuredImpact?.Span ?? item.Span,
            $"completed {age} days ago, and {(item.MeasuredImpact is null ? "it " : "")}{lack}; "
                + $"figures are expected within {Wording.Count(grace, "day")}",
            item
        )
        {
            Severity = Severity.Warning,
        };
    }

    /// <summary>Hours saved are a measurement too; a remark without any number is none.</summary>
    internal static bool IsMeasured(Improvement item) =>
        item.MeasuredImpact is { HasNumber: true } || item.HoursSaved is not null || item.SavedPerWeek is not null;
}
