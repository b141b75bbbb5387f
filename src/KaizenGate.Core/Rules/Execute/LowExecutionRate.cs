using KaizenGate.Backlogs;
using KaizenGate.Rules.Statistics;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Execute;

/// <summary>KZ301.</summary>
internal static class LowExecutionRate
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ301",
            Name = "low-execution-rate",
            Stage = Stage.Execute,
            DefaultSeverity = Severity.Error,
            Summary =
                "Of what is identified, fewer than two thirds are executed (info), fewer than half (warning), or fewer than half beyond chance (error).",
            Rationale =
                "An improvement that is written down and never made costs attention and gains nothing. "
                + "A team that executes two of three it identifies is healthy; one that executes fewer than half is collecting wishes.",
            Remedy =
                "Execute before you capture more: reserve 20% of each week for the highest scores, and reject what you will never do.",
            Guard = "10 improvements captured in the window, and 4 weeks of history",
            Parameters =
            [
                new("minCaptured", 10, 1, 10_000, "items", "The least number of captures in the window to judge by."),
                new("minWeeks", 4, 0, 520, "weeks", "The least length of the known past to judge by."),
                new("infoBelow", 2d / 3, 0, 1, "share", "An execution rate below this is an info."),
                new("warnBelow", 0.5, 0, 1, "share", "An execution rate below this is a warning."),
                new("errorBelow", 0.5, 0, 1, "share", "An execution rate below this beyond chance is an error."),
                new("significance", 0.05, 0.000001, 0.5, "share", "The probability below which chance is ruled out."),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Timeline is not { } timeline)
        {
            return [TooLittle.Past(context)];
        }

        var flow = Flow.Of(context, timeline);
        var minCaptured = (int)context.Number("minCaptured");
        if (flow.Captured < minCaptured)
        {
            var count = Wording.Count(flow.Captured, "improvement");
            return
            [
                new Unjudged(
                    $"{count} captured {flow.Period} are too few for a rate{TooLittle.Why(flow.CutShortBy)}",
                    flow.Captured,
                    minCaptured
                ),
            ];
        }

        if (TooLittle.Weeks(context, timeline, (int)context.Number("minWeeks")) is { } tooYoung)
        {
            return [tooYoung];
        }

        // Rejecting is a decision, not a failure to execute: what was rejected is no longer asked for.
        var identified = flow.Captured - flow.Rejected;
        return SeverityOf(flow.Completed, identified, context) is { } severity
            ? [Violation(context, flow, identified, severity)]
            : [];
    }

    private static Violation Violation(RuleContext context, Flow flow, int identified, Severity severity)
    {
        var rate = Wording.Percent((double)flow.Completed / identified);
        var expected =
            severity is Severity.Error
                ? $"below {Wording.Percent(context.Number("errorBelow"))} beyond chance shuts the gate"
                : $"at least {Wording.Percent(context.Number("infoBelow"))} is expected";
        return new(
            Backlogs.SourceSpan.FileStart,
            $"{flow.Completed} executed of {identified} identified {flow.Period}{Dropped(flow)} is a rate of {rate}; {expected}"
        )
        {
            Severity = severity,
        };
    }

    /// <summary>What vanished was identified and not executed; a reader who counts the file does not find it there.</summary>
    private static string Dropped(Flow flow) =>
        flow.Dropped == 0 ? "" : $", {flow.Dropped} dropped without a decision,";

    /// <summary>
    /// When completions come at a rate of r for each improvement identified, a share r ÷ (1 + r) of both together are
    /// completions. So "the rate is below one half" is the binomial hypothesis p &lt; 1/3.
    /// </summary>
    private static Severity? SeverityOf(int completed, int identified, RuleContext context)
    {
        if (completed >= identified)
        {
            return null;
        }

        var rate = (double)completed / identified;
        var limit = context.Number("errorBelow");
        if (
            rate < limit
            && Binomial.AtMost(completed, identified + completed, limit / (1 + limit)) < context.Number("significance")
        )
        {
            return Severity.Error;
        }

        return rate < context.Number("warnBelow") ? Severity.Warning
            : rate < context.Number("infoBelow") ? Severity.Info
            : null;
    }
}
