using System.Collections.Immutable;

namespace KaizenGate.Core.Analytics;

/// <summary>Adds up the ledger.</summary>
internal static class ReportTotals
{
    /// <summary>Hours logged; missing when no completion has any.</summary>
    /// <param name="completions">The completions.</param>
    /// <param name="unknown">Why none are known; null when that there are none is all that there is to say.</param>
    public static Figure Spent(IEnumerable<CompletedImprovement> completions, string? unknown = null) =>
        Of(completions, one => one.HoursSpent, "`Time Spent:`", unknown);

    /// <summary>Hours saved up to the end of the period; missing when no completion tells.</summary>
    public static Figure Saved(IEnumerable<CompletedImprovement> completions, string? unknown = null) =>
        Of(completions, one => one.HoursSaved, "`Time Saved:`", unknown);

    /// <summary>Hours saved each week; missing when no completion tells a pace.</summary>
    public static Figure Pace(IEnumerable<CompletedImprovement> completions, string? unknown = null) =>
        Of(completions, one => one.HoursSavedPerWeek, "a pace as its `Time Saved:`, such as 15 min/week", unknown);

    private static Figure Of(
        IEnumerable<CompletedImprovement> completions,
        Func<CompletedImprovement, double?> hours,
        string field,
        string? unknown
    )
    {
        var (sum, known, all) = (0d, 0, 0);
        foreach (var one in completions)
        {
            all++;
            if (hours(one) is { } some)
            {
                sum += some;
                known++;
            }
        }

        return known > 0
            ? Figure.Of(sum)
            : Figure.Without(
                all == 0 ? unknown ?? "nothing was completed"
                : all == 1 ? $"the one completion lacks {field}"
                : $"none of {all} completions has {field}"
            );
    }

    /// <summary>The completions by category, the most frequent first.</summary>
    public static ImmutableArray<CategoryFigures> ByCategory(ImmutableArray<CompletedImprovement> completions) =>
        [
            .. completions
                .GroupBy(one => one.Category)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key is { } category ? (int)category : int.MaxValue)
                .Select(group => new CategoryFigures(
                    group.Key,
                    group.Count(),
                    (double)group.Count() / completions.Length,
                    Spent(group),
                    Pace(group),
                    Saved(group)
                )),
        ];
}
