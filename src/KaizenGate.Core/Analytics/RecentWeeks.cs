using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Analytics;

/// <summary>The last whole weeks of the known history, the oldest first, from which forecasts are drawn.</summary>
internal sealed class RecentWeeks
{
    /// <summary>The number of the highest scores that have a forecast of their own.</summary>
    public const int Highest = 10;

    private readonly ImmutableArray<ObservedLifecycle> lives;
    private readonly List<(DateOnly First, DateOnly Last)> weeks = [];

    /// <param name="lives">All improvements.</param>
    /// <param name="days">Their arrivals and departures.</param>
    /// <param name="to">The last day of the last week.</param>
    /// <param name="knownFrom">The first day of the known history.</param>
    /// <param name="most">The maximum number of weeks.</param>
    public RecentWeeks(
        ImmutableArray<ObservedLifecycle> lives,
        FlowDays days,
        DateOnly to,
        DateOnly knownFrom,
        int most
    )
    {
        this.lives = lives;
        for (var last = to; weeks.Count < most && last.AddDays(-6) >= knownFrom; last = last.AddDays(-7))
        {
            weeks.Insert(0, (last.AddDays(-6), last));
        }

        Arrivals = [.. weeks.Select(week => days.Captured(week.First, week.Last))];
        Departures = Usual(
            [.. weeks.Select(week => days.Completed(week.First, week.Last))],
            [.. weeks.Select(week => days.Rejected(week.First, week.Last) + days.Dropped(week.First, week.Last))]
        );
    }

    public ImmutableArray<int> Arrivals { get; }

    /// <summary>Completions, rejections and drops, without mass deletions.</summary>
    public ImmutableArray<int> Departures { get; }

    /// <summary>The arrivals with a score above one.</summary>
    public ImmutableArray<int> Outranking(double score)
    {
        var days = lives
            .Where(life =>
                life.Life?.Captured is { IsFromStart: false } captured && (life.Item?.Score ?? captured.Score) > score
            )
            .Select(life => life.Life!.Captured!.Date.DayNumber)
            .Order()
            .ToArray();
        return [.. weeks.Select(week => FlowDays.Count(days, week.First, week.Last))];
    }

    /// <summary>
    /// Limits the rejections and drops of a week to the upper natural limit of the weekly completions (winsorizing): a mass
    /// deletion is not a pace.
    /// </summary>
    internal static ImmutableArray<int> Usual(ImmutableArray<int> completed, ImmutableArray<int> removed)
    {
        if (completed.IsEmpty)
        {
            return [];
        }

        var most = (int)NaturalLimits.Of(MetricKind.Count, [.. completed.Select(count => (double)count)], 1).Upper;
        return [.. completed.Zip(removed, (done, gone) => done + Math.Min(gone, most))];
    }
}
