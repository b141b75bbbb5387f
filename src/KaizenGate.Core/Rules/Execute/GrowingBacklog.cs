using KaizenGate.Backlogs;
using KaizenGate.Rules.Statistics;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Execute;

/// <summary>KZ302.</summary>
internal static class GrowingBacklog
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ302",
            Name = "growing-backlog",
            Stage = Stage.Execute,
            DefaultSeverity = Severity.Warning,
            Summary = "More improvements arrive than leave, by at least 5 and beyond chance.",
            Rationale =
                "What arrives and never leaves piles up, and a pile hides the few entries that matter. "
                + "Growth for a while is healthy, so this warns; growth that nothing drains is for KZ303.",
            Remedy =
                "Finish or reject as many as you capture; go through the lowest scores and reject what you will never do.",
            Guard = "10 arrivals and departures in the window, and 4 weeks of history",
            Parameters =
            [
                new("minEvents", 10, 1, 10_000, "items", "The least number of arrivals and departures to judge by."),
                new("minWeeks", 4, 0, 520, "weeks", "The least length of the known past to judge by."),
                new("minGrowth", 5, 1, 10_000, "items", "The least growth that is worth a word."),
                new("significance", 0.05, 0.000001, 0.5, "share", "The probability below which chance is ruled out."),
            ],
            Check = Check,
        };

    /// <summary>Too few arrivals and departures to tell growth from chance; null when there are enough.</summary>
    /// <param name="context">The context of any rule; the thresholds are those of this one.</param>
    /// <param name="flow">The flow of the window.</param>
    public static Unjudged? TooFew(RuleContext context, Flow flow)
    {
        var needed = (int)(context with { Rule = Rule }).Number("minEvents");
        var events = Wording.Count(flow.Events, "arrival and departure", "arrivals and departures");
        return flow.Events >= needed
            ? null
            : new(
                $"{events} {flow.Period} are too few to tell growth from chance{TooLittle.Why(flow.CutShortBy)}",
                flow.Events,
                needed
            );
    }

    /// <summary>
    /// Whether more arrive than leave. Were both equally frequent, each event would be a departure with probability ½.
    /// </summary>
    /// <param name="context">The context of any rule; the thresholds are those of this one.</param>
    /// <param name="flow">The flow of the window.</param>
    public static bool IsGrowing(RuleContext context, Flow flow)
    {
        var own = context with { Rule = Rule };
        return flow.Growth >= own.Number("minGrowth")
            && Binomial.AtMost(flow.Departed, flow.Events, 0.5) < own.Number("significance");
    }

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Timeline is not { } timeline)
        {
            return [TooLittle.Past(context)];
        }

        var flow = Flow.Of(context, timeline);
        if (TooFew(context, flow) is { } tooFew)
        {
            return [tooFew];
        }

        // What a team writes down on its first afternoon is no growth.
        if (TooLittle.Weeks(context, timeline, (int)context.Number("minWeeks")) is { } tooYoung)
        {
            return [tooYoung];
        }

        return IsGrowing(context, flow)
            ?
            [
                new Violation(
                    SourceSpan.FileStart,
                    $"{flow.Captured} captured and {flow.Departures}; "
                        + $"that {flow.Growth} more arrive than leave is beyond chance"
                ),
            ]
            : [];
    }
}
