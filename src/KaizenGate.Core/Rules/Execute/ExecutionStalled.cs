using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules.Execute;

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
                "Open improvements wait and the repository has commits, but nothing was completed for 14 days (warning) or 28 days "
                + "(error).",
            Rationale =
                "The repository moves, so there is time to work, and all of it goes elsewhere. Improvements that wait for a quiet "
                + "week wait forever.",
            Remedy =
                "Complete the open improvement with the highest score this week; if it is too large for that, split it.",
            Guard =
                "14 days of history for the warning and 28 for the error, the dates of the repository's commits, and no unread entries",
            Parameters =
            [
                new("warnDays", 14, 1, 3_650, "days", "It is a warning after this many days without a completion."),
                new("errorDays", 28, 1, 3_650, "days", "It is an error after this many days without a completion."),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var (warnDays, errorDays) = ((int)context.Number("warnDays"), (int)context.Number("errorDays"));
        if (NotEnoughData.CommitDays(context, Math.Min(warnDays, errorDays)) is { } tooFew)
        {
            yield return tooFew;
            yield break;
        }

        var timeline = context.Timeline!;
        var last = LastCompletion(context, timeline);
        var stalled =
            StalledFor(context, timeline, last, errorDays, Severity.Error)
            ?? StalledFor(context, timeline, last, warnDays, Severity.Warning);
        if (stalled is not null && NotEnoughData.Unread(context) is { } unread)
        {
            yield return unread;
            yield break;
        }

        if (stalled is not null)
        {
            yield return stalled;
        }

        // A history of three weeks without a completion is enough for the warning, but not for the error.
        if (
            stalled?.Severity is not Severity.Error
            && last.IsAtLeast
            && context.Open.Length > 0
            && NotEnoughData.Days(context, timeline, Math.Max(warnDays, errorDays)) is { } tooYoung
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
        var commits = context.CommitDays(period);
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
                $"nothing completed for {last.Bound}{Wording.Count(days, "day")} (since {Wording.Day(last.Day)}), although the repository "
                    + $"had commits on {commits} of the last {Wording.Count(period, "day")} and "
                    + $"{Wording.Count(waiting, "open improvement")} waited throughout; complete at least one"
            )
            {
                Severity = severity,
            };
    }

    /// <summary>The day of the last completion, at least the start of the history.</summary>
    private static Since LastCompletion(RuleContext context, Timeline timeline)
    {
        var last = new Since(timeline.Start, IsAtLeast: true);
        foreach (var happened in context.History.Completed)
        {
            if (!happened.IsFromStart && happened.Date >= last.Day)
            {
                last = new(happened.Date, IsAtLeast: false);
            }
        }

        return last;
    }
}
