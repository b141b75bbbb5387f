using System.Collections.Immutable;
using System.Text.Json.Serialization;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Analytics;

/// <summary>A declared metric as a process behaviour chart (XmR). The limits come from all values up to the last day of the period.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Better">Which way it gets better.</param>
internal sealed record MetricChart(string Name, Better Better)
{
    /// <summary>The file that holds its values; null when there are none.</summary>
    public SourceFile? File { get; init; }

    /// <summary>The unit of the settings, else the one recorded last; null when there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>All values up to the last day of the period, the oldest first.</summary>
    public ImmutableArray<ChartedPoint> Points { get; init; } = [];

    /// <summary>Mean of the values; null with fewer than it takes, see <see cref="Missing"/>.</summary>
    public double? Mean { get; init; }

    /// <summary>Mean of the absolute differences of neighbours.</summary>
    public double? MovingRange { get; init; }

    /// <summary>Mean + 2.66 × mean moving range.</summary>
    public double? Upper { get; init; }

    /// <summary>Mean − 2.66 × mean moving range.</summary>
    public double? Lower { get; init; }

    /// <summary>What KZ405 says of it: the message of a finding; null when it says nothing.</summary>
    public string? Signal { get; init; }

    /// <summary>Why there are no limits; null when there are.</summary>
    public string? Missing { get; init; }
}

/// <summary>A value of a metric.</summary>
/// <param name="Day">The day it was taken.</param>
/// <param name="Value">The value.</param>
/// <param name="IsBeyond">Whether it is beyond one of the limits, whichever.</param>
/// <param name="Note">What was noted beside it; null when nothing was.</param>
internal sealed record ChartedPoint(
    [property: JsonPropertyName("date")] DateOnly Day,
    double Value,
    [property: JsonPropertyName("beyondLimits")] bool IsBeyond,
    string? Note
);
