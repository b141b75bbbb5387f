using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Execute;

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
                "An improvement that was not touched for two months is unwanted or forgotten, and its numbers are out of date. To "
                + "defer without a review is to reject without a decision.",
            Remedy =
                "Start it, defer it with a reason and a review date, or reject it. Decide about a deferred one on its review date.",
            Guard = "history, or a date on at least one active improvement",
            Parameters =
            [
                new(
                    "maxDays",
                    60,
                    1,
                    3_650,
                    "days",
                    "An active improvement is stale after this many days without a newer date."
                ),
            ],
            Next = "show ITEM",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context) =>
        context
            .Open.Where(item =>
                item is { Status: Status.Deferred, ReviewDate.Value: var review } && review < context.AsOf
            )
            .Select(item => Forgotten(context, item, item.ReviewDate!))
            .Concat(NotEnoughData.Hidden(context) is { } hidden ? Unseen(context, hidden) : Untouched(context));

    private static IEnumerable<RuleResult> Unseen(RuleContext context, NotEvaluated hidden) =>
        context.Active.IsEmpty ? [] : [hidden];

    private static IEnumerable<RuleResult> Untouched(RuleContext context)
    {
        var dates = context.Dates;
        var maxDays = (int)context.Number("maxDays");
        var (dated, undecided) = (0, 0);
        foreach (var item in context.Active)
        {
            if (dates.LastTouched(item) is not { } touched)
            {
                continue;
            }

            dated++;
            var days = touched.DaysUntil(context.AsOf);
            undecided += touched.IsAtLeast && days < maxDays ? 1 : 0;
            if (days >= maxDays)
            {
                yield return new Violation(
                    item.Span,
                    $"untouched for {touched.Bound}{Wording.Count(days, "day")} (since {Wording.Day(touched.Day)}); "
                        + $"start, defer or reject it within {Wording.Count(maxDays, "day")}",
                    item
                );
            }
        }

        if (dated == 0 && context.Active.Length > 0)
        {
            yield return new NotEvaluated("no active improvement has a date; add `Captured:` dates", 0, 1);
        }

        if (undecided > 0 && NotEnoughData.Days(context, context.Timeline!, maxDays) is { } tooShort)
        {
            yield return tooShort;
        }
    }

    private static Violation Forgotten(RuleContext context, Improvement item, Written<DateOnly> review)
    {
        var days = Wording.Count(context.AsOf.DayNumber - review.Value.DayNumber, "day");
        return new(
            review.Span,
            $"the review date {Wording.Day(review.Value)} passed {days} ago; start it, reject it or set a new review date",
            item
        );
    }
}
