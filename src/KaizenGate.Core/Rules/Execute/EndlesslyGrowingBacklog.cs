using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Execute;

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
                "The backlog grows (KZ302), and nothing leaves it or, a year later at the same rates, its drain time is over 104 weeks.",
            Rationale =
                "A growing backlog that a year of work cannot empty is not a plan any more. People stop reading it, capture the "
                + "same problems again, and lose its good ideas with the rest.",
            Remedy =
                "Reject what you will not do within a year, merge duplicates, and give the rest a fixed share of each week.",
            Guard = "6 weeks of history, and 10 arrivals and departures in the window",
            Parameters =
            [
                new("minWeeks", 6, 1, 520, "weeks", "The minimum length of the history."),
                new("aheadWeeks", 52, 0, 520, "weeks", "How far ahead the drain time is computed."),
                new("maxDrainWeeks", 104, 1, 5_200, "weeks", "The maximum drain time then."),
            ],
            Next = "plan",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Timeline is not { } timeline)
        {
            return [NotEnoughData.History(context)];
        }

        if (NotEnoughData.Weeks(context, timeline, (int)context.Number("minWeeks")) is { } tooYoung)
        {
            return [tooYoung];
        }

        var flow = Flow.Of(context, timeline);
        if (GrowingBacklog.TooFew(context, flow) is { } tooFew)
        {
            return [tooFew];
        }

        return GrowingBacklog.FindGrowth(context, timeline, flow) is not null && Excess(context, flow) is { } message
            ? [new Violation(SourceSpan.FileStart, message)]
            : [];
    }

    private static string? Excess(RuleContext context, Flow flow)
    {
        if (flow.Departed == 0)
        {
            return $"{flow.Captured} captured and none completed or rejected {flow.Period}; complete or reject some";
        }

        var open = context.OpenWithArchive.Count();
        var (arrivals, departures) = (flow.Captured / flow.Weeks, flow.Departed / flow.Weeks);
        var (ahead, limit) = (context.Number("aheadWeeks"), context.Number("maxDrainWeeks"));
        var drain = (open + (ahead * (arrivals - departures))) / departures;
        return drain > limit
            ? $"in {Wording.Count(ahead, "week")} the drain time will be {Wording.Count(Math.Round(drain), "week")} at the rates "
                + $"{flow.Period} ({Wording.Count(open, "open improvement")}, arrivals of {Wording.Number(arrivals)} and "
                + $"departures of {Wording.Number(departures)} per week); the maximum is {Wording.Number(limit)}"
            : null;
    }
}
