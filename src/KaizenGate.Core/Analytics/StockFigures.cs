using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Analytics;

/// <summary>One of the backlogs that a report is about.</summary>
/// <param name="File">The file.</param>
/// <param name="Past">What happened to it, or why that is not known.</param>
internal sealed record ReportedBacklog(SourceFile File, HistoryResult Past);

/// <summary>What there is on a day, however old.</summary>
internal sealed record StockFigures
{
    /// <summary>Neither done nor rejected, deferred ones included.</summary>
    public required int Open { get; init; }

    /// <summary>In progress; null on a day in the past, of which only the events are known.</summary>
    public int? InProgress { get; init; }

    /// <summary>Deferred; null on a day in the past.</summary>
    public int? Deferred { get; init; }

    /// <summary>All ever identified, without the rejected ones.</summary>
    public required int Identified { get; init; }

    /// <summary>All ever completed whose completion stands.</summary>
    public required int Executed { get; init; }

    /// <summary>Executed ÷ identified, 0 to 1, with Wilson's interval.</summary>
    public required Estimate ExecutionRate { get; init; }
}
