namespace KaizenGate.Core.Analytics;

/// <summary>How much better than on the first day of the period; 1 is the same.</summary>
/// <param name="Day">The last day of a week; the day before the period for the first point.</param>
/// <param name="Weeks">Weeks since the first day of the period; parts of a week count.</param>
/// <param name="OnePercent">1.01 to the power of the weeks.</param>
/// <param name="ByHours">1 + hours saved a week ÷ working hours a week; missing when no completion of the period tells a pace.</param>
/// <param name="ByMetrics">The geometric mean of what each declared metric is against its first value in the period, turned so that more is better; missing while no metric has a value in it.</param>
internal sealed record CompoundingPoint(
    DateOnly Day,
    double Weeks,
    double OnePercent,
    Figure ByHours,
    Figure ByMetrics
);
