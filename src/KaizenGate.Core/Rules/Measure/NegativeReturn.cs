using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Measure;

/// <summary>KZ404.</summary>
internal static class NegativeReturn
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ404",
            Name = "negative-return",
            Stage = Stage.Measure,
            DefaultSeverity = Severity.Warning,
            Summary = "The improvements completed in the window (12 weeks) saved fewer hours than were spent on them.",
            Rationale =
                "Improving is an investment, and one that never pays back is a loss. A single improvement may fail; the sum over a "
                + "quarter shows whether the choice of improvements is right.",
            Remedy =
                "Find out which improvements did not pay off and score similar ones lower. Correct `Time Saved:` if the benefit has "
                + "grown since.",
            Guard = "5 completions in the window with time saved and time spent",
            Parameters =
            [
                new(
                    "minMeasured",
                    5,
                    1,
                    10_000,
                    "items",
                    "The minimum number of completions with time saved and time spent."
                ),
                new("minReturn", 1, 0, 1_000, "ratio", "The minimum return: hours saved ÷ hours spent."),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var weeks = context.Settings.WindowWeeks;
        var dates = new ItemDates(context);
        var measured = context
            .Backlog.WithArchive.Where(item =>
                item is { HoursSaved: not null, TimeSpent: not null }
                && dates.Completed(item) is { IsAtLeast: false } completed
                && completed.DaysUntil(context.AsOf) is >= 0 and var age
                && age < 7 * weeks
            )
            .ToList();

        var which = $" with `Completed:`, `Time Saved:` and `Time Spent:` in the last {Wording.Count(weeks, "week")}";
        if (NotEnoughData.Few(context, "minMeasured", measured.Count, "completion", which) is { } few)
        {
            return [few];
        }

        var saved = measured.Sum(item => item.HoursSaved!.Value);
        var spent = measured.Sum(item => item.TimeSpent!.Value);
        var minReturn = context.Number("minReturn");
        return saved < minReturn * spent
            ?
            [
                new Violation(
                    SourceSpan.FileStart,
                    $"the return of {Wording.Count(measured.Count, "completion")} in the last {Wording.Count(weeks, "week")} is {Wording.Number(saved / spent)} "
                        + $"({Wording.Count(saved, "hour")} saved ÷ {Wording.Number(spent)} spent); at least {Wording.Number(minReturn)} is expected"
                ),
            ]
            : [];
    }
}
