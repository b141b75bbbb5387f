using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Measure;

/// <summary>KZ403.</summary>
internal static class TimeNotLogged
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ403",
            Name = "time-not-logged",
            Stage = Stage.Measure,
            DefaultSeverity = Severity.Info,
            Summary = "An improvement is completed without time spent.",
            Rationale =
                "The return of an improvement is time saved ÷ time spent. The time spent is known on the day of completion and "
                + "forgotten a week later.",
            Remedy = "Write the hours of work, not the days that passed: `Time Spent: 3 hours`.",
            Next = "done ITEM --hours N",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context) =>
        from item in context.Backlog.Improvements
        where item.Status is Status.Done && item.TimeSpent is null
        select new Violation(item.Span, "the time spent is missing; add the hours of work", item);
}
