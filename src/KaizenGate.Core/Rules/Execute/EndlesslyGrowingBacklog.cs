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
            Summary = "The backlog grows (KZ302), and nothing leaves it or its drain time is over 52 weeks.",
            Rationale =
                "A growing backlog that a year of work cannot empty is not a plan any more. People stop reading it, capture the "
                + "same problems again, and lose its good ideas with the rest.",
            Remedy =
                "Reject what you will not do within a year, merge duplicates, and give the rest a fixed share of each week.",
            Guard = "8 weeks of history, and 10 arrivals and departures in the window",
            Parameters =
            [
                new("minWeeks", 8, 1, 520, "weeks", "The minimum length of the history."),
                new("maxDrainWeeks", 52, 1, 5_200, "weeks", "The maximum drain time."),
            ],
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

        return GrowingBacklog.IsGrowing(context, flow) && Excess(context, flow) is { } message
            ? [new Violation(SourceSpan.FileStart, message)]
            : [];
    }

    private static string? Excess(RuleContext context, Flow flow)
    {
        if (flow.Departed == 0)
        {
            return $"{flow.Captured} captured and none completed or rejected {flow.Period}; complete or reject some";
        }

        var open = context.Open.Length;
        var pace = flow.Departed / flow.Weeks;
        var limit = context.Number("maxDrainWeeks");
        return open / pace > limit
            ? $"the drain time is {Wording.Number(Math.Round(open / pace, 1))} weeks ({Wording.Count(open, "open improvement")}, "
                + $"{Wording.Number(pace)} departures per week {flow.Period}); the maximum is {Wording.Number(limit)}"
            : null;
    }
}
