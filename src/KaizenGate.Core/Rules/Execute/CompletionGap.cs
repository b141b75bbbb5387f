using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules.Execute;

/// <summary>The time since the last completion, in weeks of work, and the pace of the team before.</summary>
/// <param name="Since">The day of the last completion, or at least the start of the history.</param>
/// <param name="Weeks">The weeks of work since then.</param>
/// <param name="WeeksBefore">The weeks of work up to the last completion, from at most half a year; 0 without a completion.</param>
/// <param name="Completions">The number of those weeks with a completion: completions of one week are one batch.</param>
/// <param name="Waiting">The open improvements that have waited for long, without those deferred to a later day.</param>
/// <param name="Arrivals">The arrivals since the last completion.</param>
/// <param name="IsAtWork">Whether both of the last two weeks are weeks of work.</param>
internal sealed record CompletionGap(
    Since Since,
    int Weeks,
    int WeeksBefore,
    int Completions,
    int Waiting,
    int Arrivals,
    bool IsAtWork
)
{
    private const int PaceWeeks = 26;

    /// <summary>
    /// The probability of a gap of at least these weeks. If weeks with a completion come at random at a constant, unknown rate, and n of
    /// them took t weeks, the next one takes over q weeks with probability (t ÷ (t + q))ⁿ: the exponential distribution with its rate
    /// integrated out, which is K. S. Lomax's distribution of 1954. 0 without a completion.
    /// </summary>
    public double Chance => Completions == 0 ? 0 : Math.Pow((double)WeeksBefore / (WeeksBefore + Weeks), Completions);

    /// <summary>Measures the gap of a context with a timeline and commit days.</summary>
    /// <param name="context">The context.</param>
    /// <param name="minCommitDays">On how many days of a week of work the repository has commits.</param>
    /// <param name="minWaitDays">For how many days an open improvement must have waited to count.</param>
    public static CompletionGap Of(RuleContext context, int minCommitDays, int minWaitDays)
    {
        var (timeline, asOf) = (context.Timeline!, context.AsOf);
        var completionDays = context
            .History.Completed.Where(one => !one.IsFromStart && one.Date >= timeline.Start && one.Date <= asOf)
            .Select(one => one.Date)
            .ToHashSet();
        var since =
            completionDays.Count == 0 ? new Since(timeline.Start, true) : new Since(completionDays.Max(), false);
        var weeks = WeeksUntil(asOf).TakeWhile(last => last.DayNumber - 7 >= since.Day.DayNumber).Count(IsWorked);
        var before =
            completionDays.Count == 0
                ? []
                : WeeksUntil(since.Day).TakeWhile(last => last >= timeline.Start).Take(PaceWeeks).ToList();
        var dates = context.Dates;
        return new(
            since,
            weeks,
            before.Count(last => IsWorked(last) || HasCompletion(last)),
            before.Count(HasCompletion),
            context.OpenWithArchive.Count(item =>
                !SomedayMaybe.IsPutOff(item, asOf) && dates.Captured(item)?.DaysUntil(asOf) >= minWaitDays
            ),
            context.History.Arrived.Count(one => one.Date > since.Day && one.Date <= asOf),
            IsWorked(asOf) && IsWorked(asOf.AddDays(-7))
        );

        bool IsWorked(DateOnly last) => CommitDaysUntil(last) - CommitDaysUntil(last.AddDays(-7)) >= minCommitDays;

        int CommitDaysUntil(DateOnly day)
        {
            var index = timeline.CommitDays.BinarySearch(day);
            return index >= 0 ? index + 1 : ~index;
        }

        bool HasCompletion(DateOnly last) =>
            completionDays.Any(day => day <= last && last.DayNumber - day.DayNumber < 7);
    }

    /// <summary>The last days of successive weeks, back from a day.</summary>
    private static IEnumerable<DateOnly> WeeksUntil(DateOnly day)
    {
        for (var number = day.DayNumber; number >= 7; number -= 7)
        {
            yield return DateOnly.FromDayNumber(number);
        }
    }
}
