using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace KaizenGate.Core.Analytics;

/// <summary>How a forecast came out.</summary>
internal enum DrainOutcome
{
    /// <summary>See <see cref="DrainForecast.Chances"/>.</summary>
    Dated,

    /// <summary>As much arrives as leaves, or more; or nothing leaves.</summary>
    Never,

    /// <summary>Nothing is open.</summary>
    Empty,

    /// <summary>There is too little to go by; see <see cref="DrainForecast.Missing"/>.</summary>
    NotEvaluated,
}

/// <summary>When nothing is left, by drawing weeks from the team's own last ones many times over.</summary>
internal sealed record DrainForecast
{
    public required DrainOutcome Outcome { get; init; }

    /// <summary>Why it never happens, or could not be evaluated; null when it is dated or empty.</summary>
    public string? Missing { get; init; }

    /// <summary>How many improvements have to go.</summary>
    public required int Open { get; init; }

    /// <summary>What arrived in each of the weeks that are drawn from, the oldest first; all 0 where arrivals are left out.</summary>
    public ImmutableArray<int> Arrivals { get; init; } = [];

    /// <summary>What left in the same weeks: completed, rejected, dropped.</summary>
    public ImmutableArray<int> Departures { get; init; } = [];

    /// <summary>How often a future was drawn.</summary>
    public int Trials { get; init; }

    /// <summary>The 50%, 85% and 95% dates; empty unless it is dated.</summary>
    public ImmutableArray<DrainChance> Chances { get; init; } = [];
}

/// <summary>A date by which nothing is left, with its probability.</summary>
/// <param name="Probability">0.5, 0.85 or 0.95.</param>
/// <param name="Weeks">So many weeks from the last day of the period; null when it takes longer than 10 years.</param>
/// <param name="Day">The last day of that week; null likewise.</param>
internal sealed record DrainChance(double Probability, int? Weeks, [property: JsonPropertyName("date")] DateOnly? Day);
