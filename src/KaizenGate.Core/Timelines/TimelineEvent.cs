namespace KaizenGate.Core.Timelines;

/// <summary>What can happen to an improvement.</summary>
internal enum TimelineEventKind
{
    /// <summary>It appeared for the first time.</summary>
    Captured,

    /// <summary>It got its first score.</summary>
    Scored,

    /// <summary>Its score, impact or effort changed, or was taken away.</summary>
    Rescored,

    /// <summary>Its title changed.</summary>
    Retitled,

    /// <summary>It went into progress.</summary>
    Started,

    /// <summary>It was done.</summary>
    Completed,

    /// <summary>It was closed or had vanished, and is open again. It takes back the completion, the rejection or the loss before it.</summary>
    Reopened,

    /// <summary>It was put off.</summary>
    Deferred,

    /// <summary>It was decided against.</summary>
    Rejected,

    /// <summary>It vanished while it was open, without a decision.</summary>
    Dropped,

    /// <summary>It vanished after it was closed. A completion still counts as executed.</summary>
    Pruned,
}

/// <summary>Something that happened to an improvement.</summary>
/// <param name="Kind">What.</param>
/// <param name="Key">The improvement's identity; it stays the same when the title changes.</param>
/// <param name="Date">The day in UTC: that of the commit, or an earlier one that is written in the file.</param>
/// <param name="Commit">The commit that shows it, in full; null for a change that is not committed, and for a date that was read from the file alone.</param>
internal sealed record TimelineEvent(TimelineEventKind Kind, string Key, DateOnly Date, string? Commit = null)
{
    /// <summary>The title that the improvement had then; null when the event comes from a date in the file.</summary>
    public string? Title { get; init; }

    /// <summary>The score that it had then; null for none.</summary>
    public double? Score { get; init; }

    /// <summary>
    /// True when the improvement stood so in the first revision that is known and no date tells since when: it happened on
    /// <see cref="Date"/> or earlier. Such an event is no arrival and no departure of the window.
    /// </summary>
    public bool IsFromStart { get; init; }
}
