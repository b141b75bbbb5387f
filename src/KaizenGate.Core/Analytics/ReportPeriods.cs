using System.Collections.Immutable;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Analytics;

/// <summary>Finds the days that can be reported about.</summary>
internal static class ReportPeriods
{
    /// <param name="evidence">The backlogs with their past.</param>
    /// <param name="wanted">The first day that is asked for.</param>
    /// <param name="to">The last day.</param>
    /// <param name="knownFrom">The day from which on everything is known of all backlogs; null when nothing is.</param>
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

        var pasts = evidence.Select(one => (Timeline)one.Past).ToList();
        // Before a backlog that is no older there was nothing, and that is knowledge.
        var cut = pasts.Where(past => past.CutShortBy is not null).MaxBy(past => past.Start);
        var start = cut?.Start ?? pasts.Min(past => past.Start);
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
