using KaizenGate.Backlogs;
using KaizenGate.Rules;

namespace KaizenGate.Checking;

/// <summary>Computes the figures of backlogs.</summary>
internal static class FiguresOf
{
    /// <summary>The figures of one backlog, or of several together.</summary>
    /// <param name="backlogs">Each with what arrived and left in the window; null where that is not known.</param>
    public static Figures All(IReadOnlyCollection<(Backlog Backlog, Flow? Flow)> backlogs)
    {
        var count = new int[Enum.GetValues<Status>().Length];
        var (identified, executed) = (0, 0);
        foreach (var (backlog, _) in backlogs)
        {
            foreach (var item in backlog.Improvements)
            {
                count[(int)item.Status]++;
            }

            foreach (var item in backlog.WithArchive)
            {
                identified += item.Status is Status.Rejected ? 0 : 1;
                executed += item.Status is Status.Done ? 1 : 0;
            }
        }

        var active = count[(int)Status.ToDo] + count[(int)Status.InProgress];
        var open = active + count[(int)Status.Deferred];
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
            DrainWeeks = DrainWeeks(open, backlogs.Select(one => one.Flow)),
        };
    }

    /// <summary>A pace of fewer weeks than this says nothing about the weeks to come.</summary>
    private const double LeastWeeks = 4;

    /// <summary>O ÷ ((D + X) ÷ W), the departures of all backlogs added up.</summary>
    private static double? DrainWeeks(int open, IEnumerable<Flow?> flows)
    {
        var leavePerWeek = 0d;
        foreach (var flow in flows)
        {
            if (flow is null || flow.Weeks < LeastWeeks)
            {
                return null;
            }

            leavePerWeek += flow.Departed / flow.Weeks;
        }

        return leavePerWeek > 0 ? open / leavePerWeek : null;
    }
}
