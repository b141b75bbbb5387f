using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Planning;

/// <summary>The work of a week.</summary>
internal sealed record Plan
{
    public required DateOnly AsOf { get; init; }
    public required Week Week { get; init; }
    public required Capacity Capacity { get; init; }

    /// <summary>The improvements in progress, by descending score.</summary>
    public required ImmutableArray<PlannedItem> Started { get; init; }

    /// <summary>The new work with the highest total score in the remaining time, by descending score.</summary>
    public required ImmutableArray<PlannedItem> Chosen { get; init; }

    /// <summary>The improvements that were almost chosen, by ascending loss; those that do not fit at all come last.</summary>
    public required ImmutableArray<NearMiss> JustMissed { get; init; }

    /// <summary>The number of candidates that were not chosen.</summary>
    public required int NotChosen { get; init; }

    /// <summary>The number of candidates that do not fit into the remaining time even on their own.</summary>
    public required int TooLong { get; init; }

    /// <summary>The improvements that are not candidates, by reason.</summary>
    public required ImmutableArray<(ExclusionReason Reason, ImmutableArray<PlannedItem> Items)> LeftOut { get; init; }

    /// <summary>The improvements that got the Friday of the week as target date; null unless the plan was written.</summary>
    public ImmutableArray<PlannedItem>? Committed { get; init; }

    /// <summary>The factors of the estimates; null when they are taken as written.</summary>
    public Calibration? Calibration { get; init; }

    /// <summary>The changes that writing the plan would make, as a diff; null unless this is a preview.</summary>
    public string? Diff { get; init; }

    /// <summary>The remaining hours of the improvements in progress, as far as known.</summary>
    public double StartedHours => Started.Sum(item => item.Minutes) / 60d;

    public double ChosenHours => Chosen.Sum(item => item.Minutes) / 60d;

    /// <summary>The hours for new work; at least 0.</summary>
    public double FreeHours => Math.Max(0, Capacity.Hours - StartedHours);

    /// <summary>Whether the improvements in progress exceed the capacity.</summary>
    public bool IsOverfull => StartedHours > Capacity.Hours;

    public double StartedScore => Started.Sum(item => item.Score);

    public double ChosenScore => Chosen.Sum(item => item.Score);

    /// <summary>
    /// Improvements in progress come first. The remaining hours go to the improvements with the highest total score; ties go to fewer hours,
    /// then to the higher single score, then to more sightings, then to the order of the files.
    /// </summary>
    /// <param name="backlogs">The backlogs, which share the capacity.</param>
    /// <param name="scoring">The scoring of all backlogs.</param>
    /// <param name="capacity">The time of the week.</param>
    /// <param name="asOf">Today.</param>
    /// <param name="calibration">Multiplies the estimates by what earlier ones took; null to take them as written.</param>
    /// <exception cref="InputException">The best plan would take too long to compute.</exception>
    public static Plan Of(
        IEnumerable<Backlog> backlogs,
        Scoring scoring,
        Capacity capacity,
        DateOnly asOf,
        Calibration? calibration = null
    )
    {
        var started = new List<PlannedItem>();
        var candidates = new List<PlannedItem>();
        var leftOut = new SortedDictionary<ExclusionReason, List<PlannedItem>>();
        foreach (
            var (backlog, item) in backlogs.SelectMany(backlog => backlog.Improvements.Select(item => (backlog, item)))
        )
        {
            var time = WorkTime.Of(item, scoring)?.Times(calibration?.FactorOf(item) ?? 1);
            var planned = new PlannedItem(
                backlog.File,
                backlog.FileAt(item.Span),
                item,
                time,
                Matrix.Of(item, scoring)
            );
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
            Calibration = calibration,
            Started = [.. Preferred(started)],
            Chosen = choice.Chosen,
            JustMissed = NearMiss.Of(choice),
            NotChosen = preferred.Length - choice.Chosen.Length,
            TooLong = preferred.Count(item => item.Minutes > room),
            LeftOut = [.. leftOut.Select(one => (one.Key, one.Value.ToImmutableArray()))],
        };
    }

    /// <summary>By descending score, then ascending time, then descending sightings, then the order of the files.</summary>
    private static IEnumerable<PlannedItem> Preferred(IEnumerable<PlannedItem> items) =>
        items
            .OrderByDescending(item => item.Score)
            .ThenBy(item => item.Minutes)
            .ThenByDescending(item => item.Item.Sightings.Length);

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

/// <param name="Backlog">The backlog.</param>
/// <param name="File">The file that it is in.</param>
/// <param name="Item">The improvement.</param>
/// <param name="Time">The time that it takes, or the remaining time when it is in progress; null when unknown.</param>
/// <param name="Cell">Its cell of the matrix; null when it has none.</param>
internal sealed record PlannedItem(
    SourceFile Backlog,
    SourceFile File,
    Improvement Item,
    WorkTime? Time,
    MatrixCell? Cell
)
{
    /// <summary>The score; 0 without one.</summary>
    public double Score => Item.Score is { } score && double.IsFinite(score) ? score : 0;

    /// <summary>The score per hour; null when the time is 0 or unknown.</summary>
    public double? ScorePerHour => Time is { Minutes: > 0 } time ? Score / time.Hours : null;

    /// <summary>0 when the time is unknown.</summary>
    internal int Minutes => Time?.Minutes ?? 0;
}

/// <summary>Why an improvement is not a candidate.</summary>
internal enum ExclusionReason
{
    Unscored,

    /// <summary>Its impact or effort is not a whole number from 1 to 10.</summary>
    OffScale,

    /// <summary>Its score is 0 or less.</summary>
    NoScore,

    /// <summary>It has neither an estimate nor an effort.</summary>
    NoTime,

    Deferred,
    Done,
    Rejected,
}
