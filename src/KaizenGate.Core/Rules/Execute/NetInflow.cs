using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules.Execute;

/// <summary>KZ315.</summary>
internal static class NetInflow
{
    private const int Weeks = 4;

    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ315",
            Name = "net-inflow",
            Stage = Stage.Execute,
            DefaultSeverity = Severity.Off,
            Summary =
                "A change adds more open improvements than it closes, beyond the limit and beyond what was closed lately; without a "
                + "change, the last 4 weeks do.",
            Rationale =
                "What a team may capture follows what it completes. A backlog that takes in more each week is a list of what will "
                + "never be done.",
            Remedy = "Complete or reject as many as you capture, or end a commit message with `Kaizen: more (reason)`.",
            Guard = "a change, or 4 weeks of history; no unread entries",
            Parameters =
            [
                new(
                    "maxNet",
                    2,
                    0,
                    10_000,
                    "items",
                    "The maximum number by which a change increases the open improvements."
                )
                {
                    Laxer = Laxer.Larger,
                },
                new("maxNetOf4Weeks", 4, 0, 10_000, "items", "The same for 4 weeks.") { Laxer = Laxer.Larger },
                new("minReasonWords", 2, 1, 100, "words", "The minimum number of words with a meaning in a reason.")
                {
                    Laxer = Laxer.Smaller,
                },
            ],
            Next = "plan",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (NotEnoughData.Unread(context.Backlog.Account.UnreadCount) is { } unread)
        {
            return [unread];
        }

        if (context.Range is { } range)
        {
            return OfChange(context, range);
        }

        if (context.Timeline is not { } timeline)
        {
            return [NotEnoughData.History(context)];
        }

        if (NotEnoughData.Weeks(context, timeline, Weeks) is { } tooYoung)
        {
            return [tooYoung];
        }

        var flow = Flow.Of(timeline, context.History, Weeks, context.AsOf);
        var most = (int)context.Number("maxNetOf4Weeks");
        return flow.Growth > most
            ?
            [
                new Violation(
                    SourceSpan.FileStart,
                    $"{flow.Captured} captured and {flow.Departures} {flow.Period}: {flow.Growth} more; "
                        + $"at most {most} more {(most == 1 ? "is" : "are")} allowed"
                ),
            ]
            : [];
    }

    /// <summary>What was closed in the last weeks and not replaced is room for a change.</summary>
    private static IEnumerable<RuleResult> OfChange(RuleContext context, ChangeRange range)
    {
        var words = (int)context.Number("minReasonWords");
        var room = context.Timeline is { } timeline
            ? Math.Max(0, range.Net - Flow.Of(timeline, context.History, Weeks, context.AsOf).Growth)
            : 0;
        var most = (int)context.Number("maxNet") + room;
        if (range.Net <= most || range.InflowReasons.Any(reason => WrittenReason.Words(reason) >= words))
        {
            yield break;
        }

        yield return new Violation(
            SourceSpan.FileStart,
            $"{range.Net} more captured than closed {range.Description}; at most {most} more "
                + $"{(most == 1 ? "is" : "are")} allowed{(room > 0 ? $", {room} of them because of what was closed in the last {Weeks} weeks" : "")}"
        );
    }
}
