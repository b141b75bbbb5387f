using KaizenGate.History;

namespace KaizenGate.Rules;

/// <summary>The reasons for not judging that several rules share.</summary>
internal static class TooLittle
{
    /// <summary>Nothing is known of the past.</summary>
    public static Unjudged Past(RuleContext context) =>
        context.NoTimeline is { } none
            ? new(none.Reason, none.Has, none.Needs)
            : new("nothing is known of the backlog's past");

    /// <summary>The past does not reach far enough back; null when it does.</summary>
    public static Unjudged? Weeks(RuleContext context, Timeline timeline, int needed)
    {
        var weeks = timeline.WeeksUntil(context.AsOf);
        return weeks >= needed
            ? null
            : new(
                $"the past is known for {Phrase.Count(weeks, "week")} only"
                    + (timeline.CutShortBy is { } why ? $": {why}" : ""),
                weeks,
                needed
            );
    }
}
