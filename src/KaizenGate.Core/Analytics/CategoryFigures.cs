namespace KaizenGate.Core.Analytics;

/// <summary>The completions of one category.</summary>
/// <param name="Category">Null for completions without a category.</param>
/// <param name="Completed">Their number.</param>
/// <param name="Share">Their share of all completions of the period, 0 to 1.</param>
/// <param name="HoursSpent">See <see cref="CompletedImprovement.Spent"/>.</param>
/// <param name="HoursSavedPerWeek">See <see cref="CompletedImprovement.Pace"/>.</param>
/// <param name="HoursSaved">See <see cref="CompletedImprovement.Saved"/>.</param>
internal sealed record CategoryFigures(
    Category? Category,
    int Completed,
    double Share,
    Figure HoursSpent,
    Figure HoursSavedPerWeek,
    Figure HoursSaved
)
{
    /// <summary>Returns the completions by category, the most frequent first.</summary>
    public static ImmutableArray<CategoryFigures> Of(ImmutableArray<CompletedImprovement> completions) =>
        [
            .. completions
                .GroupBy(one => one.Category)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key is { } category ? (int)category : int.MaxValue)
                .Select(group => new CategoryFigures(
                    group.Key,
                    group.Count(),
                    (double)group.Count() / completions.Length,
                    CompletedImprovement.Spent(group),
                    CompletedImprovement.Pace(group),
                    CompletedImprovement.Saved(group)
                )),
        ];
}
