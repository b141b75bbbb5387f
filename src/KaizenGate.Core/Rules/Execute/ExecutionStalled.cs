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
                "Open improvements wait and the repository has commits, but nothing was completed for 4 weeks of work (warning) or "
                + "8 (error), and the team's own pace does not explain it.",
            Rationale =
                "The repository moves, so there is time to work, and all of it goes elsewhere. Improvements that wait for a quiet "
                + "week wait forever.",
            Remedy =
                "Complete the open improvement with the highest score this week; if it is too large for that, split it.",
            Guard =
                "28 days of history for the warning and 56 for the error (35 if nothing was ever completed), the dates of the repository's commits, and no unread entries",
            Parameters =
            [
                new(
                    "warnWeeks",
                    4,
                    1,
                    520,
                    "weeks",
                    "It can be a warning after this many weeks of work without a completion."
                ),
                new("errorWeeks", 8, 1, 520, "weeks", "It can be an error after this many weeks."),
                new("minCommitDays", 2, 1, 7, "days", "A week counts if the repository has commits on this many days."),
                new(
                    "significance",
                    0.05,
                    0.000001,
                    0.5,
                    "share",
                    "The pace does not explain a gap with a lower probability."
                ),
                new(
                    "minWaiting",
                    8,
                    1,
                    10_000,
                    "items",
                    "That error needs this many open improvements that waited for warnWeeks."
                ),
                new(
                    "surelyWeeks",
                    13,
                    1,
                    520,
                    "weeks",
                    "After this many weeks, one waiting improvement is enough for an error at any pace."
                ),
                new(
                    "startWeeks",
                    5,
                    1,
                    520,
                    "weeks",
                    "It can be an error after this many weeks if nothing was ever completed."
                ),
                new("startArrivals", 6, 1, 10_000, "items", "That error needs this many arrivals."),
            ],
            Next = "plan",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var (warnWeeks, errorWeeks) = ((int)context.Number("warnWeeks"), (int)context.Number("errorWeeks"));
        if (NotEnoughData.CommitDays(context, 7 * Math.Min(warnWeeks, errorWeeks)) is { } tooFew)
        {
            yield return tooFew;
            yield break;
        }

        var gap = CompletionGap.Of(context, (int)context.Number("minCommitDays"), 7 * warnWeeks);
        var severity = SeverityOf(context, gap);
        if (severity is not null)
        {
            yield return NotEnoughData.Unread(context) is { } unread ? unread : Violation(context, gap, severity.Value);
        }

        // A history of five weeks without a completion is enough for the warning, but rarely for the error.
        if (
            severity is not Severity.Error
            && gap.Since.IsAtLeast
            && context.OpenWithArchive.Any()
            && NotEnoughData.Unread(context) is null
            && NotEnoughData.Days(context, context.Timeline!, 7 * errorWeeks) is { } tooYoung
        )
        {
            yield return tooYoung;
        }
    }

    private static Severity? SeverityOf(RuleContext context, CompletionGap gap)
    {
        // After a pause the first days belong to whatever piled up meanwhile.
        if (!gap.IsAtWork)
        {
            return null;
        }

        var (warnWeeks, errorWeeks) = (context.Number("warnWeeks"), context.Number("errorWeeks"));
        var isUnusual = gap.Chance < context.Number("significance");
        if (
            (gap.Weeks >= context.Number("surelyWeeks") && gap.Waiting > 0)
            || (gap.Weeks >= errorWeeks && gap.Waiting >= context.Number("minWaiting") && isUnusual)
            || (
                gap.Completions == 0
                && gap.Weeks >= context.Number("startWeeks")
                && gap.Arrivals >= context.Number("startArrivals")
            )
        )
        {
            return Severity.Error;
        }

        return gap.Waiting > 0 && (gap.Weeks >= errorWeeks || (gap.Weeks >= warnWeeks && isUnusual))
            ? Severity.Warning
            : null;
    }

    private static Violation Violation(RuleContext context, CompletionGap gap, Severity severity)
    {
        var days = gap.Since.DaysUntil(context.AsOf);
        return new(
            SourceSpan.FileStart,
            $"nothing completed for {gap.Since.Bound}{Wording.Count(days, "day")} (since {Wording.Day(gap.Since.Day)}), although the "
                + $"repository had commits on {Wording.Count(context.Number("minCommitDays"), "day")} or more in each of "
                + $"{Wording.Count(gap.Weeks, "week")} and {Meanwhile(context, gap)}{Pace(gap)}; complete at least one"
        )
        {
            Severity = severity,
        };
    }

    private static string Meanwhile(RuleContext context, CompletionGap gap)
    {
        var weeks = Wording.Count(context.Number("warnWeeks"), "week");
        var waited = $"{Wording.Count(gap.Waiting, "open improvement")} waited for {weeks} or more";
        var arrived = $"{Wording.Count(gap.Arrivals, "improvement")} arrived";
        return gap.Waiting == 0 ? arrived
            : gap.Completions == 0 && gap.Arrivals > 0 ? $"{arrived}, and {waited}"
            : waited;
    }

    private static string Pace(CompletionGap gap) =>
        gap.Completions == 0
            ? ""
            : $"; at the pace before ({Wording.Count(gap.Completions, "week")} of {gap.WeeksBefore} with a completion) such a gap "
                + $"has a probability of {Wording.Percent(gap.Chance)}";
}
