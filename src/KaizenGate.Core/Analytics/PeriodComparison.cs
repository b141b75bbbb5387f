using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Analytics;

/// <summary>The last weeks of a period and as many before them: all of it if the history is long enough, else half of what is known.</summary>
/// <param name="Now">The last weeks; the whole period when there is nothing to compare it with.</param>
/// <param name="Before">The weeks before; null when they are not known.</param>
/// <param name="Missing">Why there is nothing to compare; null when there is.</param>
internal sealed record PeriodComparison(SpanFigures Now, SpanFigures? Before, string? Missing = null)
{
    /// <summary>The minimum length in weeks, unless the period is shorter.</summary>
    private const int LeastWeeks = 4;

    /// <param name="lives">The improvements.</param>
    /// <param name="period">The period; its history is known.</param>
    /// <param name="knownFrom">The first day of the known history.</param>
    public static PeriodComparison Of(ImmutableArray<ObservedLifecycle> lives, ReportPeriod period, DateOnly knownFrom)
    {
        var days = new FlowDays(lives);
        var wanted = Math.Max(1, (period.To.DayNumber - period.Requested.DayNumber + 1) / 7);
        var known = (period.To.DayNumber - knownFrom.DayNumber + 1) / 7;
        var weeks = Math.Min(wanted, known / 2);
        var least = Math.Min(wanted, LeastWeeks);
        if (weeks < least)
        {
            return new(
                SpanFigures.Of(lives, days, period.From, period.To),
                null,
                $"{known} of {2 * least} weeks are known"
            );
        }

        var start = period.To.AddDays(1 - (7 * weeks));
        return new(
            SpanFigures.Of(lives, days, start, period.To),
            SpanFigures.Of(lives, days, start.AddDays(-7 * weeks), start.AddDays(-1))
        );
    }
}

/// <summary>What happened in some weeks.</summary>
internal sealed record SpanFigures(DateOnly From, DateOnly To)
{
    /// <summary>May be a fraction.</summary>
    public double Weeks => (To.DayNumber - From.DayNumber + 1) / 7d;

    public required int Captured { get; init; }
    public required int Completed { get; init; }

    /// <summary>Completed, rejected or dropped.</summary>
    public required int Departed { get; init; }

    /// <summary>Open on the last day.</summary>
    public required int Open { get; init; }

    /// <summary>Days from start to completion.</summary>
    public required Spread CycleDays { get; init; }

    /// <summary>Time spent on the completions; missing when none has any.</summary>
    public required Figure HoursSpent { get; init; }

    /// <summary>Hours saved by the last day by the completions; missing when none has any.</summary>
    public required Figure HoursSaved { get; init; }

    public static SpanFigures Of(ImmutableArray<ObservedLifecycle> lives, FlowDays days, DateOnly from, DateOnly to)
    {
        var completions = CompletedImprovement.Of(lives, new ReportPeriod(from, to) { Requested = from });
        return new(from, to)
        {
            Captured = days.Captured(from, to),
            Completed = days.Completed(from, to),
            Departed = days.Departed(from, to),
            Open = lives.Count(life => life.FirstSeen <= to && !(life.Life?.Departed?.Date <= to)),
            CycleDays = Spread.Of(
                completions.Select(one => one.CycleDays).OfType<int>(),
                "no completion has a known start"
            ),
            HoursSpent = CompletedImprovement.Spent(completions),
            HoursSaved = CompletedImprovement.Saved(completions),
        };
    }
}
