using System.Collections.Immutable;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Analytics;

/// <summary>Cuts a period into weeks.</summary>
/// <param name="lives">All improvements.</param>
/// <param name="days">The days on which they arrived and left.</param>
/// <param name="completions">The ledger of the period.</param>
/// <param name="knownFrom">The day from which on everything is known.</param>
internal sealed class ReportWeeks(
    ImmutableArray<ObservedLifecycle> lives,
    FlowDays days,
    ImmutableArray<CompletedImprovement> completions,
    DateOnly knownFrom
)
{
    /// <summary>With fewer events than this a rate is an accident; see KZ301.</summary>
    private const int LeastEvents = 10;

    /// <summary>With fewer weeks than this it is that of a first afternoon; see KZ301.</summary>
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
                    HoursSpent = ReportTotals.Spent(own),
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
            : Rates.Ratio(done, others, "nothing was identified");
    }

    private IEnumerable<DateOnly> Departures(Func<ObservedLifecycle, DateOnly?> day) =>
        lives.Select(day).OfType<DateOnly>();

    private static int[] Sorted(IEnumerable<DateOnly> some)
    {
        var sorted = some.Select(day => day.DayNumber).ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}
