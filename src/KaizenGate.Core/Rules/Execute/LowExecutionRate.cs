using KaizenGate.Core.Rules.Statistics;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules.Execute;

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
                "Too few identified improvements are executed: under two thirds (info), under half (warning), or under half and "
                + "significantly under two thirds (error).",
            Rationale =
                "An improvement that is written down and never done costs attention and gains nothing. A team that executes two of "
                + "three identified improvements is healthy; one that executes fewer than half collects wishes.",
            Remedy =
                "Complete work before you capture more: reserve 20% of each week for the highest scores, and reject what you will "
                + "never do.",
            Guard = "10 improvements captured in the window, and 4 weeks of history",
            Parameters =
            [
                new("minCaptured", 10, 1, 10_000, "items", "The minimum number of captures in the window."),
                new("minWeeks", 4, 0, 520, "weeks", "The minimum length of the history."),
                new(
                    "infoBelow",
                    2d / 3,
                    0,
                    1,
                    "share",
                    "A lower execution rate is an info; at this one a team is healthy."
                ),
                new("warnBelow", 0.5, 0, 1, "share", "A lower execution rate is a warning."),
                new(
                    "errorBelow",
                    0.5,
                    0,
                    1,
                    "share",
                    "A lower execution rate is an error if it is also significantly below infoBelow."
                ),
                new(
                    "significance",
                    0.005,
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

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Timeline is not { } timeline)
        {
            return [NotEnoughData.History(context)];
        }

        var flow = Flow.Of(context, timeline);
        var end = $" {flow.Period}{flow.WithoutStock}{NotEnoughData.Why(flow.CutShortBy)}";
        if (NotEnoughData.Few(context, "minCaptured", flow.Captured, "captured improvement", "", end) is { } few)
        {
            return [few];
        }

        if (NotEnoughData.Weeks(context, timeline, (int)context.Number("minWeeks")) is { } tooYoung)
        {
            return [tooYoung];
        }

        return Violation(context, timeline, flow) is { } found ? [found] : [];
    }

    /// <summary>Rejecting is a decision, not a failure to execute: rejected improvements need not be completed.</summary>
    private static int Identified(Flow flow) => flow.Captured - flow.Rejected;

    private static Violation? Violation(RuleContext context, Timeline timeline, Flow flow)
    {
        var (completed, identified) = (flow.Completed, Identified(flow));
        var healthy = context.Number("infoBelow");
        var rate = completed >= identified ? 1 : (double)completed / identified;
        if (rate >= healthy)
        {
            return null;
        }

        var proof =
            rate < context.Number("errorBelow")
                ? Batches.Evidence(context, timeline, flow).FirstOrDefault(evidence => IsSignificant(context, evidence))
                : null;
        var expected = proof is null
            ? $"at least {Wording.Percent(healthy)} is expected"
            : $"{Subject(proof, flow)} is significantly below {Wording.Percent(healthy)}{Batches.Allowance(DispersionOf(proof))}";
        return new(
            Backlogs.SourceSpan.FileStart,
            $"the execution rate is {Wording.Percent(rate)} ({completed} completed of {identified} identified {flow.Period}"
                + $"{Dropped(flow)}); {expected}"
        )
        {
            Severity =
                proof is not null ? Severity.Error
                : rate < context.Number("warnBelow") ? Severity.Warning
                : Severity.Info,
        };
    }

    private static string Subject(Flow proof, Flow flow) =>
        proof == flow ? "this" : $"that of {proof.Completed} of {Identified(proof)} {proof.Period}";

    /// <summary>A dropped improvement was identified and not executed, but a reader cannot count it in the file.</summary>
    private static string Dropped(Flow flow) => flow.Dropped == 0 ? "" : $", {flow.Dropped} dropped";

    private static double DispersionOf(Flow flow) => Batches.DispersionOf(flow, week => week.Completed);

    /// <summary>
    /// When completions come at a rate of r for each improvement identified, a share r ÷ (1 + r) of both together are
    /// completions. So "the rate is below two thirds" is the binomial hypothesis p &lt; 0.4.
    /// </summary>
    private static bool IsSignificant(RuleContext context, Flow flow)
    {
        var (completed, identified) = (flow.Completed, Identified(flow));
        var healthy = context.Number("infoBelow");
        return completed < identified
            && Binomial.AtMost(completed, identified + completed, healthy / (1 + healthy), DispersionOf(flow))
                < context.Number("significance");
    }
}
