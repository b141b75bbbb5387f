using System.Collections.Immutable;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Analytics;

/// <summary>Lays 1% a week beside what was measured.</summary>
internal static class Compounding
{
    /// <summary>What a week of small improvements is said to bring.</summary>
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
        var measured = metrics.Select(metric => Usable(metric, period)).Where(points => points.Count > 0).ToList();
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
                    metrics.IsEmpty
                        ? "no metric is declared"
                        : "no metric has a positive value in the period up to then"
                );
        }
    }

    /// <summary>The logarithms of a metric's values in the period, turned so that more is better; of what is not positive there is none.</summary>
    private static List<Measured> Usable(MetricChart metric, ReportPeriod period) =>
        metric
            .Points.Where(point => period.Contains(point.Day) && point.Value > 0)
            .Select(point => new Measured(point.Day, Math.Log(point.Value) * (metric.Better is Better.Higher ? 1 : -1)))
            .ToList();

    private sealed record Measured(DateOnly Day, double Log);
}
