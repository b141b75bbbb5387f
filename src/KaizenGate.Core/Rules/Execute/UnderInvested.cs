using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Execute;

/// <summary>KZ311.</summary>
internal static class UnderInvested
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ311",
            Name = "under-invested",
            Stage = Stage.Execute,
            DefaultSeverity = Severity.Warning,
            Summary = "The hours logged in the last 4 weeks are less than 10% of the working time; 20% is the target.",
            Rationale =
                "Improvements are made in hours, and hours that are not set aside go to whatever is urgent. "
                + "Below a tenth of the time a system decays faster than it is mended.",
            Remedy =
                "Set a fifth of each week aside for improvements and write `Time Spent:` on what you finish; if more people or fewer hours count, set `people` and `hoursPerWeek`.",
            Guard = "hours logged on completions that reach back at least 4 weeks, and on every completion since",
            Parameters =
            [
                new("weeks", 4, 1, 52, "weeks", "The period that is summed, and how far back logging must reach."),
                new("minShare", 0.1, 0, 1, "share", "A share of the working time below this is too little."),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var weeks = (int)context.Number("weeks");
        var dates = new ItemDates(context);
        var done = context
            .Backlog.WithArchive.Where(item => item.Status is Status.Done)
            .Select(item => (Item: item, Completed: dates.Completed(item)))
            .ToList();

        var reach = LoggedWeeks(context, done);
        if (reach < weeks)
        {
            return
            [
                new Unjudged(
                    "hours are not logged for long enough; write `Time Spent:` and `Completed:` on what is done",
                    reach,
                    weeks
                ),
            ];
        }

        // What is undated may have been done in the period, so it is neither counted nor forgotten.
        var first = context.AsOf.DayNumber - (7 * weeks) + 1;
        var recent = done.Where(one =>
                one.Completed is not { } completed
                || (completed.Day.DayNumber >= first && completed.Day <= context.AsOf)
            )
            .ToList();
        var counted = recent
            .Where(one => one.Completed is { IsAtLeast: false } && one.Item.TimeSpent is not null)
            .ToList();
        var underway = context.Active.Where(item => item.Status is Status.InProgress);
        var hours = counted.Select(one => one.Item).Concat(underway).Sum(item => item.TimeSpent?.Value ?? 0);
        var available = context.Settings.HoursPerWeek * context.Settings.People * weeks;
        var minShare = context.Number("minShare");
        if (hours >= minShare * available)
        {
            return [];
        }

        return counted.Count < recent.Count
            ?
            [
                new Unjudged(
                    $"{counted.Count} of {recent.Count} completions that are recent or undated have both hours and date; "
                        + "write `Time Spent:` and `Completed:` on each",
                    counted.Count,
                    recent.Count
                ),
            ]
            :
            [
                new Violation(
                    SourceSpan.FileStart,
                    $"{Wording.Count(hours, "hour")} logged in the last {Wording.Count(weeks, "week")} "
                        + $"{(hours == 1 ? "is" : "are")} {Wording.Percent(hours / available)} of {Wording.Number(available)}; "
                        + $"at least {Wording.Percent(minShare)} is expected"
                ),
            ];
    }

    /// <summary>Whole weeks since the oldest completion with hours.</summary>
    private static int LoggedWeeks(RuleContext context, IEnumerable<(Improvement Item, Since? Completed)> done) =>
        done.Where(one => one.Item.TimeSpent is not null)
            .Select(one => one.Completed is { IsAtLeast: false } completed ? completed.DaysUntil(context.AsOf) / 7 : 0)
            .Append(0)
            .Max();
}
