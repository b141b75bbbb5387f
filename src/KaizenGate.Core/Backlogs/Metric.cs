using System.Collections.Immutable;

namespace KaizenGate.Core.Backlogs;

/// <summary>A series of figures: a column of a table of the Metrics section with a date beside each value, or what was recorded in a file.</summary>
/// <param name="Name">The column's header, or the name of the metric in the file.</param>
/// <param name="Points">The values in the order of the dates.</param>
internal sealed record MetricSeries(string Name, ImmutableArray<MetricPoint> Points)
{
    /// <summary>The file that the series was recorded in; null for a table of the backlog.</summary>
    public SourceFile? File { get; init; }
}

/// <summary>One figure of a series.</summary>
internal sealed record MetricPoint(DateOnly Date, double Value, SourceSpan Span)
{
    /// <summary>The unit that stands beside it; null when none does.</summary>
    public string? Unit { get; init; }

    /// <summary>What was noted beside it; null when nothing was.</summary>
    public string? Note { get; init; }
}
