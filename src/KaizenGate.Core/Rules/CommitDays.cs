using KaizenGate.Timelines;

namespace KaizenGate.Rules;

/// <summary>The days on which the repository had commits, for rules that compare them with what its backlog shows.</summary>
internal static class CommitDays
{
    /// <summary>Why stalling cannot be judged over so many days; null when it can.</summary>
    public static Unjudged? TooFew(RuleContext context, int days)
    {
        if (TooLittle.Hidden(context) is { } hidden)
        {
            return hidden;
        }

        // Dates in the file do not help here, so their lack is not what has to be mended.
        return context.Timeline is { CommitDays.IsDefault: false } timeline
            ? TooLittle.Days(context, timeline, days)
            : new("the repository's commits are not known; judge the backlog in its git repository, with its history");
    }

    /// <summary>On how many of the last days, today included, the repository had commits.</summary>
    public static int InLast(Timeline timeline, DateOnly asOf, int days) =>
        timeline.CommitDays.Count(day => day <= asOf && day.DayNumber > asOf.DayNumber - days);
}
