using KaizenGate.Core.Agents;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Analytics;

/// <summary>
/// Everything that a report about a period shows. An unknown figure is null with a reason, never 0. The lists contain everything
/// that is counted, so every figure can be recomputed.
/// </summary>
internal sealed record ImprovementReport
{
    /// <summary>The name of the repository, that of its folder; null when unknown.</summary>
    public string? Name { get; init; }

    /// <summary>The verdict of today, independent of the period.</summary>
    public required Verdict Verdict { get; init; }

    public required ReportPeriod Period { get; init; }

    /// <summary>The backlogs, each with its own figures.</summary>
    public ImmutableArray<BacklogProgress> Backlogs { get; init; } = [];

    /// <summary>The last weeks of the period and those before; null when the flow is unknown.</summary>
    public PeriodComparison? Comparison { get; init; }

    /// <summary>Whether it gets better, by that comparison and the metrics.</summary>
    public Trend Trend => Trends.Of(Comparison, Metrics);

    /// <summary>The state on the last day of the period.</summary>
    public required StockFigures Stock { get; init; }

    /// <summary>The events of the period.</summary>
    public required FlowFigures Flow { get; init; }

    /// <summary>The number of sightings in the period, of improvements in the files and their archives today.</summary>
    public int SeenAgain { get; init; }

    /// <summary>What the sessions of agents in this clone recorded; null when there were none.</summary>
    public SessionFigures? Sessions { get; init; }

    /// <summary>How estimates and expected effects compare with what happened, of all completions.</summary>
    public required Calibration Calibration { get; init; }

    /// <summary>The effects that were measured again, and those that are due.</summary>
    public required LastingEffects LastingEffects { get; init; }

    /// <summary>The weeks of the period, the oldest first; empty when the flow is unknown. Cumulative figures include earlier days.</summary>
    public ImmutableArray<ReportWeek> Weeks { get; init; } = [];

    /// <summary>The completions of the period, the oldest first.</summary>
    public ImmutableArray<CompletedImprovement> Completions { get; init; } = [];

    /// <summary>The completions of the period by category, the most frequent first; empty without completions.</summary>
    public ImmutableArray<CategoryFigures> Categories { get; init; } = [];

    /// <summary>The improvements that are open on the last day, in the order of the files.</summary>
    public ImmutableArray<OpenImprovement> Open { get; init; } = [];

    /// <summary>The open improvements by age, the youngest band first, including empty bands.</summary>
    public ImmutableArray<AgeBand> AgeBands { get; init; } = [];

    /// <summary>Days from start to completion.</summary>
    public required Spread CycleDays { get; init; }

    /// <summary>Days from capture to completion.</summary>
    public required Spread LeadDays { get; init; }

    /// <summary>Days since capture, of the open improvements.</summary>
    public required Spread AgeDays { get; init; }

    public required Investment Investment { get; init; }

    /// <summary>The hours saved from each completion to the end of the period.</summary>
    public required Return Accrued { get; init; }

    /// <summary>The hours saved if everything had been completed before the first day.</summary>
    public required Return AtFullPace { get; init; }

    /// <summary>When the ten highest scores are done or decided, if the highest is always taken first, with the arrivals that outrank them.</summary>
    public required DrainForecast HighestScores { get; init; }

    /// <summary>When the open improvements are gone, if new ones wait until then.</summary>
    public required DrainForecast TodaysOpen { get; init; }

    /// <summary>When the backlog is empty, if arrivals continue as before.</summary>
    public required DrainForecast Drain { get; init; }

    /// <summary>The measured improvement compared with 1% per week; empty when the flow is unknown.</summary>
    public ImmutableArray<CompoundingPoint> Compounding { get; init; } = [];

    /// <summary>The declared metrics by name.</summary>
    public ImmutableArray<MetricChart> Metrics { get; init; } = [];

