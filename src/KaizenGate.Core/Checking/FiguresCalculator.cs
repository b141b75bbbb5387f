using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules.Statistics;

namespace KaizenGate.Core.Checking;

/// <summary>Computes the figures of backlogs.</summary>
internal static class FiguresCalculator
{
    /// <summary>The minimum history in weeks for a drain time; a shorter one predicts nothing.</summary>
    private const double LeastDrainWeeks = 4;

    /// <summary>The minimum history in weeks for rates per week.</summary>
    private const double LeastWeeks = 1;

    /// <summary>The figures of one or several backlogs: counts are added, days are pooled.</summary>
    public static Figures All(ImmutableArray<Tally> tallies)
    {
        var count = new int[Enum.GetValues<Status>().Length];
        foreach (var item in tallies.SelectMany(tally => tally.Backlog.Improvements))
        {
            count[(int)item.Status]++;
        }

        var active = count[(int)Status.ToDo] + count[(int)Status.InProgress];
        var open = active + count[(int)Status.Deferred];
        var (identified, executed) = (tallies.Sum(tally => tally.Identified), tallies.Sum(tally => tally.Executed));
        var weeks = KnownWeeks(tallies);
        var leavePerWeek =
            weeks >= LeastWeeks ? tallies.Sum(tally => tally.Flow!.Departed / tally.Flow.Weeks) : (double?)null;
        return new Figures
        {
            Open = open,
            Active = active,
            InProgress = count[(int)Status.InProgress],
            Done = count[(int)Status.Done],
            Deferred = count[(int)Status.Deferred],
            Rejected = count[(int)Status.Rejected],
            Identified = identified,
            Executed = executed,
            ExecutionRate = identified == 0 ? null : (double)executed / identified,
            KnownWeeks = weeks,
            ArrivalsPerWeek =
                weeks >= LeastWeeks ? tallies.Sum(tally => tally.Flow!.Captured / tally.Flow.Weeks) : null,
            DeparturesPerWeek = leavePerWeek,
            DrainWeeks = weeks >= LeastDrainWeeks && leavePerWeek > 0 ? open / leavePerWeek : null,
            CycleDays = DaysOf(tallies.SelectMany(tally => tally.CycleDays)),
            OpenDays = DaysOf(tallies.SelectMany(tally => tally.OpenDays)),
        };
    }

    /// <summary>The weeks of history that all of them have; null when one has none.</summary>
    private static double? KnownWeeks(ImmutableArray<Tally> tallies) =>
        tallies.IsEmpty || tallies.Any(tally => tally.Flow is null) ? null : tallies.Min(tally => tally.Flow!.Weeks);

    private static Days DaysOf(IEnumerable<double> samples)
    {
        ImmutableArray<double> days = [.. samples];
        return new(days.Length, Percentile.Of(days, 0.5), Percentile.Of(days, 0.85));
    }
}
