using KaizenGate.Core.Rules.Statistics;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules.Execute;

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
            Summary = "Arrivals exceed departures significantly, and by at least 5.",
            Rationale =
                "What arrives and never leaves piles up and hides the few improvements that matter. Growth for a while is healthy, "
                + "so this rule only warns; growth without end is for KZ303.",
            Remedy =
                "Complete or reject as many as you capture; start with the lowest scores and reject what you will never do.",
            Guard = "10 arrivals and departures in the window, and 4 weeks of history",
            Parameters =
            [
                new("minEvents", 10, 1, 10_000, "items", "The minimum number of arrivals and departures together."),
                new("minWeeks", 4, 0, 520, "weeks", "The minimum length of the history."),
                new("minGrowth", 5, 1, 10_000, "items", "The minimum number by which arrivals exceed departures."),
                new(
                    "significance",
                    0.01,
                    0.000001,
                    0.5,
                    "share",
                    "The significance level of one check: the probability below which chance is ruled out."
                ),
                Batches.EvidenceWeeks,
            ],
            Next = "plan",
            Check = Check,
        };

    /// <summary>Too few arrivals and departures to separate growth from chance; null when there are enough.</summary>
    /// <param name="context">The context of any rule; the thresholds are those of this one.</param>
    /// <param name="flow">The flow of the window.</param>
    public static NotEvaluated? TooFew(RuleContext context, Flow flow)
    {
        var needed = (int)(context with { Rule = Rule }).Number("minEvents");
        var events = Wording.Count(needed, "arrival or departure", "arrivals and departures");
        return flow.Events >= needed
            ? null
            : new(
                $"needs {events}, found {flow.Events} {flow.Period}{flow.WithoutStock}{NotEnoughData.Why(flow.CutShortBy)}",
                flow.Events,
                needed
            );
    }

    /// <summary>
    /// Returns the flow in which arrivals significantly exceed departures: that of the window, or of more weeks; null for none, or if the
    /// window shows no growth. If both were equally frequent, each event would be a departure with probability ½.
    /// </summary>
    /// <param name="context">The context of any rule; the thresholds are those of this one.</param>
    /// <param name="timeline">The timeline.</param>
    /// <param name="flow">The flow of the window.</param>
    public static Flow? FindGrowth(RuleContext context, Timeline timeline, Flow flow)
    {
        var own = context with { Rule = Rule };
        return flow.Growth >= own.Number("minGrowth")
            ? Batches.Evidence(own, timeline, flow).FirstOrDefault(IsSignificant)
            : null;

        bool IsSignificant(Flow evidence) =>
            evidence.Growth >= own.Number("minGrowth")
            && Binomial.AtMost(evidence.Departed, evidence.Events, 0.5, DispersionOf(evidence))
                < own.Number("significance");
    }

    private static double DispersionOf(Flow flow) => Batches.DispersionOf(flow, week => week.Departed);

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Timeline is not { } timeline)
        {
            return [NotEnoughData.History(context)];
        }

        var flow = Flow.Of(context, timeline);
        if (TooFew(context, flow) is { } tooFew)
        {
            return [tooFew];
        }

        // The captures of a first afternoon are not growth.
        if (NotEnoughData.Weeks(context, timeline, (int)context.Number("minWeeks")) is { } tooYoung)
        {
            return [tooYoung];
        }

        return FindGrowth(context, timeline, flow) is { } proof
            ?
            [
                new Violation(
                    SourceSpan.FileStart,
                    $"the backlog grew by {flow.Growth} {flow.Period} ({flow.Captured} captured, {flow.Departures}); "
                        + $"{Subject(proof, flow)} is statistically significant{Batches.Allowance(DispersionOf(proof))}"
                ),
            ]
            : [];
    }

    private static string Subject(Flow proof, Flow flow) =>
        proof == flow ? "this" : $"growth by {proof.Growth} {proof.Period}";
}
