using KaizenGate.Backlogs;
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

    /// <summary>
    /// There is a history that cannot be seen; null when there is none, or it can. The dates in the file are then no substitute:
    /// what they do not show may have happened all the same.
    /// </summary>
    public static Unjudged? Hidden(RuleContext context) => context.NoTimeline is { Has: null } ? Past(context) : null;

    /// <summary>The past does not reach far enough back; null when it does.</summary>
    public static Unjudged? Weeks(RuleContext context, Timeline timeline, int needed)
    {
        var weeks = timeline.WeeksUntil(context.AsOf);
        return weeks >= needed ? null : KnownFor(Wording.Count(weeks, "week"), timeline, weeks, needed);
    }

    /// <inheritdoc cref="Weeks"/>
    public static Unjudged? Days(RuleContext context, Timeline timeline, int needed)
    {
        var days = Math.Max(0, context.AsOf.DayNumber - timeline.Start.DayNumber);
        return days >= needed ? null : KnownFor(Wording.Count(days, "day"), timeline, days, needed);
    }

    /// <summary>What hides the rest of the past, to end a reason with; empty when nothing does.</summary>
    public static string Why(string? cutShortBy) => cutShortBy is null ? "" : $": {cutShortBy}";

    private static Unjudged KnownFor(string length, Timeline timeline, int has, int needs) =>
        new($"the past is known for {length} only{Why(timeline.CutShortBy)}", has, needs);
}
