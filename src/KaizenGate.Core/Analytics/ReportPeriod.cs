using System.Collections.Immutable;
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

    public bool Contains(DateOnly day) => day >= From && day <= To;
}

/// <summary>Limits a period to the known history.</summary>
internal static class ReportPeriods
{
    /// <param name="evidence">The backlogs with their history.</param>
    /// <param name="wanted">The first day requested.</param>
    /// <param name="to">The last day.</param>
    /// <param name="knownFrom">The first day on which the events of all backlogs are known; null when there is none.</param>
    public static ReportPeriod Of(
        ImmutableArray<Evidence> evidence,
        DateOnly wanted,
        DateOnly to,
        out DateOnly? knownFrom
    )
    {
        knownFrom = null;
        if (Unknown(evidence) is { } reason)
        {
            return new(wanted, to) { Requested = wanted, Unknown = reason };
        }

        var timelines = evidence.Select(one => (Timeline)one.Past).ToList();
        // Before its first commit a backlog was empty, so only a truncated history limits the period.
        var cut = timelines.Where(timeline => timeline.CutShortBy is not null).MaxBy(timeline => timeline.Start);
        var start = cut?.Start ?? timelines.Min(timeline => timeline.Start);
        knownFrom = start;
        if (start > to)
        {
            knownFrom = null;
            return new(wanted, to)
            {
                Requested = wanted,
                Unknown = cut?.CutShortBy ?? $"the backlog begins on {start:yyyy-MM-dd}, after the period",
            };
        }

        return start > wanted
            ? new(start, to) { Requested = wanted, CutShortBy = cut?.CutShortBy }
            : new(wanted, to) { Requested = wanted };
    }

    private static string? Unknown(ImmutableArray<Evidence> evidence) =>
        evidence.IsEmpty
            ? "there is no backlog"
            : evidence.Select(one => (one.Past as NoHistory)?.Reason).FirstOrDefault(reason => reason is not null);
}
