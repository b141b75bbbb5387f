using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Execute;

/// <summary>KZ307.</summary>
internal static class Overdue
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ307",
            Name = "overdue",
            Stage = Stage.Execute,
            DefaultSeverity = Severity.Warning,
            Summary = "The target date passed and the improvement is not done.",
            Rationale =
                "A target date is a promise of the team to itself. When promises pass without a word, the dates stop meaning anything, "
                + "and planning by them with it.",
            Remedy = "Finish it, set a target date that you mean, or take the date away and defer it with a reason.",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context) =>
        from item in context.Open
        let target = item.TargetDate
        where target is not null && target.Value < context.AsOf
        let days = Wording.Count(context.AsOf.DayNumber - target.Value.DayNumber, "day")
        select new Violation(
            target.Span,
            $"its target date {Wording.Day(target.Value)} passed {days} ago, and it is not done",
            item
        );
}
