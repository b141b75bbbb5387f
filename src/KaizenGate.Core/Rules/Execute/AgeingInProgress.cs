using KaizenGate.Core.Rules.Statistics;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Execute;

/// <summary>KZ310.</summary>
internal static class AgeingInProgress
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ310",
            Name = "ageing-in-progress",
            Stage = Stage.Execute,
            DefaultSeverity = Severity.Warning,
            Summary =
                "An improvement is in progress for longer than 85% of the completed ones took, or over 14 days if fewer than 10 "
                + "completions have a known start.",
            Rationale =
                "Most of the work that is ever completed is completed within a time that the history shows. What takes longer is "
                + "stuck.",
            Remedy =
                "Find out today what blocks it. Split off and complete what is done, or move the rest back to the backlog.",
            Guard = "history that shows when it was started",
            Parameters =
            [
                new("percentile", 85, 1, 100, "percent", "The percentile of the cycle times that is the maximum age.")
                {
                    Laxer = Laxer.Larger,
                },
                new(
                    "minCompletions",
                    10,
                    1,
                    10_000,
                    "items",
                    "The minimum number of completions with a known start for the percentile."
                ),
                new("maxDays", 14, 0, 3_650, "days", "The maximum age with fewer completions."),
            ],
            Next = "show ITEM",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Timeline is not { } timeline)
        {
            yield return NotEnoughData.History(context);
            yield break;
        }

        var (limit, expected) = Limit(context);
        var dates = context.Dates;
        var (inProgress, known) = (0, 0);
        foreach (var item in context.Active.Where(item => item.Status is Status.InProgress))
        {
            inProgress++;
            if (dates.Started(item) is not { } started)
            {
                continue;
            }

            var days = started.DaysUntil(context.AsOf);
            known += started.IsAtLeast && days <= limit ? 0 : 1;
            if (days > limit)
            {
                yield return new Violation(
                    item.Span,
                    $"in progress for {started.Bound}{Wording.Count(days, "day")} (since {Wording.Day(started.Day)}); {expected}",
                    item
                );
            }
        }

        if (known < inProgress)
        {
            var why = NotEnoughData.Why(timeline.CutShortBy ?? "add `Started:` dates");
            yield return new NotEvaluated(
                $"the start of {inProgress - known} of {Wording.Count(inProgress, "improvement")} in progress is unknown{why}",
                known,
                inProgress
            );
        }
    }

    /// <summary>The maximum age in days, and the words that explain it.</summary>
    private static (double Days, string Expected) Limit(RuleContext context)
    {
        ImmutableArray<double> cycles =
        [
            .. context.History.Items.Select(item => item.CycleDays).OfType<int>().Select(days => (double)days),
        ];
        var (percentile, least) = (context.Number("percentile"), context.Number("minCompletions"));
        if (cycles.Length >= least)
        {
            var limit = Percentile.Of(cycles, percentile / 100)!.Value;
            var completions = Wording.Count(cycles.Length, "completion");
            return (
                limit,
                $"{Wording.Number(percentile)}% of {completions} took at most {Wording.Count(limit, "day")}"
            );
        }

        var maxDays = context.Number("maxDays");
        return (
            maxDays,
            $"the maximum is {Wording.Count(maxDays, "day")} with fewer than {Wording.Count(least, "known cycle time")} "
                + $"(found {cycles.Length})"
        );
    }
}
