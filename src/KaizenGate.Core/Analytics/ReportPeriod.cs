using KaizenGate.Core.Inputs;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Analytics;

/// <summary>The days that a report covers, both ends included.</summary>
internal sealed record ReportPeriod(DateOnly From, DateOnly To)
{
    /// <summary>The first day requested; earlier than <see cref="From"/> when the history is shorter.</summary>
    public required DateOnly Requested { get; init; }

    /// <summary>Why the days before <see cref="From"/> are unknown, with the remedy; null when they are known.</summary>
    public string? CutShortBy { get; init; }

    /// <summary>Why the events of the period are unknown, with the remedy; null when they are known.</summary>
    public string? Unknown { get; init; }

    /// <summary>At least 1.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>May be a fraction.</summary>
    public double Weeks => Days / 7d;

    /// <summary>The first day on which the events of all backlogs are known; null when there is none.</summary>
    public DateOnly? KnownFrom { get; init; }

    public bool Contains(DateOnly day) => day >= From && day <= To;

    /// <summary>Limits a period to the known history.</summary>
    public static ReportPeriod Of(ImmutableArray<Evidence> evidence, DateOnly requested, DateOnly to)
    {
        var period = new ReportPeriod(requested, to) { Requested = requested };
        var unknown = evidence.Select(one => one.History).OfType<NoHistory>().FirstOrDefault();
        if (evidence.IsEmpty || unknown is not null)
        {
            return period with { Unknown = unknown?.Reason ?? "there is no backlog" };
        }

        var timelines = evidence.Select(one => (Timeline)one.History).ToList();
        // Before its first commit a backlog was empty, so only a truncated history limits the period.
        var cut = timelines.Where(timeline => timeline.CutShortBy is not null).MaxBy(timeline => timeline.Start);
        var start = cut?.Start ?? timelines.Min(timeline => timeline.Start);
        return start > to
                ? period with
                {
                    Unknown = cut?.CutShortBy ?? $"the backlog begins on {start:yyyy-MM-dd}, after the period",
                }
            : start > requested ? period with { From = start, KnownFrom = start, CutShortBy = cut?.CutShortBy }
            : period with { KnownFrom = start };
    }
}
