using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Analytics;

/// <summary>The completions of one category.</summary>
/// <param name="Category">Null for those that have none, or that the file no longer has.</param>
/// <param name="Completed">How many there are.</param>
/// <param name="Share">Of all completions of the period, 0 to 1.</param>
/// <param name="HoursSpent">Hours logged on them; missing when none has any.</param>
/// <param name="HoursSavedPerWeek">Hours that they save a week; missing when none tells.</param>
/// <param name="HoursSaved">Hours that they saved up to the end of the period; missing when none tells.</param>
internal sealed record CategoryFigures(
    Category? Category,
    int Completed,
    double Share,
    Figure HoursSpent,
    Figure HoursSavedPerWeek,
    Figure HoursSaved
);
