using KaizenGate.Core.Rules.Statistics;

namespace KaizenGate.Core.Checking;

/// <summary>The figures of one or several backlogs, as the JSON report writes them.</summary>
internal sealed record Figures
{
    public static Figures None { get; } = new();

    /// <summary>Neither completed nor rejected, including deferred ones.</summary>
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
    public Days CycleDays { get; init; } = Days.None;

    /// <summary>Age in days of the open improvements.</summary>
    public Days OpenDays { get; init; } = Days.None;

    /// <summary>The minimum history in weeks for a drain time; a shorter one predicts nothing.</summary>
    private const double LeastDrainWeeks = 4;

    /// <summary>The minimum history in weeks for rates per week.</summary>
    private const double LeastWeeks = 1;

    /// <summary>The figures of one or several backlogs: counts are added, days are pooled.</summary>
    public static Figures Of(ImmutableArray<Tally> tallies)
    {
        var count = new int[Enum.GetValues<Status>().Length];
        foreach (var item in tallies.SelectMany(tally => tally.Backlog.Improvements))
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
            CycleDays = DaysOf(tallies.SelectMany(tally => tally.CycleDays)),
            OpenDays = DaysOf(tallies.SelectMany(tally => tally.OpenDays)),
        };
    }

    /// <summary>The weeks of history that all of them have; null when one has none.</summary>
    private static double? CommonWeeks(ImmutableArray<Tally> tallies) =>
        tallies.IsEmpty || tallies.Any(tally => tally.Flow is null) ? null : tallies.Min(tally => tally.Flow!.Weeks);

    private static Days DaysOf(IEnumerable<double> samples)
    {
        ImmutableArray<double> days = [.. samples];
        return new(days.Length, Percentile.Of(days, 0.5), Percentile.Of(days, 0.85));
    }
}

/// <summary>A distribution of days.</summary>
/// <param name="Count">The number of samples.</param>
/// <param name="Median">The median; null without samples.</param>
/// <param name="Percentile85">The 85th percentile by linear interpolation; null without samples.</param>
internal sealed record Days(int Count, double? Median, double? Percentile85)
{
    public static Days None { get; } = new(0, null, null);
}
