namespace KaizenGate.Core.Timelines;

/// <summary>What stands of one improvement's life.</summary>
/// <param name="Key">The key of its events; see <see cref="Timeline.KeyOf"/>.</param>
internal sealed record ItemLifecycle(string Key)
{
    /// <summary>Its capture; null when the timeline tells of none.</summary>
    public TimelineEvent? Captured { get; init; }

    /// <summary>The first time that it went into progress.</summary>
    public TimelineEvent? FirstStarted { get; init; }

    /// <summary>The last time that it went into progress.</summary>
    public TimelineEvent? LastStarted { get; init; }

    /// <summary>
    /// How it left the backlog: its completion, rejection or drop, the last of them, unless a reopening took it back.
    /// Null while it is in the backlog, deferred or not.
    /// </summary>
    public TimelineEvent? Departed { get; init; }

    /// <summary>The completion that stands; null when it is not done.</summary>
    public TimelineEvent? Completed => Departed?.Kind is TimelineEventKind.Completed ? Departed : null;

    /// <summary>The rejection that stands.</summary>
    public TimelineEvent? Rejected => Departed?.Kind is TimelineEventKind.Rejected ? Departed : null;

    /// <summary>The drop that stands: it vanished while it was open, and has not come back.</summary>
    public TimelineEvent? Dropped => Departed?.Kind is TimelineEventKind.Dropped ? Departed : null;

    /// <summary>Whether it is in the backlog and neither done nor rejected; deferred ones are.</summary>
    public bool IsOpen => Departed is null;

    /// <summary>
    /// Whole days from the first start to the completion; null when it is not done, when one of the two days is known only as
    /// "not later than", or when it was completed before it was started.
    /// </summary>
    public int? CycleDays => DaysFrom(FirstStarted);

    /// <summary>Whole days from the capture to the completion; null as for <see cref="CycleDays"/>.</summary>
    public int? LeadDays => DaysFrom(Captured);

    /// <summary>This life after one more event.</summary>
    public ItemLifecycle With(TimelineEvent happened) =>
        happened.Kind switch
        {
            TimelineEventKind.Captured => this with { Captured = Captured ?? happened },
            TimelineEventKind.Started => this with { FirstStarted = FirstStarted ?? happened, LastStarted = happened },
            TimelineEventKind.Completed or TimelineEventKind.Rejected or TimelineEventKind.Dropped => this with
            {
                Departed = happened,
            },
            TimelineEventKind.Reopened => this with { Departed = null },
            _ => this,
        };

    private int? DaysFrom(TimelineEvent? from) =>
        from is { IsFromStart: false }
        && Completed is { IsFromStart: false } completed
        && completed.Date.DayNumber - from.Date.DayNumber is >= 0 and var days
            ? days
            : null;
}
