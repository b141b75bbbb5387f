using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Planning;

/// <summary>Plans the work of a week.</summary>
internal static class Planner
{
    /// <summary>
    /// Improvements in progress come first. The remaining hours go to the improvements with the highest total score; ties go to fewer hours,
    /// then to the higher single score, then to the order of the files.
    /// </summary>
    /// <param name="backlogs">The backlogs, which share the capacity.</param>
    /// <param name="scoring">The scoring of all backlogs.</param>
    /// <param name="capacity">The time of the week.</param>
    /// <param name="asOf">Today.</param>
    /// <exception cref="InputException">The best plan would take too long to compute.</exception>
    public static Plan Plan(IEnumerable<Backlog> backlogs, Scoring scoring, Capacity capacity, DateOnly asOf)
    {
        var started = new List<PlannedItem>();
        var candidates = new List<PlannedItem>();
        var leftOut = new SortedDictionary<ExclusionReason, List<PlannedItem>>();
        foreach (
            var (file, item) in backlogs.SelectMany(backlog =>
                backlog.Improvements.Select(item => (backlog.File, item))
            )
        )
        {
            var time = WorkTime.Of(item, scoring);
            var planned = new PlannedItem(file, item, time, Matrix.Of(item, scoring));
            if (item.Status is Status.InProgress)
            {
                started.Add(planned with { Time = time?.After(item.TimeSpent?.Value ?? 0) });
            }
            else if (ReasonToExclude(planned, scoring) is { } reason)
            {
                leftOut.TryAdd(reason, []);
                leftOut[reason].Add(planned);
            }
            else
            {
                candidates.Add(planned);
            }
        }

        var room = Math.Max(0, MinutesOf(capacity) - started.Sum(item => (long)item.Minutes));
        ImmutableArray<PlannedItem> preferred = [.. Preferred(candidates)];
        var choice = Choice.Of(preferred, (int)room);
        return new Plan
        {
            AsOf = asOf,
            Week = Week.PlannedOn(asOf),
            Capacity = capacity,
            Started = [.. Preferred(started)],
            Chosen = choice.Chosen,
            JustMissed = NearMisses.Of(choice),
            NotChosen = preferred.Length - choice.Chosen.Length,
            TooLong = preferred.Count(item => item.Minutes > room),
            LeftOut = [.. leftOut.Select(one => new ExcludedItems(one.Key, [.. one.Value]))],
        };
    }

    /// <summary>By descending score, then ascending time, then the order of the files.</summary>
    private static IEnumerable<PlannedItem> Preferred(IEnumerable<PlannedItem> items) =>
        items.OrderByDescending(item => item.Score).ThenBy(item => item.Minutes);

    private static ExclusionReason? ReasonToExclude(PlannedItem planned, Scoring scoring) =>
        planned.Item switch
        {
            { Status: Status.Deferred } => ExclusionReason.Deferred,
            { Status: Status.Done } => ExclusionReason.Done,
            { Status: Status.Rejected } => ExclusionReason.Rejected,
            { Score: null or double.NaN or double.PositiveInfinity or double.NegativeInfinity } =>
                ExclusionReason.Unscored,
            var item when !ScoreBasis.IsOnScale(item, scoring) => ExclusionReason.OffScale,
            { Score: <= 0 } => ExclusionReason.NoScore,
            _ when planned.Time is null => ExclusionReason.NoTime,
            _ => null,
        };

    // Rounds down, but not the rounding error of floating point: 0.2 × 38.5 × 9 is slightly less than 69.3.
    private static long MinutesOf(Capacity capacity) => (long)Math.Floor((capacity.Hours * 60) + 1e-6);
}
