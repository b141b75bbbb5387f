using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Execute;

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
                "A list on which most entries only grow older is a list of good intentions. "
                + "It soothes whoever adds to it, and it changes nothing.",
            Remedy =
                "Go through the oldest improvements: start one this week, split what is too large, and reject what nobody will miss.",
            Guard = "8 open improvements, with history or capture dates that settle the matter",
            Parameters =
            [
                new("minOpen", 8, 1, 10_000, "items", "The least number of open improvements to judge by."),
                new(
                    "maxAgeDays",
                    90,
                    1,
                    3_650,
                    "days",
                    "The age above which an improvement that was never started is old."
                ),
                new("maxShare", 0.5, 0.01, 1, "share", "The share of old ones from which on it fires."),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (TooLittle.Hidden(context) is { } hidden)
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

            // What is older than the history is at least as old as that.
            var captured = dates.Captured(item);
            var isOld = captured?.DaysUntil(context.AsOf) > maxAge;
            old += isOld ? 1 : 0;
            unknown += !isOld && captured is null or { IsAtLeast: true } ? 1 : 0;
        }

        var minOpen = (int)context.Number("minOpen");
        if (open < minOpen)
        {
            var count = Wording.Count(open, "open improvement");
            return [new Unjudged($"{count} {(open == 1 ? "is" : "are")} too few for a share", open, minOpen)];
        }

        var limit = context.Number("maxShare") * open;
        if (old >= limit)
        {
            return
            [
                new Violation(
                    SourceSpan.FileStart,
                    $"{old} of {open} open improvements ({Wording.Percent((double)old / open)}) are over {maxAge} days old "
                        + $"and were never started; under {Wording.Percent(context.Number("maxShare"))} is expected"
                ),
            ];
        }

        return old + unknown >= limit
            ?
            [
                new Unjudged(
                    $"{unknown} of {open} open improvements do not tell how old they are; write `Captured:` dates",
                    open - unknown,
                    open
                ),
            ]
            : [];
    }
}
