namespace KaizenGate.Core.Analytics;

/// <summary>The days that a report is about.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
internal sealed record ReportPeriod(DateOnly From, DateOnly To)
{
    /// <summary>The first day that was asked for; earlier than <see cref="From"/> where less is known.</summary>
    public required DateOnly Requested { get; init; }

    /// <summary>What hides the days before <see cref="From"/>, with the remedy; null when nothing does.</summary>
    public string? CutShortBy { get; init; }

    /// <summary>Why nothing is known of what happened in it, with the remedy; null when it is.</summary>
    public string? Unknown { get; init; }

    /// <summary>Both ends included; at least 1.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Parts of a week count.</summary>
    public double Weeks => Days / 7d;

    public bool Contains(DateOnly day) => day >= From && day <= To;
}
