using KaizenGate.Backlogs;
using KaizenGate.History;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Capture;

/// <summary>KZ102.</summary>
internal static class EmptyBacklog
{
    /// <summary>The date of a team further east may be a day ahead; a later one is a slip of the pen and proves nothing.</summary>
    private const int DaysAhead = 1;

    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ102",
            Name = "empty-backlog",
            Stage = Stage.Capture,
            DefaultSeverity = Severity.Error,
            Summary =
                "No improvement is open, and for 14 days none was captured or completed; a warning while that is not so or not known.",
            Rationale =
                "Every session meets something that could be better. An empty backlog does not say that all is well, it says that nobody writes it down, "
                + "and the same trouble is met again.",
            Remedy =
                "Go through the last sessions, pick what slowed you down or broke, and add at least one improvement with impact and effort.",
            Parameters =
            [
                new(
                    "maxQuietDays",
                    14,
                    0,
                    365,
                    "days",
                    "The days without a capture or completion after which an empty backlog is an error."
                ),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Open.Any())
        {
            yield break;
        }

        yield return context.Timeline is { CommitDays.IsDefault: false } timeline && context.Standing.Items.Length > 0
            ? ByHistory(context, timeline)
            : ByDates(context);
    }

    private static Violation ByHistory(RuleContext context, Timeline timeline)
    {
        var last = new Since(timeline.Start, IsAtLeast: true);
        foreach (var happened in context.Standing.Captured.Concat(context.Standing.Completed))
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
            return Empty("the backlog holds no improvement; at least one open one is expected", Severity.Error);
        }

        if (context.Backlog.Improvements.FirstOrDefault(item => LastDay(item, context.AsOf) is null) is { } undated)
        {
            return Empty(
                $"no improvement is open, and {Quote.Of(undated.Title)} has no date that would show when work was last done; "
                    + "at least one open improvement is expected",
                Severity.Warning
            );
        }

        var last = context.Backlog.WithArchive.Max(item => LastDay(item, context.AsOf))!.Value;
        return LastWork(context, new(last, IsAtLeast: false));
    }

    private static Violation LastWork(RuleContext context, Since last)
    {
        var days = Math.Max(0, last.DaysUntil(context.AsOf));
        return Empty(
            $"no improvement is open, and the last was captured or completed {last.Bound}{Wording.Count(days, "day")} ago "
                + $"({Wording.Day(last.Day)}); at least one open improvement is expected",
            days > context.Number("maxQuietDays") ? Severity.Error : Severity.Warning
        );
    }

    /// <summary>The last day of a closed improvement; null when the day that closed it is not known.</summary>
    private static DateOnly? LastDay(Improvement item, DateOnly asOf)
    {
        var day = item.Status is Status.Done ? item.Completed : item.Completed ?? item.Captured;
        return day is null || day.Value.DayNumber > asOf.DayNumber + DaysAhead ? null : day.Value;
    }

    private static Violation Empty(string message, Severity severity) =>
        new(SourceSpan.FileStart, message) { Severity = severity };
}
