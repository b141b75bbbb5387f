using KaizenGate.Core.Rules.Statistics;
using KaizenGate.Core.Signals;

namespace KaizenGate.Core.Rules.Measure;

/// <summary>The effect of a completed improvement on what its signal counts.</summary>
/// <param name="Key">The signal.</param>
/// <param name="Before">The occurrences before the completion.</param>
/// <param name="WeeksBefore">The observed weeks before.</param>
/// <param name="After">The occurrences after.</param>
/// <param name="WeeksAfter">The observed weeks after.</param>
/// <param name="Ratio">The ratio of both rates; null without an observed day on one side.</param>
/// <param name="Outcome">What that says.</param>
/// <param name="Missing">Why there is too little data; null otherwise.</param>
internal sealed record SignalEffect(
    SignalKey Key,
    int Before,
    double WeeksBefore,
    int After,
    double WeeksAfter,
    RateRatio? Ratio,
    SignalOutcome Outcome,
    string? Missing
)
{
    private const int LeastEvents = 5;
    private const int LeastWeeks = 1;

    /// <summary>A rate above this share of the one before is unchanged unless the interval says otherwise.</summary>
    private const double UnchangedRatio = 0.5;

    /// <summary>Occurrences per week before; null without an observed day.</summary>
    public double? PerWeekBefore => WeeksBefore > 0 ? Before / WeeksBefore : null;

    /// <summary>Occurrences per week after.</summary>
    public double? PerWeekAfter => WeeksAfter > 0 ? After / WeeksAfter : null;

    /// <summary>Both rates, as a measured impact is written: <c>occurrences 3.5/week → 0.5/week</c>.</summary>
    public string Measurement =>
        $"occurrences {Wording.NumberOrDash(PerWeekBefore)}/week → {Wording.NumberOrDash(PerWeekAfter)}/week";

    /// <summary>The ratio with its interval: <c>0.14, 95% interval 0.03 to 0.45</c>; a dash without one.</summary>
    public string RatioText =>
        Ratio is { } ratio
            ? $"{Wording.NumberOrDash(ratio.Value)}, 95% interval {ratio.Low:0.##} to {(double.IsFinite(ratio.High) ? $"{ratio.High:0.##}" : "∞")}"
            : "–";

    /// <summary>Measures the effect of an improvement.</summary>
    /// <param name="digest">The counts by day.</param>
    /// <param name="item">The improvement.</param>
    /// <param name="completed">The day of its completion.</param>
    /// <param name="asOf">Today.</param>
    /// <returns>Null when it names no signal, or one that is a state.</returns>
    public static SignalEffect? Of(SignalDigest digest, Improvement item, DateOnly completed, DateOnly asOf) =>
        item.Signal is { } signal && SignalKey.Parse(signal.Value) is { IsState: false } key
            ? Of(key, SignalCounts.Of(digest, key, completed, asOf))
            : null;

    /// <summary>Compares the weeks before and after.</summary>
    public static SignalEffect Of(SignalKey key, SignalCounts counts)
    {
        var (before, after) = (counts.Before.Sum(week => week.Count), counts.After.Sum(week => week.Count));
        var weeksBefore = counts.Before.Sum(week => week.Days) / 7d;
        var weeksAfter = counts.After.Sum(week => week.Days) / 7d;
        var ratio = weeksBefore > 0 && weeksAfter > 0 ? RatioOf(counts, before, weeksBefore, after, weeksAfter) : null;
        var missing =
            weeksBefore < LeastWeeks ? $"needs a week observed before the completion, found {weeksBefore * 7:0} days"
            : weeksAfter < LeastWeeks ? $"needs a week observed after the completion, found {weeksAfter * 7:0} days"
            : before + after < LeastEvents ? $"needs {LeastEvents} occurrences, found {before + after}"
            : null;
        var outcome =
            missing is not null ? SignalOutcome.TooLittleData
            : ratio!.High < 1 ? SignalOutcome.Improved
            : (ratio.Value ?? double.PositiveInfinity) > UnchangedRatio ? SignalOutcome.Unchanged
            : SignalOutcome.TooLittleData;
        if (outcome == SignalOutcome.TooLittleData)
        {
            missing ??= "the rate fell, but that can be chance; needs more weeks";
        }

        return new(key, before, weeksBefore, after, weeksAfter, ratio, outcome, missing);
    }

    /// <summary>Occurrences that come in batches count as fewer: each number is divided by the dispersion (R. W. M. Wedderburn 1974).</summary>
    private static RateRatio RatioOf(SignalCounts counts, int before, double weeksBefore, int after, double weeksAfter)
    {
        var dispersion = Dispersion.Of(Whole(counts.Before), Whole(counts.After));
        var fewer = RateRatio.Of(Fewer(before), weeksBefore, Fewer(after), weeksAfter);
        return fewer with { Value = before == 0 ? null : after / weeksAfter / (before / weeksBefore) };

        int Fewer(int count) => (int)Math.Round(count / dispersion);

        static ImmutableArray<int> Whole(ImmutableArray<ObservedWeek> weeks) =>
            [.. weeks.Where(week => week.Days == 7).Select(week => week.Count)];
    }
}
