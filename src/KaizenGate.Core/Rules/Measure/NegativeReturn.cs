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
            Summary =
                "The improvements completed in the window (12 weeks) save fewer hours than were spent on them, even in their first "
                + "year.",
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
                new("minReturn", 1, 0, 1_000, "ratio", "The minimum return: hours saved ÷ hours spent.")
                {
                    Laxer = Laxer.Smaller,
                },
                new(
                    "horizonWeeks",
                    52,
                    0,
                    520,
                    "weeks",
                    "The number of weeks after completion for which a time saved per week is projected."
                )
                {
                    Laxer = Laxer.Larger,
                },
            ],
            Next = "report",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var weeks = context.Settings.WindowWeeks;
        List<(Improvement Item, int Age)> measured =
        [
            .. from one in context.Dates.Completions
            where one.DaysUntil(context.AsOf) is { } days && days >= 0 && days < 7 * weeks
            where one.Item.TimeSpent is not null && TimeSaved.After(one.Item, 0) is not null
            select (one.Item, one.DaysUntil(context.AsOf)!.Value),
        ];

        var which = $" with `Completed:`, `Time Saved:` and `Time Spent:` in the last {Wording.Count(weeks, "week")}";
        if (NotEnoughData.Few(context, "minMeasured", measured.Count, "completion", which) is { } few)
        {
            return [few];
        }

        var spent = measured.Sum(one => one.Item.TimeSpent!.Value);
        var saved = measured.Sum(one => TimeSaved.After(one.Item, one.Age)!.Value);
        var horizon = (int)context.Number("horizonWeeks");
        var projected = measured.Sum(one => TimeSaved.After(one.Item, Math.Max(one.Age, 7 * horizon))!.Value);
        var minReturn = context.Number("minReturn");
        if (projected >= minReturn * spent)
        {
            return [];
        }

        var later =
            projected > saved
                ? $"; if they save as much each week, it is {Wording.Number(projected / spent)} after {Wording.Count(horizon, "week")} (projection)"
                : "";
        return
        [
            new Violation(
                SourceSpan.FileStart,
                $"the return of {Wording.Count(measured.Count, "completion")} in the last {Wording.Count(weeks, "week")} is {Wording.Number(saved / spent)} "
                    + $"({Wording.Count(saved, "hour")} saved ÷ {Wording.Number(spent)} spent){later}; at least {Wording.Number(minReturn)} is expected"
            ),
        ];
    }
}
