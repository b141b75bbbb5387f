using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Execute;

/// <summary>KZ303.</summary>
internal static class EndlesslyGrowingBacklog
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ303",
            Name = "endlessly-growing-backlog",
            Stage = Stage.Execute,
            DefaultSeverity = Severity.Error,
            Summary =
                "The backlog grows (KZ302) and nothing leaves it, or draining it at the present pace would take more than 52 weeks.",
            Rationale =
                "A backlog that grows and that a year of work could not empty is no plan any more. "
                + "Nobody reads it, the same problems are written down again, and its good ideas are lost with the rest.",
            Remedy =
                "Reject what you will not do within a year, merge what says the same, and give the rest a fixed share of each week.",
            Guard = "8 weeks of history, and 10 arrivals and departures in the window",
            Parameters =
            [
                new("minWeeks", 8, 1, 520, "weeks", "The least length of the known past to judge by."),
                new("maxDrainWeeks", 52, 1, 5_200, "weeks", "The longest time that draining the backlog may take."),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Timeline is not { } timeline)
        {
            return [TooLittle.Past(context)];
        }

        if (TooLittle.Weeks(context, timeline, (int)context.Number("minWeeks")) is { } tooYoung)
        {
            return [tooYoung];
        }

        var flow = Flow.Of(context, timeline);
        if (GrowingBacklog.TooFew(context, flow) is { } tooFew)
        {
            return [tooFew];
        }

        return GrowingBacklog.IsGrowing(context, flow) && Excess(context, flow) is { } message
            ? [new Violation(SourceSpan.FileStart, message)]
            : [];
    }

    private static string? Excess(RuleContext context, Flow flow)
    {
        if (flow.Departed == 0)
        {
            return $"{flow.Captured} captured and none completed or rejected {flow.Period}; something must leave";
        }

        var open = context.Open.Length;
        var pace = flow.Departed / flow.Weeks;
        var limit = context.Number("maxDrainWeeks");
        return open / pace > limit
            ? $"{open} open improvements take {Wording.Number(Math.Round(open / pace, 1))} weeks to drain at the {Wording.Number(pace)} "
                + $"a week that left {flow.Period}; it should take at most {Wording.Number(limit)}"
            : null;
    }
}
