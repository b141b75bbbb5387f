using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Execute;

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
            Summary = "A high score (70 or more) has waited for 7 days with neither owner nor target date.",
            Rationale =
                "A high score means much gain for little work: the best use of the next free hour. "
                + "When nobody has taken it a week later, the score is wrong or the week was not planned.",
            Remedy =
                "Give it an owner or a target date in the next weekly review, or score it again if it is not worth that.",
            Guard = "history, or a capture date on at least one of them",
            Parameters =
            [
                new("maxDays", 7, 0, 3_650, "days", "The days after its capture from which on it must be scheduled."),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (TooLittle.Hidden(context) is { } hidden)
        {
            yield return hidden;
            yield break;
        }

        var dates = new ItemDates(context);
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
                    $"the score is {Wording.Number(item.Score!.Value)}, and for {captured.Bound}{Wording.Count(days, "day")} it has had neither owner "
                        + $"nor target date; a high score is scheduled within {maxDays}",
                    item
                );
            }
        }

        if (candidates > 0 && dated == 0)
        {
            yield return new Unjudged(
                "no high score without owner and target date tells how long it has waited; write `Captured:` dates",
                0,
                1
            );
        }

        if (undecided > 0 && TooLittle.Days(context, context.Timeline!, maxDays) is { } tooShort)
        {
            yield return tooShort;
        }
    }

    /// <summary>Waiting, and planned by nobody; what is in progress has found its hour.</summary>
    private static bool IsUnscheduled(Improvement item) =>
        item is { Status: Status.ToDo, Owner: null, TargetDate: null };

    private static bool IsHigh(RuleContext context, Improvement item) =>
        item.Score is { } score && context.Settings.Scoring.PriorityOf(score) is Priority.High;
}
