using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Execute;

/// <summary>KZ305.</summary>
internal static class SomedayMaybe
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ305",
            Name = "someday-maybe",
            Stage = Stage.Execute,
            DefaultSeverity = Severity.Error,
            Summary =
                "At least half of the open improvements are over 90 days old and not in progress (warning), or over 120 days while "
                + "newer ones with equal scores are taken or nothing leaves the backlog (error).",

            Rationale =
                "A backlog whose improvements only grow older is a list of good intentions. Adding to it feels like progress and "
                + "changes nothing.",
            Remedy =
                "Go through the oldest improvements: start one this week, split what is too large, and reject what will not be "
                + "missed.",
            Guard = "8 open improvements, and history or capture dates for enough of them",
            Parameters =
            [
                new("minOpen", 8, 1, 10_000, "items", "The minimum number of open improvements."),
                new(
                    "maxAgeDays",
                    90,
                    1,
                    3_650,
                    "days",
                    "An improvement that is not in progress is old above this age."
                ),
                new("errorAgeDays", 120, 1, 3_650, "days", "For an error, the share must be older than this."),
                new("maxShare", 0.5, 0.01, 1, "share", "It fires from this share of old improvements."),
                new(
                    "significance",
                    0.01,
                    0.000001,
                    0.5,
                    "share",
                    "The significance level of the test whether old improvements are passed over."
                ),
            ],
            Next = "plan",
            Check = Check,
        };

    /// <summary>Whether it is deferred to a day that has not come. A day over a year ahead is not a plan.</summary>
    public static bool IsPutOff(Improvement item, DateOnly asOf) =>
        item is { Status: Status.Deferred, ReviewDate.Value: var review }
        && review.DayNumber - asOf.DayNumber is > 0 and <= MaxDeferralDays;

    private const int MaxDeferralDays = 366;

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (NotEnoughData.Hidden(context) is { } hidden)
        {
            return [hidden];
        }

        var ages = WaitingAges.Of(context);
        if (NotEnoughData.Few(context, "minOpen", ages.Waiting, "open improvement") is { } few)
        {
            return [few];
        }

        var (maxAge, limit) = ((int)context.Number("maxAgeDays"), context.Number("maxShare") * ages.Waiting);
        var old = ages.Over(maxAge);
        if (old >= limit)
        {
            var isError = ages.Over((int)context.Number("errorAgeDays")) >= limit;
            var neglect = isError ? Neglect.Of(context, ages, maxAge) : null;
            return
            [
                new Violation(
                    SourceSpan.FileStart,
                    $"{Wording.Percent((double)old / ages.Waiting)} of open improvements are over {Wording.Count(maxAge, "day")} old and not "
                        + $"in progress ({old} of {ages.Waiting}); it must be under {Wording.Percent(context.Number("maxShare"))}"
                        + neglect
                )
                {
                    Severity = neglect is null ? Severity.Warning : Severity.Error,
                },
            ];
        }

        return old + ages.Unknown(maxAge) is var possible && possible >= limit
            ?
            [
                new NotEvaluated(
                    $"the age of {possible - old} of {Wording.Count(ages.Waiting, "open improvement")} is unknown; add `Captured:` dates",
                    ages.Waiting - possible + old,
                    ages.Waiting
                ),
            ]
            : [];
    }
}
