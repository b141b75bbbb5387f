using KaizenGate.Backlogs;
using KaizenGate.History;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Capture;

/// <summary>KZ103.</summary>
internal static class CaptureStalled
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ103",
            Name = "capture-stalled",
            Stage = Stage.Capture,
            DefaultSeverity = Severity.Warning,
            Summary = "Nothing was captured for 14 days while the repository had commits.",
            Rationale =
                "Whoever works on a system meets what could be better, in every session. "
                + "When commits go on and nothing is written down, the trouble was met and forgotten.",
            Remedy = "Go through the last sessions and capture at least one improvement that they would have needed.",
            Guard = "14 days of history, and the days of the repository's commits",
            Parameters = [new("maxDays", 14, 1, 3_650, "days", "The days without a capture from which on it fires.")],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var maxDays = (int)context.Number("maxDays");
        if (CommitDays.TooFew(context, maxDays) is { } tooFew)
        {
            return [tooFew];
        }

        var timeline = context.Timeline!;
        var commits = CommitDays.InLast(timeline, context.AsOf, maxDays);
        var last = LastCapture(context, timeline);
        var days = last.DaysUntil(context.AsOf);
        return commits > 0 && days >= maxDays
            ?
            [
                new Violation(
                    SourceSpan.FileStart,
                    $"nothing was captured for {last.Bound}{Wording.Count(days, "day")}, since {Wording.Day(last.Day)}, while the repository "
                        + $"had commits on {Wording.Count(commits, "day")} of the last {maxDays}; "
                        + $"at least one capture in {Wording.Count(maxDays, "day")} is expected"
                ),
            ]
            : [];
    }

    /// <summary>Before the first capture that is known there was none since the history begins.</summary>
    private static Since LastCapture(RuleContext context, Timeline timeline)
    {
        var last = new Since(timeline.Start, IsAtLeast: true);
        foreach (var happened in context.Standing.Captured)
        {
            if (!happened.IsFromStart && happened.Date >= last.Day)
            {
                last = new(happened.Date, IsAtLeast: false);
            }
        }

        return last;
    }
}
