using KaizenGate.Backlogs;
using KaizenGate.History;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Execute;

/// <summary>KZ304.</summary>
internal static class ExecutionStalled
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ304",
            Name = "execution-stalled",
            Stage = Stage.Execute,
            DefaultSeverity = Severity.Error,
            Summary =
                "Open improvements wait and the repository has commits, but nothing was completed for 14 days (warning) or 28 days (error).",
            Rationale =
                "The repository moves, so there is time to work, and all of it goes elsewhere. "
                + "Improvements that wait for a quiet week wait for ever.",
            Remedy =
                "Take the open improvement with the highest score and finish it this week; if it is too large for that, split it.",
            Guard = "14 days of history for the warning and 28 for the error, and the days of the repository's commits",
            Parameters =
            [
                new("warnDays", 14, 1, 3_650, "days", "The days without a completion from which on it is a warning."),
                new("errorDays", 28, 1, 3_650, "days", "The days without a completion from which on it is an error."),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var (warnDays, errorDays) = ((int)context.Number("warnDays"), (int)context.Number("errorDays"));
        if (CommitDays.TooFew(context, Math.Min(warnDays, errorDays)) is { } tooFew)
        {
            yield return tooFew;
            yield break;
        }

        var timeline = context.Timeline!;
        var last = LastCompletion(context, timeline);
        if (StalledFor(context, timeline, last, errorDays, Severity.Error) is { } error)
        {
            yield return error;
            yield break;
        }

        if (StalledFor(context, timeline, last, warnDays, Severity.Warning) is { } warning)
        {
            yield return warning;
        }

        // A history of three weeks without a completion settles the warning, and leaves the error open.
        if (
            last.IsAtLeast
            && context.Open.Length > 0
            && TooLittle.Days(context, timeline, Math.Max(warnDays, errorDays)) is { } tooYoung
        )
        {
            yield return tooYoung;
        }
    }

    private static Violation? StalledFor(
        RuleContext context,
        Timeline timeline,
        Since last,
        int period,
        Severity severity
    )
    {
        var days = last.DaysUntil(context.AsOf);
        var commits = CommitDays.InLast(timeline, context.AsOf, period);
        if (days < period || commits == 0)
        {
            return null;
        }

        var dates = new ItemDates(context);
        var waiting = context.Open.Count(item => dates.Captured(item)?.DaysUntil(context.AsOf) >= period);
        return waiting == 0
            ? null
            : new(
                SourceSpan.FileStart,
                $"nothing was completed for {last.Bound}{Wording.Count(days, "day")}, since {Wording.Day(last.Day)}, while the repository "
                    + $"had commits on {Wording.Count(commits, "day")} of the last {period} and {Wording.Count(waiting, "open improvement")} "
                    + $"waited for all of them; at least one completion in {Wording.Count(period, "day")} is expected"
            )
            {
                Severity = severity,
            };
    }

    /// <summary>Before the first completion that is known there was none since the history begins.</summary>
    private static Since LastCompletion(RuleContext context, Timeline timeline)
    {
        var last = new Since(timeline.Start, IsAtLeast: true);
        foreach (var happened in context.Standing.Completed)
        {
            if (!happened.IsFromStart && happened.Date >= last.Day)
            {
                last = new(happened.Date, IsAtLeast: false);
            }
        }

        return last;
    }
}
