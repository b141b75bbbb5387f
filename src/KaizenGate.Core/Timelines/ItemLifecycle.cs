namespace KaizenGate.Core.Timelines;

/// <summary>The events of one improvement that are still in effect.</summary>
/// <param name="Key">The key of its events; see <see cref="Timeline.KeyOf"/>.</param>
internal sealed record ItemLifecycle(string Key)
{
    /// <summary>Null when the timeline has no capture.</summary>
    public TimelineEvent? Captured { get; init; }

    /// <summary>The first start.</summary>
    public TimelineEvent? FirstStarted { get; init; }

    /// <summary>The last start.</summary>
    public TimelineEvent? LastStarted { get; init; }

    /// <summary>
    /// The last completion, rejection or drop, unless a reopening undid it. Null while it is open, deferred or not.
    /// </summary>
    public TimelineEvent? Departed { get; init; }

    /// <summary>Null when it is not done.</summary>
    public TimelineEvent? Completed => Departed?.Kind is TimelineEventKind.Completed ? Departed : null;

    public TimelineEvent? Rejected => Departed?.Kind is TimelineEventKind.Rejected ? Departed : null;

    /// <summary>Its removal while it was open, if it did not return.</summary>
    public TimelineEvent? Dropped => Departed?.Kind is TimelineEventKind.Dropped ? Departed : null;

    /// <summary>Whether it is in the backlog and neither done nor rejected.</summary>
    public bool IsOpen => Departed is null;

    /// <summary>
    /// Whole days from the first start to the completion; null when it is not done, when one of the two dates is only an upper
    /// bound, or when the completion is before the start.
    /// </summary>
    public int? CycleDays => DaysFrom(FirstStarted);

    /// <summary>Whole days from the capture to the completion; null as for <see cref="CycleDays"/>.</summary>
    public int? LeadDays => DaysFrom(Captured);

    /// <summary>Applies the next event.</summary>
    public ItemLifecycle With(TimelineEvent next) =>
        next.Kind switch
        {
            TimelineEventKind.Captured => this with { Captured = Captured ?? next },
            TimelineEventKind.Started => this with { FirstStarted = FirstStarted ?? next, LastStarted = next },
            TimelineEventKind.Completed or TimelineEventKind.Rejected or TimelineEventKind.Dropped => this with
            {
                Departed = next,
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
