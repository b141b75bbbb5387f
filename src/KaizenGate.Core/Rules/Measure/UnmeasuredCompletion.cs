using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Measure;

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
                "An improvement completed over 14 days ago has no measured impact (warning), or under 80% of those completed in the "
                + "last 90 days have one (error).",
            Rationale =
                "Without a value from before and one from after, an improvement is only a hope. Measuring shows which kind of work "
                + "pays off, and proves that the time was well spent.",
            Remedy =
                "Measure it and write the values, such as `Measured Impact: p95 30 s → 5 s`, or write the hours saved as `Time "
                + "Saved:`.",
            Guard = "for the error, 5 completions of the last 90 days that are over 14 days old",
            Parameters =
            [
                new(
                    "graceDays",
                    14,
                    0,
                    3_650,
                    "days",
                    "The number of days after completion within which a measurement is not yet required."
                ),
                new("periodDays", 90, 1, 3_650, "days", "The period of the completions in the share."),
                new("minShare", 0.8, 0, 1, "share", "A lower share of measured completions is an error.")
                {
                    Laxer = Laxer.Smaller,
                },
                new("minCompletions", 5, 1, 10_000, "items", "The minimum number of completions for the share."),
            ],
            Next = "done ITEM --measured 'RESULT'",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var grace = (int)context.Number("graceDays");
        var dates = context.Dates;
        foreach (var item in context.Backlog.Improvements)
        {
            if (Age(item) is { } age && age > grace && !IsMeasured(item))
            {
                yield return Unmeasured(context, item, age, grace);
            }
        }

        var period = (int)context.Number("periodDays");
        // What was removed before it was due counts as it was last.
        var due = dates
            .Completions.Where(one => one.DaysUntil(context.AsOf) is { } age && age > grace && age < period)
            .Select(one => one.Item)
            .ToList();
        var which = $" between {grace} and {period} days old";
        if (NotEnoughData.Few(context, "minCompletions", due.Count, "dated completion", which) is { } few)
        {
            yield return few;
            yield break;
        }

        var measured = due.Count(IsMeasured);
        var minShare = context.Number("minShare");
        if ((double)measured / due.Count < minShare)
        {
            yield return new Violation(
                SourceSpan.FileStart,
                $"{Wording.Percent((double)measured / due.Count)} of completions between {grace} and {period} days old are measured "
                    + $"({measured} of {due.Count}{Removed(due.Count(dates.IsPruned))}); at least {Wording.Percent(minShare)} is expected"
            )
            {
                Severity = Severity.Error,
            };
        }

        // Days since completion; null when it is not completed or the day is unknown.
        int? Age(Improvement item) => new CompletedItem(item, dates.Completed(item)).DaysUntil(context.AsOf);
    }

    private static string Removed(int count) => count == 0 ? "" : $", {count} of them no longer in the file";

    private static Violation Unmeasured(RuleContext context, Improvement item, int age, int grace)
    {
        var lack = item switch
        {
            { MeasuredImpact: not null } => "has neither two values nor a number with a unit",
            { HoursSaved: not null } or { SavedPerWeek: not null } => "is missing, and no time was saved,",
            _ => "is missing",
        };
        return new(
            item.MeasuredImpact?.Span ?? item.Span,
            $"the measured impact {lack} {Wording.Count(age, "day")} after completion; it is due within {Wording.Count(grace, "day")}",
            item
        )
        {
            Severity = Severity.Warning,
        };
    }

    /// <summary>Hours saved are a measurement too, unless they are 0; a text without figures is not.</summary>
    internal static bool IsMeasured(Improvement item) =>
        item.MeasuredImpact is { Value.HasFigure: true }
        || item.HoursSaved is { Value: not 0 }
        || item.SavedPerWeek is { Value: not 0 };
}
