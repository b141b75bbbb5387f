using KaizenGate.Core.Rules.Statistics;

namespace KaizenGate.Core.Checking;

/// <summary>The figures of one or several backlogs, as the JSON report writes them.</summary>
internal sealed record Figures
{
    public static Figures None { get; } = new();

    /// <summary>Neither completed nor rejected, including deferred ones and those in the archive.</summary>
    public int Open { get; init; }

    /// <summary>Open and not deferred.</summary>
    public int Active { get; init; }
    public int InProgress { get; init; }
    public int Done { get; init; }
    public int Deferred { get; init; }
    public int Rejected { get; init; }

    /// <summary>
    /// All ever identified: with deferred, without rejected ones. With a history they include dropped and pruned ones, else they are those
    /// of the file and its archive.
    /// </summary>
    public int Identified { get; init; }

    /// <summary>All ever completed and not reopened. With a history they include pruned ones, else they are those of the file and its archive.</summary>
    public int Executed { get; init; }

    /// <summary>Executed ÷ identified, 0 to 1; null when nothing was identified.</summary>
    public double? ExecutionRate { get; init; }

    /// <summary>Weeks until the backlog is empty at the rate of the window; null with under 4 weeks of history or without departures.</summary>
    public double? DrainWeeks { get; init; }

    /// <summary>The weeks of the window that the history covers; null without a history.</summary>
    public double? KnownWeeks { get; init; }

    /// <summary>Captures per week of the window; null when unknown.</summary>
    public double? ArrivalsPerWeek { get; init; }

    /// <summary>Completions, rejections and drops per week of the window; null when unknown.</summary>
    public double? DeparturesPerWeek { get; init; }

    /// <summary>Days from the start of an improvement to its completion.</summary>
    public Spread CycleDays { get; init; } = Spread.None;

    /// <summary>Age in days of the open improvements.</summary>
    public Spread OpenDays { get; init; } = Spread.None;

    /// <summary>The minimum history in weeks for a drain time; a shorter one predicts nothing.</summary>
    private const double LeastDrainWeeks = 4;

    /// <summary>The minimum history in weeks for rates per week.</summary>
    private const double LeastWeeks = 1;

    /// <summary>The figures of one or several backlogs: counts are added, days are pooled.</summary>
    public static Figures Of(ImmutableArray<Tally> tallies)
    {
        var count = new int[Enum.GetValues<Status>().Length];
        foreach (
            var item in tallies.SelectMany(tally => tally.Backlog.Improvements.Concat(tally.Backlog.OpenInArchive))
        )
        {
            count[(int)item.Status]++;
        }

        var active = count[(int)Status.ToDo] + count[(int)Status.InProgress];
        var open = active + count[(int)Status.Deferred];
        var (identified, executed) = (tallies.Sum(tally => tally.Identified), tallies.Sum(tally => tally.Executed));
        var weeks = CommonWeeks(tallies);
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
            CycleDays = Spread.Of(tallies.SelectMany(tally => tally.CycleDays)),
            OpenDays = Spread.Of(tallies.SelectMany(tally => tally.OpenDays)),
        };
    }

    /// <summary>The weeks of history that all of them have; null when one has none.</summary>
    private static double? CommonWeeks(ImmutableArray<Tally> tallies) =>
        tallies.IsEmpty || tallies.Any(tally => tally.Flow is null) ? null : tallies.Min(tally => tally.Flow!.Weeks);
}

/// <summary>The distribution of days, with percentiles by linear interpolation; null without samples.</summary>
/// <param name="Count">The number of samples.</param>
/// <param name="Median">The 50th percentile.</param>
/// <param name="Percentile85">The 85th percentile.</param>
/// <param name="Percentile95">The 95th percentile.</param>
/// <param name="Missing">Why there are no samples; null when there are, or when it is unknown.</param>
internal sealed record Spread(
    int Count,
    double? Median,
    double? Percentile85,
    double? Percentile95 = null,
    string? Missing = null
)
{
    public static Spread None { get; } = Of([]);

    /// <param name="days">The samples.</param>
    /// <param name="missing">The reason when there are no samples.</param>
    public static Spread Of(IEnumerable<int> days, string? missing = null)
    {
        ImmutableArray<double> known = [.. days.Order().Select(day => (double)day)];
        return new(
            known.Length,
            Percentile.OfSorted(known, 0.5),
            Percentile.OfSorted(known, 0.85),
            Percentile.OfSorted(known, 0.95),
            known.IsEmpty ? missing : null
        );
    }
}
