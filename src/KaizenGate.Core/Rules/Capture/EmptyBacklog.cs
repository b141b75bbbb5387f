using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules.Capture;

/// <summary>KZ102.</summary>
internal static class EmptyBacklog
{
    /// <summary>In a time zone further east it may already be tomorrow; later dates are typos.</summary>
    private const int DaysAhead = 1;

    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ102",
            Name = "empty-backlog",
            Stage = Stage.Capture,
            DefaultSeverity = Severity.Error,
            Summary =
                "No improvement is open: an error after 28 days without a capture or completion, a warning before that or if the "
                + "dates are unknown.",
            Rationale =
                "Every session shows something that could be better. An empty backlog does not mean that all is well; it means that "
                + "problems are not written down, so they come back.",
            Remedy =
                "Look back at your last sessions for what was slow or broke, and add at least one improvement with impact and "
                + "effort.",
            Guard = "no unread entries",
            Parameters =
            [
                new(
                    "maxQuietDays",
                    28,
                    0,
                    365,
                    "days",
                    "An empty backlog is an error after more than this many days without a capture or completion."
                ),
            ],
            Next = "add 'TITLE' --impact N --effort N",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.OpenWithArchive.Any())
        {
            yield break;
        }

        if (NotEnoughData.Unread(context) is { } unread)
        {
            yield return unread;
            yield break;
        }

        yield return context.Timeline is { CommitDays.IsDefault: false } timeline && context.History.Items.Length > 0
            ? ByHistory(context, timeline)
            : ByDates(context);
    }

    private static Violation ByHistory(RuleContext context, Timeline timeline)
    {
        var last = new Since(timeline.Start, IsAtLeast: true);
        foreach (var happened in context.History.Captured.Concat(context.History.Completed))
        {
            if (!happened.IsFromStart && happened.Date >= last.Day)
            {
                last = new(happened.Date, IsAtLeast: false);
            }
        }

        return LastWork(context, last);
    }

    private static Violation ByDates(RuleContext context)
    {
        if (!context.Backlog.WithArchive.Any())
        {
            return Empty("the backlog has no improvements; capture at least one", Severity.Error);
        }

        var last = context.Backlog.WithArchive.Max(item => LastDay(item, context.AsOf));
        var counted = last is null ? context.Backlog.WithArchive : context.Backlog.Improvements;
        if (counted.FirstOrDefault(item => LastDay(item, context.AsOf) is null) is { } undated)
        {
            return Empty(
                $"no improvement is open, and the last work is unknown because {Quote.Of(undated.Title)} has no date; "
                    + "capture at least one improvement",
                Severity.Warning
            );
        }

        return LastWork(context, new(last!.Value, IsAtLeast: false));
    }

    private static Violation LastWork(RuleContext context, Since last)
    {
        var days = Math.Max(0, last.DaysUntil(context.AsOf));
        return Empty(
            $"no improvement is open, and the last capture or completion was {last.Bound}{Wording.Count(days, "day")} ago "
                + $"({Wording.Day(last.Day)}); capture at least one improvement",
            days > context.Number("maxQuietDays") ? Severity.Error : Severity.Warning
        );
    }

    /// <summary>The last date of a closed improvement; null when it has none, or one in the future.</summary>
    private static DateOnly? LastDay(Improvement item, DateOnly asOf)
    {
        var day = item.Status is Status.Done ? item.Completed : item.Completed ?? item.Captured;
        return day is null || day.Value.DayNumber > asOf.DayNumber + DaysAhead ? null : day.Value;
    }

    private static Violation Empty(string message, Severity severity) =>
        new(SourceSpan.FileStart, message) { Severity = severity };
}
