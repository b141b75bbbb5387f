using System.Collections.Immutable;
using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Analytics;

/// <summary>
/// Whether the system gets better: everything that a report of a period shows, in whatever form. A figure that cannot be
/// known is null and carries its reason; it is never 0. All that is counted is in the lists, so every figure can be recomputed.
/// </summary>
internal sealed record ImprovementReport
{
    /// <summary>How a reader knows the repository among others: the name of its folder; null when nobody said.</summary>
    public string? Name { get; init; }

    /// <summary>What the gate says today, whatever the period: outcome, findings, the rules that could not be judged, the version of the program.</summary>
    public required Verdict Verdict { get; init; }

    public required ReportPeriod Period { get; init; }

    /// <summary>The backlogs, and how far back each is known.</summary>
    public ImmutableArray<ReportedBacklog> Backlogs { get; init; } = [];

    /// <summary>All that there is on the last day of the period, however old.</summary>
    public required StockFigures Stock { get; init; }

    /// <summary>What happened in the period.</summary>
    public required FlowFigures Flow { get; init; }

    /// <summary>The weeks of the period, the oldest first; empty when its flow is not known. Cumulated figures begin with what was before.</summary>
    public ImmutableArray<ReportWeek> Weeks { get; init; } = [];

    /// <summary>The completions of the period, the oldest first: the ledger, and the points of the scatter.</summary>
    public ImmutableArray<CompletedImprovement> Completions { get; init; } = [];

    /// <summary>The completions of the period by category, the most frequent first; empty without completions.</summary>
    public ImmutableArray<CategoryFigures> Categories { get; init; } = [];

    /// <summary>The improvements that are open on the last day, in the order of the files.</summary>
    public ImmutableArray<OpenImprovement> Open { get; init; } = [];

    /// <summary>The open ones by age, the youngest band first; bands without any are there too.</summary>
    public ImmutableArray<AgeBand> AgeBands { get; init; } = [];

    /// <summary>Days from start to completion.</summary>
    public required Spread CycleDays { get; init; }

    /// <summary>Days from capture to completion.</summary>
    public required Spread LeadDays { get; init; }

    /// <summary>Days since capture, of the open ones.</summary>
    public required Spread AgeDays { get; init; }

    public required Investment Investment { get; init; }

    /// <summary>Hours saved from the day of each completion on to the end of the period: what the period really brought.</summary>
    public required Return Accrued { get; init; }

    /// <summary>Hours saved as if everything had been completed before the first day: what such a period brings from now on.</summary>
    public required Return AtFullPace { get; init; }

    /// <summary>When today's open ones are gone, if what is captured from now on waits behind them.</summary>
    public required DrainForecast TodaysOpen { get; init; }

    /// <summary>When the backlog is empty, if as much is captured as up to now.</summary>
    public required DrainForecast Drain { get; init; }

    /// <summary>1% a week against what was measured, from the first day of the period on; empty when its flow is not known.</summary>
    public ImmutableArray<CompoundingPoint> Compounding { get; init; } = [];

    /// <summary>The declared metrics in the order of their names.</summary>
    public ImmutableArray<MetricChart> Metrics { get; init; } = [];
}
