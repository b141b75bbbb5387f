using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules.Capture;

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
                "Every session shows something that could be better. When commits continue and nothing is captured, problems are "
                + "met and forgotten.",
            Remedy = "Look back at your last sessions and capture at least one improvement that would have helped.",
            Guard = "14 days of history, the dates of the repository's commits, and no unread entries",
            Parameters = [new("maxDays", 14, 1, 3_650, "days", "It fires after this many days without a capture.")],
            Next = "add 'TITLE' --impact N --effort N",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var maxDays = (int)context.Number("maxDays");
        if (NotEnoughData.CommitDays(context, maxDays) is { } tooFew)
        {
            return [tooFew];
        }

        var timeline = context.Timeline!;
        var commits = context.CommitDays(maxDays);
        var last = LastCapture(context, timeline);
        var days = last.DaysUntil(context.AsOf);
        return commits > 0 && days >= maxDays
            ?
            [
                NotEnoughData.Unread(context) as RuleResult
                    ?? new Violation(
                        SourceSpan.FileStart,
                        $"nothing captured for {last.Bound}{Wording.Count(days, "day")} (since {Wording.Day(last.Day)}), although the repository "
                            + $"had commits on {commits} of the last {Wording.Count(maxDays, "day")}; capture at least one improvement"
                    ),
            ]
            : [];
    }

    /// <summary>The day of the last capture, at least the start of the history.</summary>
    private static Since LastCapture(RuleContext context, Timeline timeline)
    {
        var last = new Since(timeline.Start, IsAtLeast: true);
        foreach (var happened in context.History.Captured)
        {
            if (!happened.IsFromStart && happened.Date >= last.Day)
            {
                last = new(happened.Date, IsAtLeast: false);
            }
        }

        return last;
    }
}
