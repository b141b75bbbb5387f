using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Measure;

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
                "Improving is an investment, and one that never pays back is a loss with a good conscience. "
                + "The sum over a quarter shows whether the choice of improvements is right, where a single one may well fail.",
            Remedy =
                "Look at which improvements did not pay and score their like lower; correct `Time Saved:` where the benefit kept growing since.",
            Guard = "5 completions in the window with hours saved and hours spent",
            Parameters =
            [
                new(
                    "minMeasured",
                    5,
                    1,
                    10_000,
                    "items",
                    "The least number of completions measured in hours to judge by."
                ),
                new("minReturn", 1, 0, 1_000, "ratio", "Hours saved per hour spent; below this it fires."),
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

        var minMeasured = (int)context.Number("minMeasured");
        if (measured.Count < minMeasured)
        {
            return
            [
                new Unjudged(
                    $"{Wording.Count(measured.Count, "completion")} of the last {Wording.Count(weeks, "week")} "
                        + $"{(measured.Count == 1 ? "has" : "have")} `Completed:`, `Time Saved:` and `Time Spent:`",
                    measured.Count,
                    minMeasured
                ),
            ];
        }

        var saved = measured.Sum(item => item.HoursSaved!.Value);
        var spent = measured.Sum(item => item.TimeSpent!.Value);
        var minReturn = context.Number("minReturn");
        return saved < minReturn * spent
            ?
            [
                new Violation(
                    SourceSpan.FileStart,
                    $"{Wording.Count(saved, "hour")} saved ÷ {Wording.Count(spent, "hour")} spent on the {measured.Count} completions "
                        + $"of the last {Wording.Count(weeks, "week")} that are measured in hours is {Wording.Number(saved / spent)}; "
                        + $"at least {Wording.Number(minReturn)} is expected"
                ),
            ]
            : [];
    }
}
