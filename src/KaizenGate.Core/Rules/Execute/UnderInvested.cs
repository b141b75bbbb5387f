using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Execute;

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
            Summary =
                "Less than 10% of the working time of the last 4 weeks was logged on improvements; 20% is the target.",
            Rationale =
                "Improvements take hours, and hours that are not reserved go to whatever is urgent. Below a tenth of the time, a "
                + "system decays faster than it is repaired.",
            Remedy =
                "Reserve a fifth of each week for improvements and write `Time Spent:` when you complete one. If the working time "
                + "is wrong, set `people` and `hoursPerWeek`.",
            Guard = "time spent logged on completions for at least 4 weeks, and on every completion since",
            Parameters =
            [
                new(
                    "weeks",
                    4,
                    1,
                    52,
                    "weeks",
                    "The period that is summed, and the minimum time for which hours are logged."
                ),
                new("minShare", 0.1, 0, 1, "share", "The minimum share of the working time.") { Laxer = Laxer.Smaller },
            ],
            Next = "plan",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var weeks = (int)context.Number("weeks");
        var done = context.Dates.Completions;
        var reach = LoggedWeeks(context, done);
        const string help = "; add `Time Spent:` and `Completed:` to completed improvements";
        if (NotEnoughData.Few(context, "weeks", reach, "week", " of logged hours", help) is { } few)
        {
            return [few];
        }

        // An undated completion may belong to the period.
        var first = context.AsOf.DayNumber - (7 * weeks) + 1;
        var recent = done.Where(one =>
                one.Day is not { } completed || (completed.Day.DayNumber >= first && completed.Day <= context.AsOf)
            )
            .ToList();
        var counted = recent.Where(one => one.Day is { IsAtLeast: false } && one.Item.TimeSpent is not null).ToList();
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
                new NotEvaluated(
                    $"needs hours and date of {Wording.Count(recent.Count, "recent or undated completion")}, found {counted.Count}; "
                        + "add `Time Spent:` and `Completed:`",
                    counted.Count,
                    recent.Count
                ),
            ]
            :
            [
                new Violation(
                    SourceSpan.FileStart,
                    $"{Wording.Percent(hours / available)} of the working time was logged on improvements in the last {Wording.Count(weeks, "week")} "
                        + $"({Wording.Number(hours)} of {Wording.Count(available, "hour")}); at least {Wording.Percent(minShare)} is expected"
                ),
            ];
    }

    /// <summary>Whole weeks since the oldest completion with hours.</summary>
    private static int LoggedWeeks(RuleContext context, ImmutableArray<CompletedItem> done) =>
        done.Where(one => one.Item.TimeSpent is not null)
            .Select(one => one.DaysUntil(context.AsOf) / 7 ?? 0)
            .Append(0)
            .Max();
}
