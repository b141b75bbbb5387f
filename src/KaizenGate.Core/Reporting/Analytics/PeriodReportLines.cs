using KaizenGate.Core.Analytics;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>The figures of a report in words, by group.</summary>
internal static class PeriodReportLines
{
    /// <summary>The others are only counted.</summary>
    private const int MaxBacklogs = 50;

    /// <summary>The period, and what is unknown about it.</summary>
    public static string Period(ImprovementReport report)
    {
        var period = report.Period;
        var weeks = Wording.Count(Math.Round(period.Weeks, 1), "week");
        var text = $"{FiguresText.Day(period.From)} to {FiguresText.Day(period.To)}, {weeks}";
        return (period.Unknown, period.CutShortBy) switch
        {
            ({ } unknown, _) => $"{text}; history unknown: {unknown}",
            (_, { } cut) => $"{text}; unknown before: {cut}",
            _ => text,
        };
    }

    /// <summary>The groups with their figures: the label, and the value or why it is missing.</summary>
    public static IEnumerable<(string Title, (string Label, string Value)[] Lines)> Of(ImprovementReport report)
    {
        var (flow, stock, spent, accrued) = (report.Flow, report.Stock, report.Investment, report.Accrued);
        var identified =
            $"{FiguresText.Count(flow.Identified)} in the period (arrivals {PerWeek(flow.ArrivalsPerWeek)})";
        var executed =
            $"{FiguresText.Count(flow.Executed)} in the period (departures {PerWeek(flow.DeparturesPerWeek)})";
        yield return (
            "Improvements",
            [
                (
                    "execution rate",
                    $"{FiguresText.OrReason(FiguresText.Rate(stock.ExecutionRate), stock.ExecutionRate.Missing)}, {stock.Executed} of {stock.Identified} ever identified"
                ),
                ("identified", FiguresText.OrReason(identified, flow.Identified.Missing)),
                ("executed", FiguresText.OrReason(executed, flow.Executed.Missing)),
                (
                    "executed ÷ identified",
                    FiguresText.OrReason(
                        $"{FiguresText.Rate(flow.ExecutionRate)} in the period",
                        flow.ExecutionRate.Missing
                    )
                ),
                ("open", $"{stock.Open}"),
                .. report.SeenAgain > 0
                    ? [("seen again", $"{Wording.Count(report.SeenAgain, "time")} in the period")]
                    : Array.Empty<(string, string)>(),
            ]
        );
        yield return ("Change", [.. Change(report.Comparison)]);
        if (report.Backlogs.Length > 1)
        {
            yield return ("Backlogs", [.. Backlogs(report.Backlogs)]);
        }

        yield return (
            "Time",
            [
                ("cycle time in days", Days(report.CycleDays)),
                ("capture to completion", Days(report.LeadDays)),
                ("age of open items", Days(report.AgeDays)),
                (FiguresText.HighestScores(report.HighestScores), FiguresText.Forecast(report.HighestScores)),
                ($"{report.TodaysOpen.Open} open, taken first", FiguresText.Forecast(report.TodaysOpen)),
                ("backlog empty", FiguresText.Forecast(report.Drain)),
            ]
        );
        var hoursSpent =
            $"{FiguresText.Hours(spent.HoursSpent)} of {FiguresText.Hours(spent.CapacityHours)} planned"
            + $" ({FiguresText.Rate(spent.ShareOfWorkingTime.Value)} of the working time; {Wording.Count(spent.Logged, "completion")})";
        var hoursSaved =
            $"{FiguresText.Hours(accrued.HoursSaved)} since completion ({Wording.Count(accrued.Measured, "completion")})";
        yield return (
            "Return",
            [
                ("hours spent", FiguresText.OrReason(hoursSpent, spent.HoursSpent.Missing)),
                ("hours saved", FiguresText.OrReason(hoursSaved, accrued.HoursSaved.Missing)),
                ("return on investment", Return(accrued.Gross, accrued.Net)),
                ("incl. 40 min planning", Return(accrued.GrossWithPlanning, accrued.NetWithPlanning)),
                ("if all from day one", Return(report.AtFullPace.Gross, report.AtFullPace.Net)),
                (
                    "day one incl. planning",
                    Return(report.AtFullPace.GrossWithPlanning, report.AtFullPace.NetWithPlanning)
                ),
            ]
        );
        if (SecondLookText.Lines(report.LastingEffects).ToArray() is { Length: > 0 } looks)
        {
            yield return (SecondLookText.Title, looks);
        }

        if (CalibrationText.Lines(report.Calibration).ToArray() is { Length: > 0 } calibration)
        {
            yield return (CalibrationText.Title, calibration);
        }

        if (!report.Compounding.IsEmpty)
        {
            var last = report.Compounding[^1];
            yield return (
                "Improvement since day one",
                [
                    ("by hours saved", Ratio(last.ByHours)),
                    ("by metrics", Ratio(last.ByMetrics)),
                    .. last.IsMeasured
                        ? [("1% per week would be", $"{last.OnePercent:0.00}×")]
                        : ((string, string)[])[],
                ]
            );
        }

        if (!report.Metrics.IsEmpty)
        {
            yield return (
                "Metrics",
                [.. report.Metrics.Select(chart => (chart.Name, chart.Signal ?? MetricText.Line(chart)))]
            );
        }

        if (!report.Signals.IsEmpty)
        {
            yield return (
                SignalWords.Title,
                [.. report.Signals.Select(one => (one.Item.Name, SignalWords.Line(one.Effect)))]
            );
        }

        if (report.Sessions is { } sessions)
        {
            yield return (SessionWords.Title, [.. SessionWords.Lines(sessions)]);
        }

        yield return ("Gate", [("verdict", VerdictText.Line(report.Verdict))]);
    }

    private static IEnumerable<(string Label, string Value)> Change(PeriodComparison? comparison)
    {
        yield return ("compared", ComparisonText.Spans(comparison));
        if (comparison is { Before: not null })
        {
            foreach (var (name, _, now, before) in ComparisonText.Rows(comparison))
            {
                yield return (name, ComparisonText.Pair(now, before));
            }
        }
    }

    private static IEnumerable<(string Label, string Value)> Backlogs(ImmutableArray<BacklogProgress> backlogs)
    {
        foreach (var one in backlogs.Take(MaxBacklogs))
        {
            yield return (one.File.Path, ComparisonText.Line(one));
        }

        if (backlogs.Length > MaxBacklogs)
        {
            yield return ("others", $"{backlogs.Length - MaxBacklogs} more are in the JSON report");
        }
    }

    public static string Payback(CompletedImprovement one) =>
        one.PaybackWeeks.Value is { } weeks ? Wording.Count(Math.Round(weeks, 1), "week") : "–";

    private static string PerWeek(Figure rate) => FiguresText.PerWeek(rate.Value);

    private static string Days(Spread spread) => FiguresText.OrReason(FiguresText.Days(spread), spread.Missing);

    private static string Ratio(Figure ratio) => FiguresText.OrReason(FiguresText.Ratio(ratio), ratio.Missing);

    private static string Return(Figure gross, Figure net) =>
        FiguresText.OrReason(FiguresText.Return(gross, net), gross.Missing);
}
