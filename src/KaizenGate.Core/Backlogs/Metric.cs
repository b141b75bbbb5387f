using System.Collections.Immutable;

namespace KaizenGate.Backlogs;

/// <summary>A series of figures from a table of the Metrics section: one column with a date beside each value.</summary>
/// <param name="Name">The column's header.</param>
/// <param name="Points">The values in the order of the dates.</param>
public sealed record MetricSeries(string Name, ImmutableArray<MetricPoint> Points);

/// <summary>One figure of a series.</summary>
public sealed record MetricPoint(DateOnly Date, double Value, SourceSpan Span);
