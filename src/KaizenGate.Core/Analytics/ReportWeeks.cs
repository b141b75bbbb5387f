using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Analytics;

/// <summary>Divides a period into weeks.</summary>
/// <param name="lives">All improvements.</param>
/// <param name="days">Their arrivals and departures.</param>
/// <param name="completions">The completions of the period.</param>
/// <param name="knownFrom">The first day of the known history.</param>
internal sealed class ReportWeeks(
    ImmutableArray<ObservedLifecycle> lives,
    FlowDays days,
    ImmutableArray<CompletedImprovement> completions,
    DateOnly knownFrom
)
{
    /// <summary>The minimum number of captures and completions for a rate, as in KZ301.</summary>
    private const int LeastEvents = 10;

    /// <summary>The minimum history for a rate, as in KZ301.</summary>
    private const int LeastWeeks = 4;

    public ImmutableArray<ReportWeek> Of(ReportPeriod period, GateSettings settings)
    {
        var identified = Sorted(lives.Where(life => life.Life is { Rejected: null }).Select(life => life.FirstSeen));
        var seen = Sorted(lives.Select(life => life.FirstSeen));
        var executed = Sorted(Departures(life => life.Life?.Completed?.Date));
        var departed = Sorted(Departures(life => life.Life?.Departed?.Date));
        var saved = new SavedSoFar(completions, period.From);
        var weeks = ImmutableArray.CreateBuilder<ReportWeek>();
        var head = ((period.Days - 1) % 7) + 1;
        for (var last = period.From.AddDays(head - 1); last <= period.To; last = last.AddDays(7))
        {
            var first = weeks.Count == 0 ? period.From : last.AddDays(-6);
            var own = saved.Advance(last);
            weeks.Add(
                new(first, last)
                {
                    Captured = days.Captured(first, last),
                    Completed = days.Completed(first, last),
                    Rejected = days.Rejected(first, last),
                    Dropped = days.Dropped(first, last),
                    Identified = FlowDays.UpTo(identified, last.DayNumber),
                    Executed = FlowDays.UpTo(executed, last.DayNumber),
                    Open = FlowDays.UpTo(seen, last.DayNumber) - FlowDays.UpTo(departed, last.DayNumber),
                    HoursSpent = CompletedImprovement.Spent(own),
                    HoursSavedPerWeek = saved.PerWeek,
                    HoursSaved = saved.InAll(last),
                    ExecutionRate = RateOf(last, settings.WindowWeeks),
                }
            );
        }

        return weeks.ToImmutable();
    }

    private Estimate RateOf(DateOnly last, int windowWeeks)
    {
        var first = last.AddDays(1 - (7 * windowWeeks));
        first = first > knownFrom ? first : knownFrom;
        var weeks = (last.DayNumber - first.DayNumber + 1) / 7;
        if (weeks < Math.Min(LeastWeeks, windowWeeks))
        {
            return Estimate.Without($"{weeks} of {LeastWeeks} weeks are known");
        }

        var done = days.Completed(first, last);
        var others = days.Captured(first, last) - days.Rejected(first, last);
        return done + others < LeastEvents
            ? Estimate.Without($"{Math.Max(0, done + others)} of {LeastEvents} captures and completions")
            : Estimate.Ratio(done, others, "nothing was identified");
    }

    private IEnumerable<DateOnly> Departures(Func<ObservedLifecycle, DateOnly?> day) =>
        lives.Select(day).OfType<DateOnly>();

    private static int[] Sorted(IEnumerable<DateOnly> some) => [.. some.Select(day => day.DayNumber).Order()];

    /// <summary>Accumulates the time saved by completions.</summary>
    /// <param name="completions">The oldest first.</param>
    /// <param name="start">The first day.</param>
    private sealed class SavedSoFar(ImmutableArray<CompletedImprovement> completions, DateOnly start)
    {
        private readonly Figure knowsPace = CompletedImprovement.Pace(completions);
        private readonly Figure knowsSaved = CompletedImprovement.Saved(completions);
        private int next;
        private double pace;
        private double paceTimesDays;
        private double totals;

        /// <summary>Hours saved per week by the completions so far; missing when no completion has any.</summary>
        public Figure PerWeek => knowsPace.Then(_ => pace);

        /// <summary>Advances to a day and returns the completions since the last one.</summary>
        public ImmutableArray<CompletedImprovement> Advance(DateOnly day)
        {
            var first = next;
            for (; next < completions.Length && completions[next].Day <= day; next++)
            {
                var one = completions[next];
                if (one.HoursSavedPerWeek is { } own)
                {
                    pace += own;
                    paceTimesDays += own * (one.Day.DayNumber - start.DayNumber);
                }
                else
                {
                    totals += one.HoursSaved ?? 0;
                }
            }

            return completions[first..next];
        }

        /// <summary>Hours saved by a day; missing when no completion has any.</summary>
        public Figure InAll(DateOnly day) =>
            knowsSaved.Then(_ => totals + (((pace * (day.DayNumber - start.DayNumber)) - paceTimesDays) / 7));
    }
}

/// <summary>A week of a report. Weeks are counted back from the last day of the period, so the first one may have fewer than 7 days.</summary>
internal sealed record ReportWeek(DateOnly First, DateOnly Last)
{
    /// <summary>1 to 7.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    public required int Captured { get; init; }
    public required int Completed { get; init; }
    public required int Rejected { get; init; }
    public required int Dropped { get; init; }

    public int Departed => Completed + Rejected + Dropped;

    /// <summary>All identified up to its last day, including those before the period.</summary>
    public required int Identified { get; init; }

    /// <summary>All completed up to its last day, including those before the period.</summary>
    public required int Executed { get; init; }

    /// <summary>Open on its last day.</summary>
    public required int Open { get; init; }

    /// <summary>Time spent on its completions; missing when none has any.</summary>
    public required Figure HoursSpent { get; init; }

    /// <summary>Hours saved per week by the completions of the period so far; missing when no completion of the period has any.</summary>
    public required Figure HoursSavedPerWeek { get; init; }

    /// <summary>Hours saved so far by the completions of the period; missing when no completion of the period has any.</summary>
    public required Figure HoursSaved { get; init; }

    /// <summary>The execution rate of the window that ends on its last day.</summary>
    public required Estimate ExecutionRate { get; init; }
}
