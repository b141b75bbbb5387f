using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Execute;

/// <summary>KZ312.</summary>
internal static class UnscheduledHighPriority
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ312",
            Name = "unscheduled-high-priority",
            Stage = Stage.Execute,
            DefaultSeverity = Severity.Warning,
            Summary = "An improvement with a high score (70 or more) has had neither owner nor target date for 7 days.",
            Rationale =
                "A high score means much gain for little work: the best use of the next free hour. When it is still waiting after a "
                + "week, the score is wrong or the week was not planned.",
            Remedy = "Set an owner or a target date in the next weekly review, or correct the score.",
            Guard = "history, or a capture date on at least one of them",
            Parameters = [new("maxDays", 7, 0, 3_650, "days", "A high score must be scheduled before it is this old.")],
            Next = "plan --commit",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (NotEnoughData.Hidden(context) is { } hidden)
        {
            yield return hidden;
            yield break;
        }

        var dates = context.Dates;
        var maxDays = (int)context.Number("maxDays");
        var (candidates, dated, undecided) = (0, 0, 0);
        foreach (var item in context.Active.Where(item => IsUnscheduled(item) && IsHigh(context, item)))
        {
            candidates++;
            if (dates.Captured(item) is not { } captured)
            {
                continue;
            }

            dated++;
            var days = captured.DaysUntil(context.AsOf);
            undecided += captured.IsAtLeast && days < maxDays ? 1 : 0;
            if (days >= maxDays)
            {
                yield return new Violation(
                    item.Span,
                    $"score {Wording.Number(item.Score!.Value)} without owner and target date for {captured.Bound}{Wording.Count(days, "day")}; "
                        + $"schedule a high score within {Wording.Count(maxDays, "day")}",
                    item
                );
            }
        }

        if (candidates > 0 && dated == 0)
        {
            yield return new NotEvaluated(
                "the age of the high scores without owner and target date is unknown; add `Captured:` dates",
                0,
                1
            );
        }

        if (undecided > 0 && NotEnoughData.Days(context, context.Timeline!, maxDays) is { } tooShort)
        {
            yield return tooShort;
        }
    }

    /// <summary>Not started, without owner and target date.</summary>
    private static bool IsUnscheduled(Improvement item) =>
        item is { Status: Status.ToDo, Owner: null, TargetDate: null };

    private static bool IsHigh(RuleContext context, Improvement item) =>
        item.Score is { } score && context.Settings.Scoring.PriorityOf(score) is Priority.High;
}