    /// <summary>The completed improvements that name a signal, with its counts before and after; empty without counts.</summary>
    public ImmutableArray<MeasuredSignal> Signals { get; init; } = [];

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
        var completions = CompletedImprovement.Of(lives, period);
        var isToday = to == verdict.AsOf || period.KnownFrom is null;
        var open = isToday ? OpenImprovement.Today(evidence, to) : OpenImprovement.Then(lives, to);
        var investment = Investment.Of(completions, period, settings);
        var metrics = MetricChart.Of(evidence, settings, to);
        var report = new ImprovementReport
        {
            Verdict = verdict,
            Period = period,
            Backlogs = BacklogProgress.Of(evidence, verdict, period, open),
            Stock = isToday ? StockToday(verdict.Figures) : StockThen(lives),
            Flow = FlowFigures.Without(period.Unknown ?? ""),
            SeenAgain = evidence
                .SelectMany(one => one.Backlog.WithArchive)
                .SelectMany(item => item.Sightings)
                .Count(one => one.Day >= period.From && one.Day <= period.To),
            Calibration = Calibration.Of(evidence),
            LastingEffects = LastingEffects.Of(evidence, settings, verdict.AsOf),
            Completions = completions,
            Categories = CategoryFigures.Of(completions),
            Open = open,
            AgeBands = AgeBand.Of(open),
            CycleDays = Spread.Of(
                completions.Select(one => one.CycleDays).OfType<int>(),
                period.Unknown ?? "no completion of the period has a known start"
            ),
            LeadDays = Spread.Of(
                completions.Select(one => one.LeadDays).OfType<int>(),
                period.Unknown ?? "no completion of the period has a known capture"
            ),
            AgeDays = Spread.Of(
                open.Select(one => one.AgeDays).OfType<int>(),
                open.IsEmpty ? "nothing is open" : "no open improvement has a known capture"
            ),
            Investment = investment,
            Accrued = Return.Accrued(completions, investment, period),
            AtFullPace = Return.AtFullPace(completions, investment, period),
            HighestScores = DrainForecast.Without(Math.Min(RecentWeeks.Highest, open.Length), period.Unknown ?? ""),
            TodaysOpen = DrainForecast.Without(open.Length, period.Unknown ?? ""),
            Drain = DrainForecast.Without(open.Length, period.Unknown ?? ""),
            Metrics = metrics,
            Signals = MeasuredSignal.Of(evidence, to),
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
        var most = Math.Max(settings.WindowWeeks, DrainForecast.LeastWeeks);
        var recent = new RecentWeeks(lives, days, period.To, knownFrom, most);
        ImmutableArray<int> none = [.. recent.Arrivals.Select(_ => 0)];
        return report with
        {
            Flow = FlowOf(days, period),
            Comparison = PeriodComparison.Of(lives, period, knownFrom),
            Weeks = weeks,
            HighestScores = HighestScoresOf(report.Open, recent, period.To),
            TodaysOpen = DrainForecast.Of(report.Open.Length, none, recent.Departures, period.To),
            Drain = DrainForecast.Of(report.Open.Length, recent.Arrivals, recent.Departures, period.To),
            Compounding = CompoundingPoint.Of(period, weeks, report.Metrics, settings),
        };
    }

    private static DrainForecast HighestScoresOf(ImmutableArray<OpenImprovement> open, RecentWeeks recent, DateOnly to)
    {
        var highest = open.Select(one => one.Score)
            .OfType<double>()
            .OrderDescending()
            .Take(RecentWeeks.Highest)
            .ToList();
        return highest.Count == 0
            ? DrainForecast.Without(Math.Min(RecentWeeks.Highest, open.Length), "no open improvement has a score")
            : DrainForecast.Of(highest.Count, recent.Outranking(highest[^1]), recent.Departures, to);
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
            Estimate.Ratio(completed, captured - rejected, "nothing was identified in the period"),
            PerWeek(captured),
            PerWeek(days.Departed(first, last))
        );

        // Less than a week is too little for a rate per week.
        Figure PerWeek(int count) =>
            period.Weeks >= 1 ? Figure.Of(count / period.Weeks) : Figure.Without($"{period.Days} of 7 days are known");
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
        Estimate.Share(executed, identified, "nothing was identified");
}

/// <summary>The state on a day.</summary>
internal sealed record StockFigures
{
    /// <summary>Not completed or rejected; deferred ones count.</summary>
    public required int Open { get; init; }

    /// <summary>Null on an earlier day than today, for which only the events are known.</summary>
    public int? InProgress { get; init; }

    /// <summary>Null on an earlier day than today.</summary>
    public int? Deferred { get; init; }

    /// <summary>All ever captured and not rejected.</summary>
    public required int Identified { get; init; }

    /// <summary>All ever completed and not reopened.</summary>
    public required int Executed { get; init; }

    /// <summary>Executed ÷ identified, 0 to 1, with the Wilson interval.</summary>
    public required Estimate ExecutionRate { get; init; }
}

/// <summary>The events of a period that were not undone by its last day, without the state at the start of the history.</summary>
/// <param name="Captured">A: captures.</param>
/// <param name="Executed">D: completions, including those of improvements captured earlier.</param>
/// <param name="Rejected">X: rejections.</param>
/// <param name="Dropped">V: improvements removed while open.</param>
/// <param name="Identified">A − X.</param>
/// <param name="ExecutionRate">D ÷ (A − X) with its interval; greater than 1 when older improvements are completed.</param>
/// <param name="ArrivalsPerWeek">A per week.</param>
/// <param name="DeparturesPerWeek">D + X + V per week.</param>
internal sealed record FlowFigures(
    Figure Captured,
    Figure Executed,
    Figure Rejected,
    Figure Dropped,
    Figure Identified,
    Estimate ExecutionRate,
    Figure ArrivalsPerWeek,
    Figure DeparturesPerWeek
)
{
    public static FlowFigures Without(string reason)
    {
        var missing = Figure.Without(reason);
        return new(missing, missing, missing, missing, missing, Estimate.Without(reason), missing, missing);
    }
}
