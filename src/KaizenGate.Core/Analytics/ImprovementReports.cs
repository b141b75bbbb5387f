using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Analytics;

/// <summary>Creates the report about a period.</summary>
internal static class ImprovementReports
{
    /// <param name="evidence">The backlogs with their history.</param>
    /// <param name="verdict">The verdict of today.</param>
    /// <param name="settings">The settings in force.</param>
    /// <param name="from">The first day requested.</param>
    /// <param name="to">The last day, not after the day of the verdict.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is empty, or ends after today.</exception>
    public static ImprovementReport Of(
        ImmutableArray<Evidence> evidence,
        Verdict verdict,
        GateSettings settings,
        DateOnly from,
        DateOnly to
    )
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, verdict.AsOf);
        var period = ReportPeriod.Of(evidence, from, to);
        var lives = ObservedLifecycle.Of(evidence, to);
        var completions = CompletionList.Of(lives, period);
        var isToday = to == verdict.AsOf || period.KnownFrom is null;
        var open = isToday ? OpenImprovements.Today(evidence, to) : OpenImprovements.Then(lives, to);
        var investment = Returns.Investment(completions, period, settings);
        var metrics = MetricCharts.Of(evidence, settings, to);
        var report = new ImprovementReport
        {
            Verdict = verdict,
            Period = period,
            Backlogs = [.. evidence.Select(one => new ReportedBacklog(one.Backlog.File, one.History))],
            Stock = isToday ? StockToday(verdict.Figures) : StockThen(lives),
            Flow = FlowFigures.Without(period.Unknown ?? ""),
            Completions = completions,
            Categories = ReportTotals.ByCategory(completions),
            Open = open,
            AgeBands = OpenImprovements.Bands(open),
            CycleDays = OpenImprovements.Spread(
                completions.Select(one => one.CycleDays),
                period.Unknown ?? "no completion of the period has a known start"
            ),
            LeadDays = OpenImprovements.Spread(
                completions.Select(one => one.LeadDays),
                period.Unknown ?? "no completion of the period has a known capture"
            ),
            AgeDays = OpenImprovements.Spread(
                open.Select(one => one.AgeDays),
                open.IsEmpty ? "nothing is open" : "no open improvement has a known capture"
            ),
            Investment = investment,
            Accrued = Returns.Accrued(completions, investment, period),
            AtFullPace = Returns.AtFullPace(completions, investment, period),
            TodaysOpen = DrainForecasts.Without(open.Length, period.Unknown ?? ""),
            Drain = DrainForecasts.Without(open.Length, period.Unknown ?? ""),
            Metrics = metrics,
        };
        return period.KnownFrom is { } start ? WithFlow(report, lives, start, settings) : report;
    }

    private static ImprovementReport WithFlow(
        ImprovementReport report,
        ImmutableArray<ObservedLifecycle> lives,
        DateOnly knownFrom,
        GateSettings settings
    )
    {
        var period = report.Period;
        var days = new FlowDays(lives);
        var weeks = new ReportWeeks(lives, days, report.Completions, knownFrom).Of(period, settings);
        var last = LastWeeks(period.To, knownFrom, Math.Max(settings.WindowWeeks, DrainForecasts.LeastWeeks));
        ImmutableArray<int> arrivals = [.. last.Select(week => days.Captured(week.First, week.Last))];
        ImmutableArray<int> departures = [.. last.Select(week => days.Departed(week.First, week.Last))];
        ImmutableArray<int> none = [.. arrivals.Select(_ => 0)];
        return report with
        {
            Flow = FlowOf(days, period),
            Weeks = weeks,
            TodaysOpen = DrainForecasts.Of(report.Open.Length, none, departures, period.To),
            Drain = DrainForecasts.Of(report.Open.Length, arrivals, departures, period.To),
            Compounding = Compounding.Of(period, weeks, report.Metrics, settings),
        };
    }

    private static FlowFigures FlowOf(FlowDays days, ReportPeriod period)
    {
        var (first, last) = (period.From, period.To);
        var (captured, completed) = (days.Captured(first, last), days.Completed(first, last));
        var rejected = days.Rejected(first, last);
        return new(
            Figure.Of(captured),
            Figure.Of(completed),
            Figure.Of(rejected),
            Figure.Of(days.Dropped(first, last)),
            Figure.Of(captured - rejected),
            Rates.Ratio(completed, captured - rejected, "nothing was identified in the period"),
            PerWeek(captured),
            PerWeek(days.Departed(first, last))
        );

        // Less than a week is too little for a rate per week.
        Figure PerWeek(int count) =>
            period.Weeks >= 1 ? Figure.Of(count / period.Weeks) : Figure.Without($"{period.Days} of 7 days are known");
    }

    /// <summary>Returns the last whole weeks of the known history, the oldest first.</summary>
    private static List<(DateOnly First, DateOnly Last)> LastWeeks(DateOnly to, DateOnly knownFrom, int most)
    {
        var weeks = new List<(DateOnly, DateOnly)>();
        for (var last = to; weeks.Count < most && last.AddDays(-6) >= knownFrom; last = last.AddDays(-7))
        {
            weeks.Insert(0, (last.AddDays(-6), last));
        }

        return weeks;
    }

    private static StockFigures StockToday(Figures figures) =>
        new()
        {
            Open = figures.Open,
            InProgress = figures.InProgress,
            Deferred = figures.Deferred,
            Identified = figures.Identified,
            Executed = figures.Executed,
            ExecutionRate = RateOf(figures.Executed, figures.Identified),
        };

    private static StockFigures StockThen(ImmutableArray<ObservedLifecycle> lives)
    {
        var executed = lives.Count(life => life.Life?.Completed is not null);
        var identified = lives.Count(life => life.Life is { Rejected: null });
        return new()
        {
            Open = lives.Count(life => life.Life is { IsOpen: true }),
            Identified = identified,
            Executed = executed,
            ExecutionRate = RateOf(executed, identified),
        };
    }

    private static Estimate RateOf(int executed, int identified) =>
        Rates.Share(executed, identified, "nothing was identified");
}
