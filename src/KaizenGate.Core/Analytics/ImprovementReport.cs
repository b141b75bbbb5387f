using KaizenGate.Core.Checking;
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

    public ImmutableArray<ReportedBacklog> Backlogs { get; init; } = [];

    /// <summary>The state on the last day of the period.</summary>
    public required StockFigures Stock { get; init; }

    /// <summary>The events of the period.</summary>
    public required FlowFigures Flow { get; init; }

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

    /// <summary>When the open improvements are gone, if new ones wait until then.</summary>
    public required DrainForecast TodaysOpen { get; init; }

    /// <summary>When the backlog is empty, if arrivals continue as before.</summary>
    public required DrainForecast Drain { get; init; }

    /// <summary>The measured improvement compared with 1% per week; empty when the flow is unknown.</summary>
    public ImmutableArray<CompoundingPoint> Compounding { get; init; } = [];

    /// <summary>The declared metrics by name.</summary>
    public ImmutableArray<MetricChart> Metrics { get; init; } = [];
}

internal sealed record ReportedBacklog(SourceFile File, HistoryResult History);

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
