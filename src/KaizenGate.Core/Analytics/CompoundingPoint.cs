using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Analytics;

/// <summary>The improvement since the first day of the period as a factor; 1 is unchanged.</summary>
/// <param name="Day">The last day of a week; the day before the period for the first point.</param>
/// <param name="Weeks">Weeks since the first day of the period; may be a fraction.</param>
/// <param name="OnePercent">1.01 to the power of the weeks.</param>
/// <param name="ByHours">1 + hours saved per week ÷ working hours per week; missing when no completion has hours saved per week.</param>
/// <param name="ByMetrics">The geometric mean of each metric relative to its first value in the period, inverted when lower is better; missing while no metric has a value, and for metrics with a single one.</param>
internal sealed record CompoundingPoint(DateOnly Day, double Weeks, double OnePercent, Figure ByHours, Figure ByMetrics)
{
    /// <summary>Whether there is anything to compare with 1% per week.</summary>
    public bool IsMeasured => ByHours.Value is not null || ByMetrics.Value is not null;

    /// <summary>The growth of 1% per week.</summary>
    private const double Weekly = 1.01;

    public static ImmutableArray<CompoundingPoint> Of(
        ReportPeriod period,
        ImmutableArray<ReportWeek> weeks,
        ImmutableArray<MetricChart> metrics,
        GateSettings settings
    )
    {
        if (weeks.IsEmpty)
        {
            return [];
        }

        var hours = settings.HoursPerWeek * settings.People;
        var before = period.From.AddDays(-1);
        var measured = metrics.Select(metric => Usable(metric, period)).Where(points => points.Count > 1).ToList();
        return
        [
            new(before, 0, 1, weeks[0].HoursSavedPerWeek.Then(_ => 1), ByMetrics(before)),
            .. weeks.Select(week =>
            {
                var passed = (week.Last.DayNumber - before.DayNumber) / 7d;
                return new CompoundingPoint(
                    week.Last,
                    passed,
                    Math.Pow(Weekly, passed),
                    week.HoursSavedPerWeek.Then(pace => 1 + (pace / hours)),
                    ByMetrics(week.Last)
                );
            }),
        ];

        Figure ByMetrics(DateOnly day)
        {
            var (logarithms, known) = (0d, 0);
            foreach (var points in measured)
            {
                if (points.FindLast(point => point.Day <= day) is { } last)
                {
                    logarithms += last.Log - points[0].Log;
                    known++;
                }
            }

            return known > 0
                ? Figure.Of(Math.Exp(logarithms / known))
                : Figure.Without(
                    metrics.IsEmpty ? "no metric is declared"
                    : measured.Count == 0 ? "no metric has two values of 0 or more in the period"
                    : "no metric has a value up to then"
                );
        }
    }

    /// <summary>
    /// The logarithms of the values of a metric in the period, negated when lower is better. A value of 0 has none and counts as
    /// half of the least other one; negative values cannot be compared.
    /// </summary>
    private static List<Measured> Usable(MetricChart metric, ReportPeriod period)
    {
        var points = metric.Points.Where(point => period.Contains(point.Day) && point.Value >= 0).ToList();
        var positive = points.Where(point => point.Value > 0).ToList();
        var least = positive.Count > 0 ? positive.Min(point => point.Value) / 2 : 1;
        var sign = metric.Better is Better.Higher ? 1 : -1;
        return points.ConvertAll(point => new Measured(point.Day, Math.Log(Math.Max(point.Value, least)) * sign));
    }

    private sealed record Measured(DateOnly Day, double Log);
}
