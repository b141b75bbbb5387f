using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules;

/// <summary>The reasons for "not evaluated" that several rules share.</summary>
internal static class NotEnoughData
{
    /// <summary>What the rules about a change need.</summary>
    public const string NeededChange = "a change: `--since REV` or `--staged`";

    /// <summary>Without a change to check.</summary>
    public static NotEvaluated Change { get; } = new("needs a change; run with `--since REV` or `--staged`");

    /// <summary>Without any history.</summary>
    public static NotEvaluated History(RuleContext context) =>
        context.NoTimeline is { } none
            ? new(none.Reason, none.Has, none.Needs)
            : new("needs the history of the backlog");

    /// <summary>
    /// There is a history that cannot be read; null otherwise. The dates in the file are not a substitute: they miss what was
    /// removed from it.
    /// </summary>
    public static NotEvaluated? Hidden(RuleContext context) =>
        context.NoTimeline is { Has: null } ? History(context) : null;

    /// <summary>The history is too short; null when it is long enough.</summary>
    public static NotEvaluated? Weeks(RuleContext context, Timeline timeline, int needed)
    {
        var weeks = timeline.WeeksUntil(context.AsOf);
        return weeks >= needed ? null : TooShort("week", timeline, weeks, needed);
    }

    /// <inheritdoc cref="Weeks"/>
    public static NotEvaluated? Days(RuleContext context, Timeline timeline, int needed)
    {
        var days = Math.Max(0, context.AsOf.DayNumber - timeline.Start.DayNumber);
        return days >= needed ? null : TooShort("day", timeline, days, needed);
    }

    /// <summary>There are fewer samples than a threshold says; null when there are enough.</summary>
    /// <param name="context">The context of the rule.</param>
    /// <param name="threshold">The name of the threshold.</param>
    /// <param name="found">The number of samples.</param>
    /// <param name="noun">The word for one sample.</param>
    /// <param name="which">Follows the noun, with a space; may be empty.</param>
    /// <param name="end">Follows the number found; may be empty.</param>
    public static NotEvaluated? Few(
        RuleContext context,
        string threshold,
        int found,
        string noun,
        string which = "",
        string end = ""
    )
    {
        var needed = (int)context.Number(threshold);
        return found >= needed
            ? null
            : new($"needs {Wording.Count(needed, noun)}{which}, found {found}{end}", found, needed);
    }

    /// <summary>
    /// Entries of the backlog are unread; null when none is. What is said to be missing may be among them, so a rule must not
    /// claim it.
    /// </summary>
    public static NotEvaluated? Unread(RuleContext context) => Unread(context.Backlog.Account.UnreadCount);

    /// <inheritdoc cref="Unread(RuleContext)"/>
    public static NotEvaluated? Unread(int count) =>
        count == 0
            ? null
            : new(
                $"{Wording.Count(count, "entry", "entries")} {(count == 1 ? "is" : "are")} unread; `dotnet kaizen read` shows "
                    + $"{(count == 1 ? "it" : "them")}"
            );

    /// <summary>The end of a reason that says why the history is cut short; empty when it is not.</summary>
    public static string Why(string? cutShortBy) => cutShortBy is null ? "" : $": {cutShortBy}";

    /// <summary>Why a period of so many days cannot be evaluated; null when it can.</summary>
    public static NotEvaluated? CommitDays(RuleContext context, int days)
    {
        if (Hidden(context) is { } hidden)
        {
            return hidden;
        }

        // Dates in the file would not help here, so the reason does not ask for them.
        return context.Timeline is { CommitDays.IsDefault: false } timeline
            ? Days(context, timeline, days)
            : new(
                context.NoCommits is KnownHistory.NotCommitted
                    ? $"needs the commits of the backlog, but {KnownHistory.NotCommitted}; commit it"
                    : "needs the commits of the repository; run in a git repository that contains the backlog, without `--no-history`"
            );
    }

    private static NotEvaluated TooShort(string unit, Timeline timeline, int has, int needs) =>
        new($"needs {Wording.Count(needs, unit)} of history, found {has}{Why(timeline.CutShortBy)}", has, needs);
}
