using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules;

/// <summary>The days on which the repository had commits.</summary>
internal static class CommitDays
{
    /// <summary>Why a period of so many days cannot be evaluated; null when it can.</summary>
    public static NotEvaluated? TooFew(RuleContext context, int days)
    {
        if (NotEnoughData.Hidden(context) is { } hidden)
        {
            return hidden;
        }

        // Dates in the file would not help here, so the reason does not ask for them.
        return context.Timeline is { CommitDays.IsDefault: false } timeline
            ? NotEnoughData.Days(context, timeline, days)
            : new(
                "needs the commits of the repository; run in a git repository that contains the backlog, without `--no-history`"
            );
    }

    /// <summary>On how many of the last days, today included, the repository had commits.</summary>
    public static int InLast(Timeline timeline, DateOnly asOf, int days) =>
        timeline.CommitDays.Count(day => day <= asOf && day.DayNumber > asOf.DayNumber - days);
}
