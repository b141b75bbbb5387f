using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Execute;

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
            Summary = "The target date has passed and the improvement is not completed.",
            Rationale =
                "A target date is a promise of the team to itself. When dates pass without a word, they stop meaning anything, and "
                + "so does every plan based on them.",
            Remedy = "Complete it, set a realistic target date, or remove the date and defer it with a reason.",
            Next = "show ITEM",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context) =>
        from item in context.Open
        let target = item.TargetDate
        where target is not null && target.Value < context.AsOf
        let days = Wording.Count(context.AsOf.DayNumber - target.Value.DayNumber, "day")
        select new Violation(
            target.Span,
            $"the target date {Wording.Day(target.Value)} passed {days} ago; complete it or set a new date",
            item
        );
}
