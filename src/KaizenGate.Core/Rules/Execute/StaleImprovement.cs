using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Execute;

/// <summary>KZ306.</summary>
internal static class StaleImprovement
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ306",
            Name = "stale-improvement",
            Stage = Stage.Execute,
            DefaultSeverity = Severity.Warning,
            Summary = "An active improvement was not touched for 60 days, or a deferred one is past its review date.",
            Rationale =
                "An improvement that nobody has looked at for two months is either not wanted or forgotten, and its figures are out of date. "
                + "A deferral without a second look is a rejection that nobody decided.",
            Remedy =
                "Start it, defer it with a reason and a review date, or reject it; a deferred one is decided anew on its review date.",
            Guard = "a date on at least one active improvement",
            Parameters =
            [
                new(
                    "maxDays",
                    60,
                    1,
                    3_650,
                    "days",
                    "The days without a newer date from which on an active one is stale."
                ),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var dates = new ItemDates(context);
        var maxDays = (int)context.Number("maxDays");
        var (active, dated) = (0, 0);
        foreach (var item in context.Open)
        {
            if (item.Status is Status.Deferred)
            {
                if (item.ReviewDate is { } review && review.Value < context.AsOf)
                {
                    yield return Forgotten(context, item, review);
                }

                continue;
            }

            active++;
            if (dates.LastTouched(item) is not { } touched)
            {
                continue;
            }

            dated++;
            var days = context.AsOf.DayNumber - touched.DayNumber;
            if (days >= maxDays)
            {
                yield return new Violation(
                    item.Span,
                    $"untouched for {Phrase.Count(days, "day")}, since {Phrase.Day(touched)}; "
                        + $"an active improvement should move within {maxDays}",
                    item
                );
            }
        }

        if (active > 0 && dated == 0)
        {
            yield return new Unjudged("no active improvement has a date; write `Captured:` dates", 0, 1);
        }
    }

    private static Violation Forgotten(RuleContext context, Improvement item, Written<DateOnly> review)
    {
        var days = Phrase.Count(context.AsOf.DayNumber - review.Value.DayNumber, "day");
        return new(
            review.Span,
            $"its review date {Phrase.Day(review.Value)} passed {days} ago; a deferred improvement is decided anew by then",
            item
        );
    }
}
