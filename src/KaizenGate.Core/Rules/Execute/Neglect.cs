using KaizenGate.Core.Rules.Statistics;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules.Execute;

/// <summary>
/// Whether a team passes over its old improvements. A team that takes the best first leaves old ones with low scores, which is
/// not neglect. So old and new are compared among the improvements whose scores are at least the median of what was completed.
/// </summary>
internal static class Neglect
{
    /// <summary>Returns what shows the neglect, as the end of a message; null if nothing does, or if the window is not fully known.</summary>
    /// <param name="context">The context of KZ305.</param>
    /// <param name="ages">The ages of its open improvements.</param>
    /// <param name="maxAge">Over how many days an improvement is old.</param>
    public static string? Of(RuleContext context, WaitingAges ages, int maxAge)
    {
        var start = context.AsOf.AddDays(1 - (7 * context.Settings.WindowWeeks));
        if (context.Timeline is not { } timeline || timeline.Start > start)
        {
            return null;
        }

        var window = $"in the last {Wording.Count(context.Settings.WindowWeeks, "week")}";
        var scores = Scores(context);
        var underway = context
            .OpenWithArchive.Where(item => item.Status is Status.InProgress)
            .Select(timeline.KeyOf)
            .ToHashSet(StringComparer.Ordinal);
        var taken = context.History.Items.Select(Taken).OfType<TakenUp>().ToList();
        if (taken.Count == 0)
        {
            return context.History.Rejected.Any(IsRecent)
                ? null
                : $", and none was completed, rejected or put in progress {window}";
        }

        var median = Percentile.Of([.. taken.Select(one => one.Score).OfType<double>()], 0.5);
        var comparable = taken.Where(one => IsComparable(one.Score)).ToList();
        var left = ages.Known.Where(age => IsComparable(age.Item.Score)).ToList();
        var (takenOld, leftOld) = (comparable.Count(one => one.Days > maxAge), left.Count(age => age.Days > maxAge));
        var chance = Hypergeometric.AtMost(
            takenOld,
            comparable.Count + left.Count,
            takenOld + leftOld,
            comparable.Count
        );
        var which = median is { } score ? $" with a score of at least {Wording.Number(score)}" : "";
        return chance < context.Number("significance")
            ? $"; of those taken {window}{which}, {takenOld} of {comparable.Count} were old; of those open, {leftOld} of {left.Count}"
            : null;

        bool IsComparable(double? score) => score is null || median is null || score >= median;

        bool IsRecent(TimelineEvent one) => !one.IsFromStart && one.Date >= start && one.Date <= context.AsOf;

        TakenUp? Taken(ItemLifecycle life)
        {
            // A start that was put back took nothing.
            return
                (life.Completed ?? (underway.Contains(life.Key) ? life.LastStarted : null)) is { } one && IsRecent(one)
                ? new(
                    life.Captured is { } captured ? one.Date.DayNumber - captured.Date.DayNumber : 0,
                    one.Score ?? scores.GetValueOrDefault(life.Key)
                )
                : null;
        }
    }

    private static Dictionary<string, double?> Scores(RuleContext context)
    {
        var scores = new Dictionary<string, double?>(StringComparer.Ordinal);
        foreach (var item in context.Backlog.WithArchive)
        {
            scores.TryAdd(context.Timeline!.KeyOf(item), item.Score);
        }

        return scores;
    }

    /// <summary>An improvement that was completed or is in progress.</summary>
    /// <param name="Days">Its age when it was completed or started.</param>
    /// <param name="Score">Its score; null for none.</param>
    private sealed record TakenUp(int Days, double? Score);
}
