namespace KaizenGate.Core.Analytics;

/// <summary>Totals of completions.</summary>
internal static class ReportTotals
{
    /// <summary>Returns the time spent in hours; missing when no completion has any.</summary>
    /// <param name="completions">The completions.</param>
    /// <param name="unknown">The reason when there are no completions; null for the usual one.</param>
    public static Figure Spent(IEnumerable<CompletedImprovement> completions, string? unknown = null) =>
        Of(completions, one => one.HoursSpent, "`Time Spent:`", unknown);

    /// <summary>Returns the hours saved by the end of the period; missing when no completion has any.</summary>
    public static Figure Saved(IEnumerable<CompletedImprovement> completions, string? unknown = null) =>
        Of(completions, one => one.HoursSaved, "`Time Saved:`", unknown);

    /// <summary>Returns the hours saved per week; missing when no completion has any.</summary>
    public static Figure Pace(IEnumerable<CompletedImprovement> completions, string? unknown = null) =>
        Of(completions, one => one.HoursSavedPerWeek, "`Time Saved:` per week, such as 15 min/week", unknown);

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

    /// <summary>Returns the completions by category, the most frequent first.</summary>
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

/// <summary>The completions of one category.</summary>
/// <param name="Category">Null for completions without a category or no longer in the file.</param>
/// <param name="Completed">Their number.</param>
/// <param name="Share">Their share of all completions of the period, 0 to 1.</param>
/// <param name="HoursSpent">See <see cref="ReportTotals.Spent"/>.</param>
/// <param name="HoursSavedPerWeek">See <see cref="ReportTotals.Pace"/>.</param>
/// <param name="HoursSaved">See <see cref="ReportTotals.Saved"/>.</param>
internal sealed record CategoryFigures(
    Category? Category,
    int Completed,
    double Share,
    Figure HoursSpent,
    Figure HoursSavedPerWeek,
    Figure HoursSaved
);
