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
            Summary = "At least half of the open improvements are over 90 days old and were never started.",
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
                new("maxAgeDays", 90, 1, 3_650, "days", "An improvement that was never started is old above this age."),
                new("maxShare", 0.5, 0.01, 1, "share", "It fires from this share of old improvements."),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (NotEnoughData.Hidden(context) is { } hidden)
        {
            return [hidden];
        }

        var dates = new ItemDates(context);
        var (open, old, unknown) = (0, 0, 0);
        var maxAge = (int)context.Number("maxAgeDays");
        foreach (var item in context.Open)
        {
            open++;
            if (dates.WasStarted(item))
            {
                continue;
            }

            // What was there when the history began is at least as old.
            var captured = dates.Captured(item);
            var isOld = captured?.DaysUntil(context.AsOf) > maxAge;
            old += isOld ? 1 : 0;
            unknown += !isOld && captured is null or { IsAtLeast: true } ? 1 : 0;
        }

        if (NotEnoughData.Few(context, "minOpen", open, "open improvement") is { } few)
        {
            return [few];
        }

        var limit = context.Number("maxShare") * open;
        if (old >= limit)
        {
            return
            [
                new Violation(
                    SourceSpan.FileStart,
                    $"{Wording.Percent((double)old / open)} of open improvements are over {Wording.Count(maxAge, "day")} old and were never "
                        + $"started ({old} of {open}); it must be under {Wording.Percent(context.Number("maxShare"))}"
                ),
            ];
        }

        return old + unknown >= limit
            ?
            [
                new NotEvaluated(
                    $"the age of {unknown} of {Wording.Count(open, "open improvement")} is unknown; add `Captured:` dates",
                    open - unknown,
                    open
                ),
            ]
            : [];
    }
}
