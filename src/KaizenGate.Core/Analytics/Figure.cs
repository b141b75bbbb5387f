using System.Text.Json.Serialization;

namespace KaizenGate.Core.Analytics;

/// <summary>A figure, or why there is none.</summary>
/// <param name="Value">Finite; null when it cannot be known.</param>
/// <param name="Missing">What is missing, with the remedy; null when there is a value.</param>
internal readonly record struct Figure(double? Value, string? Missing)
{
    public static Figure Of(double value) =>
        double.IsFinite(value) ? new(value, null) : Without("it would be a division by zero");

    public static Figure Without(string reason) => new(null, reason);

    /// <summary>One figure divided by another; the reason of the one that is missing, the dividend's first.</summary>
    public Figure Over(Figure divisor) =>
        (Value, divisor.Value) switch
        {
            (null, _) => this,
            (_, null) => divisor,
            ({ } dividend, { } by) => Of(dividend / by),
        };

    /// <summary>The same figure, changed; without a value nothing is.</summary>
    public Figure Then(Func<double, double> change) => Value is { } value ? Of(change(value)) : this;
}

/// <summary>A figure with the interval in which the true one lies with a probability of 95%, or why there is none.</summary>
/// <param name="Value">Finite; null when it cannot be known.</param>
/// <param name="Low">The lower end of the interval; null without a value.</param>
/// <param name="High">The upper end; null without a value, and where it has no upper end.</param>
/// <param name="Missing">What is missing, with the remedy; null when there is a value.</param>
internal readonly record struct Estimate(
    double? Value,
    double? Low,
    double? High,
    [property: JsonIgnore] string? Missing
)
{
    public static Estimate Without(string reason) => new(null, null, null, reason);
}

/// <summary>How some numbers of days are spread; percentiles by linear interpolation.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Median">Half of them are no more; null when there are none.</param>
/// <param name="Percentile85">85% of them are no more.</param>
/// <param name="Percentile95">95% of them are no more.</param>
/// <param name="Missing">Why there are none; null when there are.</param>
internal sealed record Spread(
    int Count,
    double? Median,
    double? Percentile85,
    double? Percentile95,
    [property: JsonIgnore] string? Missing
);
