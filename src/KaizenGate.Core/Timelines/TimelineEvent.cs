namespace KaizenGate.Core.Timelines;

internal enum TimelineEventKind
{
    /// <summary>It appeared for the first time.</summary>
    Captured,

    /// <summary>It got its first score.</summary>
    Scored,

    /// <summary>Its score, impact or effort changed or was removed.</summary>
    Rescored,

    /// <summary>Its title changed.</summary>
    Retitled,

    /// <summary>It reached status in progress.</summary>
    Started,

    /// <summary>It reached status done.</summary>
    Completed,

    /// <summary>It was closed or removed and is open again. This undoes the completion, rejection or drop before it.</summary>
    Reopened,

    /// <summary>It reached status deferred.</summary>
    Deferred,

    /// <summary>It reached status rejected.</summary>
    Rejected,

    /// <summary>It was removed while it was open.</summary>
    Dropped,

    /// <summary>It was removed after it was closed. A completion still counts as executed.</summary>
    Pruned,
}

/// <summary>A change of an improvement.</summary>
/// <param name="Kind">The kind of change.</param>
/// <param name="Key">The improvement's identity; independent of its title.</param>
/// <param name="Date">The day of the commit in UTC, or an earlier one in the file.</param>
/// <param name="Commit">The full commit id; null for an uncommitted change, and for an event from the dates in the file.</param>
internal sealed record TimelineEvent(TimelineEventKind Kind, string Key, DateOnly Date, string? Commit = null)
{
    /// <summary>The title at that time; null for an event from the dates in the file.</summary>
    public string? Title { get; init; }

    /// <summary>The score at that time; null for none.</summary>
    public double? Score { get; init; }

    /// <summary>
    /// True for a status without a date in the first known revision: it was reached on <see cref="Date"/> or earlier. Also true in a
    /// revision that rewrites the backlog, for improvements that replace each other. Such an event is neither an arrival nor a departure.
    /// </summary>
    public bool IsFromStart { get; init; }
}
