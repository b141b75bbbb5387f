using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.Rules.Statistics;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Execute;

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
                "An improvement is in progress for longer than 85% of the completed ones were, or over 14 days with fewer than 10 completions.",
            Rationale =
                "Most of what is finished at all is finished within a time that the past shows. "
                + "What is older is stuck, and nobody has said so yet.",
            Remedy =
                "Ask today what it waits for; split off what is done and complete that, or put the rest back into the backlog.",
            Guard = "history that shows when it was started",
            Parameters =
            [
                new("percentile", 85, 1, 100, "percent", "The percentile of the cycle times that is the limit."),
                new(
                    "minCompletions",
                    10,
                    1,
                    10_000,
                    "items",
                    "The least number of completions with a known start for it."
                ),
                new("maxDays", 14, 0, 3_650, "days", "The limit while there are fewer."),
            ],
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        if (context.Timeline is not { } timeline)
        {
            yield return TooLittle.Past(context);
            yield break;
        }

        var (limit, origin) = Limit(context);
        var dates = new ItemDates(context);
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
                    $"in progress for {started.Bound}{Wording.Count(days, "day")}, since {Wording.Day(started.Day)}; "
                        + $"at most {Wording.Count(limit, "day")} {(limit == 1 ? "is" : "are")} expected, {origin}",
                    item
                );
            }
        }

        if (known < inProgress)
        {
            var why = TooLittle.Why(timeline.CutShortBy ?? "write `Started:` dates");
            yield return new Unjudged(
                $"{known} of {inProgress} improvements in progress {(known == 1 ? "tells" : "tell")} for how long{why}",
                known,
                inProgress
            );
        }
    }

    /// <summary>The days that it may take, and where the figure comes from.</summary>
    private static (double Days, string Origin) Limit(RuleContext context)
    {
        ImmutableArray<double> cycles =
        [
            .. context.Standing.Items.Select(item => item.CycleDays).OfType<int>().Select(days => (double)days),
        ];
        var (percentile, least) = (context.Number("percentile"), context.Number("minCompletions"));
        return cycles.Length >= least
            ? (
                Percentile.Of(cycles, percentile / 100)!.Value,
                $"within which {Wording.Number(percentile)}% of {cycles.Length} completions were done"
            )
            : (
                context.Number("maxDays"),
                $"the limit while under {Wording.Number(least)} completions have a known start ({cycles.Length})"
            );
    }
}
